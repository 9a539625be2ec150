import * as Schema from "effect/Schema"

/** A closed list: codes, which are stored and exchanged, and beside each the words a person reads. */
export const closedList = <const Words extends Record<string, string>>(words: Words) => ({
  schema: Schema.Literals(Object.keys(words) as ReadonlyArray<keyof Words & string>),
  words
})

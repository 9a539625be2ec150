import * as Schema from "effect/Schema"

/** What messages show only where a council says so: `care` tells that a child is looked after, an answer what they want. */
export const ShownFact = Schema.Literals(["missing-from", "answers"])
export type ShownFact = typeof ShownFact.Type

/** Whether messages may show this; not where the policy is silent. */
export const mayShow = (
  { shownFacts }: { readonly shownFacts?: { readonly value: ReadonlyArray<ShownFact> } },
  fact: ShownFact
): boolean => shownFacts?.value.includes(fact) === true

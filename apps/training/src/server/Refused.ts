import { Schema } from "effect"

/** The page asked for something it cannot have; the sentence is shown to the person who asked. */
export class Refused extends Schema.TaggedError<Refused>()("Refused", {
  status: Schema.Int,
  message: Schema.String
}) {}

export const done = { ok: true } as const

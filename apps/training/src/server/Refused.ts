import { Schema } from "effect"

/** The page asked for something that cannot be had; the sentence is shown to whoever asked. */
export class Refused extends Schema.TaggedError<Refused>()("Refused", {
  status: Schema.Int,
  message: Schema.String
}) {}

export const done = { ok: true } as const

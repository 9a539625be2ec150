/** From a reference in any spelling to the one under which something is held. */
import { type ChildReference, newChildReference, referencesOnRecord } from "@safe-return/domain/pathway"
import { Holds, Journal, Profiles } from "@safe-return/journal"
import { Effect, Option } from "effect"
import { refusal } from "./records.ts"

/** The reference on record, or as a new child would be recorded; refuses one that two records could be meant by. */
export const childOnRecord = Effect.fn("childOnRecord")(function* (typed: ChildReference) {
  const journal = yield* Journal
  const profiles = yield* (yield* Profiles).all
  const holds = yield* (yield* Holds).all
  const held = [...profiles, ...holds].map(({ child }) => child)
  const found = referencesOnRecord([...(yield* journal.children), ...held]).find(typed)
  const known = yield* Effect.catchTag(Effect.fromResult(found), "AmbiguousReference", refusal)
  return Option.getOrElse(known, () => newChildReference(typed))
})

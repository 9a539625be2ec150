import type { ChildReference, ChildState, Episode } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { Casework } from "./Casework.ts"

/** The child that a report was moved to which had been recorded on this one. */
export const movedTo = Effect.fn("movedTo")(function* (
  child: ChildReference,
  { notifications }: ChildState,
  { id, progress }: Episode
) {
  if (progress._tag !== "Cancelled" || progress.reason !== "wrong-child") return Option.none<ChildReference>()
  const casework = yield* Casework
  const references = notifications.flatMap(({ notification, episodeId }) =>
    episodeId === id ? [notification.policeReference] : []
  )
  const others = yield* Effect.forEach([...new Set(references)], casework.childOf)
  return Option.fromUndefinedOr(others.flatMap(Option.toArray).find((other) => other !== child))
})

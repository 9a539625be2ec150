/** Where a record that no longer counts is kept: joined to another of the same disappearance, or moved to another child. */
import { Casework } from "@safe-return/casework"
import type { ChildReference, ChildState, Episode } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { RecordMoved } from "./explain.ts"

/** The episode it was joined to, or it itself. */
export const keptRecord = ({ episodes }: ChildState, episode: Episode): Episode => {
  let kept = episode
  // No chain of joined records is longer than there are records.
  for (let steps = 0; steps < episodes.length; steps += 1) {
    const { progress } = kept
    const next =
      progress._tag === "Cancelled" && progress.duplicateOf !== undefined
        ? episodes.find(({ id }) => id === progress.duplicateOf)
        : undefined
    if (next === undefined) return kept
    kept = next
  }
  return kept
}

/** The child that a report was moved to which had been recorded on this one. */
const movedTo = Effect.fn("movedTo")(function* (
  child: ChildReference,
  { notifications }: ChildState,
  { id, progress }: Episode
) {
  if (progress._tag !== "Cancelled" || progress.reason !== "wrong-child") return Option.none()
  const casework = yield* Casework
  const references = notifications.flatMap(({ notification, episodeId }) =>
    episodeId === id ? [notification.policeReference] : []
  )
  const others = yield* Effect.forEach([...new Set(references)], casework.childOf)
  return Option.fromUndefinedOr(others.flatMap(Option.toArray).find((other) => other !== child))
})

/** Nothing is done on the record of a child that a report was moved from: it says where the report is. */
export const checkNotMoved = Effect.fn("checkNotMoved")(function* (
  child: ChildReference,
  state: ChildState,
  episode: Episode
) {
  const other = yield* movedTo(child, state, episode)
  if (Option.isSome(other)) return yield* new RecordMoved({ reference: other.value })
})

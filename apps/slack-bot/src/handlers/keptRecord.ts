/** Where a record that no longer counts is kept: joined to another of the same disappearance, or moved to another child. */
import { movedTo } from "@safe-return/casework"
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

/** Nothing is done on the record of a child that a report was moved from: it says where the report is. */
export const checkNotMoved = Effect.fn("checkNotMoved")(function* (
  child: ChildReference,
  state: ChildState,
  episode: Episode
) {
  const other = yield* movedTo(child, state, episode)
  if (Option.isSome(other)) return yield* new RecordMoved({ reference: other.value })
})

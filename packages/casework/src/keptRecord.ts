import type { ChildState, Episode } from "@safe-return/domain/pathway"

/** The episode it was joined to as a duplicate, or it itself. */
export const keptRecord = ({ episodes }: Pick<ChildState, "episodes">, episode: Episode): Episode => {
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

import type { ChildState, Episode } from "./state.ts"

/**
 * The episode that a record was joined to as a duplicate, however many times it was joined; itself where it was not.
 *
 * @param state the child's; of it the episodes alone are read
 *
 * @example
 * ```ts
 * import { keptRecord } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("returned")
 * keptRecord(state, episode) === episode // true
 * ```
 */
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

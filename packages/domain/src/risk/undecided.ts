import * as Option from "effect/Option"
import { episodeById, isOpen } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import type { EpisodeId } from "../vocabulary/identifiers.ts"
import { type Firing, isPartOf } from "./firing.ts"

export interface UndecidedTrigger {
  readonly firing: Firing
  /** The latest episode of its evidence that is not imported: the decision is kept on it. */
  readonly episodeId: EpisodeId
}

/**
 * What must be done stays to be decided on when its episode is over, and so does what is never posted, but for an episode
 * that was closed as done: that it was decided came first. What else must be considered goes with the episode.
 */
const isToDecide = (episode: Episode, { level, standing, mayGoToChat }: Firing): boolean =>
  standing._tag === "Open" &&
  (isOpen(episode) || level === "must" || (!mayGoToChat && episode.closure?._tag !== "Closed"))

/**
 * The triggers that were met and answered by nobody, the latest met first, with the episode that a decision is kept
 * on. What must be done stays when its episode is over. After a child's death nobody is asked.
 *
 * @param fired what {@link triggersFired} gives for the same state
 *
 * @example
 * ```ts
 * import { calendars, utc } from "@safe-return/domain/calendar"
 * import { triggersFired, undecidedAmong } from "@safe-return/domain/risk"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("returned")
 * const fired = triggersFired(state, { calendars, now: utc(2026, 11, 25) })
 * undecidedAmong(state, fired).map(({ firing, episodeId }) => [firing.rule, episodeId]) // [["offer-late","episode-1"]]
 * ```
 */
export const undecidedAmong = (state: ChildState, fired: ReadonlyArray<Firing>): ReadonlyArray<UndecidedTrigger> => {
  if (state.death !== undefined) return []
  return fired
    .filter((firing) => !fired.some((other) => isPartOf(firing, other)))
    .flatMap((firing) => {
      const last = firing.episodeIds.findLast((id) => Option.isSome(episodeById(state, id)))
      const episode = last === undefined ? undefined : Option.getOrUndefined(episodeById(state, last))
      return episode !== undefined && isToDecide(episode, firing) ? [{ firing, episodeId: episode.id }] : []
    })
    .toSorted((a, b) => b.firing.metAt - a.firing.metAt)
}

import type { Calendars, Instant } from "@safe-return/domain/calendar"
import { type ChildState, type Episode, type EpisodeId, episodeById, isOpen } from "@safe-return/domain/pathway"
import { type ChildFacts, type Firing, isPartOf, triggersFired } from "@safe-return/domain/risk"
import { Option } from "effect"

export interface UndecidedTrigger {
  readonly firing: Firing
  /** The latest episode of its evidence, on which the decision is kept. */
  readonly episodeId: EpisodeId
}

/** What must be done stays to be decided on when its episode is over; what is to be considered goes with it. */
const isToDecide = (episode: Episode, { level, standing }: Firing): boolean =>
  standing._tag === "Open" && (isOpen(episode) || level === "must")

/** Met and answered by nobody; the latest met first. After a child's death nobody is asked. */
export const undecidedAmong = (state: ChildState, fired: ReadonlyArray<Firing>): ReadonlyArray<UndecidedTrigger> => {
  if (state.death !== undefined) return []
  return fired
    .filter((firing) => !fired.some((other) => isPartOf(firing, other)))
    .flatMap((firing) => {
      const last = firing.episodeIds.at(-1)
      const episode = last === undefined ? undefined : Option.getOrUndefined(episodeById(state, last))
      return episode !== undefined && isToDecide(episode, firing) ? [{ firing, episodeId: episode.id }] : []
    })
    .toSorted((a, b) => b.firing.metAt - a.firing.metAt)
}

/** Those that Slack may show. */
export const undecidedTriggers = (
  state: ChildState,
  now: Instant,
  calendars: Calendars
): ReadonlyArray<UndecidedTrigger> =>
  undecidedAmong(
    state,
    triggersFired(state, { now, calendars }).filter(({ mayGoToChat }) => mayGoToChat)
  )

/** Those that are never posted: for one view by a person who may, journaled. */
export const undecidedConfidentialTriggers = (
  state: ChildState,
  now: Instant,
  calendars: Calendars,
  facts: ChildFacts
): ReadonlyArray<UndecidedTrigger> =>
  undecidedAmong(
    state,
    triggersFired(state, { now, calendars, facts }).filter(({ mayGoToChat }) => !mayGoToChat)
  )

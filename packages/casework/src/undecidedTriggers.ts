import type { Calendars, Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { type ChildState, type Episode, type EpisodeId, episodeById, isOpen } from "@safe-return/domain/pathway"
import { type ChildFacts, type Firing, isPartOf, type TriggerContext, triggersFired } from "@safe-return/domain/risk"
import { Option } from "effect"

export interface UndecidedTrigger {
  readonly firing: Firing
  /** The latest episode of its evidence, on which the decision is kept. */
  readonly episodeId: EpisodeId
}

/**
 * What must be done stays to be decided on when its episode is over, and so does what is never posted, but for an episode
 * that was closed as done: that it was decided came first. What else is to be considered goes with the episode.
 */
const isToDecide = (episode: Episode, { level, standing, mayGoToChat }: Firing): boolean =>
  standing._tag === "Open" &&
  (isOpen(episode) || level === "must" || (!mayGoToChat && episode.closure?._tag !== "Closed"))

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

/** Whether a decision has to be taken before this episode closes: on what must be done, and on what is never posted. */
export const hasDecisionLeft = (state: ChildState, id: EpisodeId, { now, calendars, facts }: TriggerContext): boolean =>
  undecidedAmong(state, triggersFired(state, { now, calendars, ...definedFields({ facts }) })).some(
    ({ firing: { level, mayGoToChat, episodeIds } }) => episodeIds.includes(id) && (level === "must" || !mayGoToChat)
  )

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

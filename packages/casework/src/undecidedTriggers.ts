import type { Calendars, Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { type ChildState, type EpisodeId, leftApart } from "@safe-return/domain/pathway"
import {
  type ChildFacts,
  type TriggerContext,
  triggersFired,
  type UndecidedTrigger,
  undecidedAmong
} from "@safe-return/domain/risk"

/** Whether others still have to answer what is asked of them apart from a worker who was left out. */
const isAnswerLeftApart = (state: ChildState, id: EpisodeId): boolean =>
  state.episodes.some((episode) => episode.id === id && leftApart(state, episode).length > 0)

/**
 * Whether a decision has to be taken before this episode closes: on what must be done, and on what is never posted.
 * What is answered apart from a worker counts as one, so that no list names it.
 */
export const hasDecisionLeft = (state: ChildState, id: EpisodeId, { now, calendars, facts }: TriggerContext): boolean =>
  isAnswerLeftApart(state, id) ||
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

import type { Calendars, Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { ChildState, EpisodeId } from "@safe-return/domain/pathway"
import {
  type ChildFacts,
  type TriggerContext,
  triggersFired,
  type UndecidedTrigger,
  undecidedAmong
} from "@safe-return/domain/risk"

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

import * as Option from "effect/Option"
import type { Instant } from "../calendar/instant.ts"
import { addHours } from "../calendar/instant.ts"
import { isHistoryAlone } from "../pathway/importedHistory.ts"
import { reportsInQuestion } from "../pathway/remainingTasks.ts"
import { interviewStatus, isInterviewOwed, isOpen } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import { triggersFired } from "../risk/triggers.ts"
import { undecidedAmong } from "../risk/undecided.ts"
import { type KnownBeside, nextChangeAt } from "./nextChangeAt.ts"

/** In hours after the last record: summaries, counts and edits of recent messages look no further back. */
const LOOKED_BACK = 30 * 24

const isLeft = (state: ChildState, episode: Episode): boolean =>
  isOpen(episode) || reportsInQuestion(episode).length > 0 || isInterviewOwed(interviewStatus(state, episode))

export interface LastRecord extends KnownBeside {
  /** When anything was last recorded of the child, in epoch milliseconds. */
  readonly recordedAt: Instant
}

/**
 * Whether nothing is left to do for this child: nothing is open, owed, waited for or undecided, time alone brings
 * nothing, and nothing was recorded for 30 days before `now` (epoch milliseconds), or only history was imported. It
 * stays so until something else is recorded, or the facts beside the record change.
 *
 * @example
 * ```ts
 * import { calendars, utc } from "@safe-return/domain/calendar"
 * import { isFinished } from "@safe-return/domain/escalation"
 * import { emptyChildState } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("interviewed")
 * const recordedAt = utc(2026, 11, 24, 9)
 * isFinished(state, utc(2026, 11, 25), { recordedAt, calendars }) // false
 * isFinished(emptyChildState, utc(2026, 12, 31), { recordedAt, calendars }) // true
 * ```
 */
export const isFinished = (state: ChildState, now: Instant, { recordedAt, ...beside }: LastRecord): boolean => {
  if (
    (addHours(recordedAt, LOOKED_BACK) > now && !isHistoryAlone(state)) ||
    state.episodes.some((episode) => isLeft(state, episode))
  )
    return false
  // A report that is waited for is expected by a person, however long it takes.
  if (state.death === undefined && state.early.length > 0) return false
  const { calendars, facts = {} } = beside
  return (
    undecidedAmong(state, triggersFired(state, { now, facts, calendars })).length === 0 &&
    Option.isNone(nextChangeAt(state, now, beside))
  )
}

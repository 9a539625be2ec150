/** The morning on which an interview that is still overdue is named on the list of that morning, and no message of its own. */
import type { Instant } from "@safe-return/domain/calendar"
import { type Reminder, remindersOf } from "@safe-return/domain/deadlines"
import { type ChildState, interviewStatus, isInterviewOwed } from "@safe-return/domain/pathway"
import type { CaseSnapshot } from "./OwedMessage.ts"

type Announced = Pick<CaseSnapshot, "announceFrom" | "calendars">

export const isMorning = ({ stage: { _tag } }: Reminder): boolean => _tag === "OverdueMorning"

/** Deadlines that had passed before people were told of anything are history. */
const mornings = (state: ChildState, now: Instant, { announceFrom, calendars }: Announced): ReadonlyArray<Reminder> =>
  // Nothing is overdue of most children: their deadlines need not be reckoned.
  state.episodes.some((episode) => isInterviewOwed(interviewStatus(state, episode)))
    ? remindersOf(state, now, calendars).filter(
        (one) => isMorning(one) && one.at >= announceFrom && one.dueAt >= announceFrom
      )
    : []

/**
 * What the list of that morning names of a child: what was known to be overdue when its time came. What was recorded since
 * changes how a line stands, and never which lines there are.
 *
 * @param known the child's state as it was known at that moment
 */
export const namedAt = (known: ChildState, at: Instant, announced: Announced): ReadonlyArray<Reminder> =>
  mornings(known, at, announced).filter((one) => one.at === at)

export interface Mornings {
  /** The latest of each overdue interview. */
  readonly latest: ReadonlySet<Instant>
  /** When the next comes, in epoch milliseconds, infinite where none does: until then only news can change the latest. */
  readonly next: number
}

export const morningsOf = (states: Iterable<ChildState>, now: Instant, announced: Announced): Mornings => {
  const latest = new Set<Instant>()
  let next = Number.POSITIVE_INFINITY
  for (const state of states) {
    for (const { at } of mornings(state, now, announced)) {
      if (at <= now) latest.add(at)
      else next = Math.min(next, at)
    }
  }
  return { latest, next }
}

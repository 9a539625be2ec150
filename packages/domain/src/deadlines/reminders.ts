import * as Option from "effect/Option"
import type { Calendar, Calendars } from "../calendar/calendar.ts"
import { addHours, Instant } from "../calendar/instant.ts"
import { interviewStatus, isInterviewOwed } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import type { Policy } from "../policy/policy.ts"
import { runningElapsedClockOf } from "./clocks.ts"
import { overdueMornings } from "./overdueMornings.ts"
import { pendingRemindersOf } from "./pendingReminders.ts"
import { kindOf, type PendingReminder, type Reminder } from "./reminder.ts"
import { heldToWorkingTime } from "./workingTime.ts"

/** The 72 hours of the interview: before they are over, the moment after, and on every working morning from then on. */
const ofDeadline = (
  state: ChildState,
  episode: Episode,
  now: Instant,
  calendar: Calendar
): ReadonlyArray<PendingReminder> =>
  Option.match(runningElapsedClockOf(state, episode), {
    onNone: () => [],
    onSome: ({ dueAt }) => {
      const { hoursBefore, atBreach, overdueMornings: morning } = episode.policy.reminders
      const before = hoursBefore.value.map(
        (hours): PendingReminder => ({ stage: { _tag: "Before", hours }, at: addHours(dueAt, -hours), dueAt })
      )
      // The deadline itself is still within, so the breach is the first moment after it.
      const breach: PendingReminder = { stage: { _tag: "Breach" }, at: Instant(dueAt + 1), dueAt }
      const mornings = morning === undefined ? [] : overdueMornings(dueAt, now, morning.value, calendar)
      return [...before, ...(atBreach ? [breach] : []), ...mornings]
    }
  })

/** What a statutory time limit stands behind is said at once; the rest waits until someone is there to act on it. */
const reminderOf = (
  { id: episodeId, policy }: Episode,
  { stage, at, dueAt, latest = Instant(Number.POSITIVE_INFINITY) }: PendingReminder,
  calendar: Calendar
): Reminder => {
  const { statutory } = policy.reminders
  const level = statutory?.value.includes(kindOf(stage)) === true ? "statutory" : "routine"
  const waits = statutory !== undefined && level === "routine" && policy.workingHours !== undefined
  return {
    episodeId,
    stage,
    level,
    at: waits ? Instant(Math.min(heldToWorkingTime(at, policy.workingHours.value, calendar), latest)) : at,
    dueAt
  }
}

const calendarOf = ({ interview }: Policy, on: Calendars): Calendar => on[interview.calendar.value]

/**
 * Every reminder about this child in order of time, past ones and those to come, computed again each time so that none
 * is lost. `at` and `dueAt` are epoch milliseconds. A statutory reminder is due at any hour; a routine one waits until
 * the office opens, where the policy says so.
 *
 * @param now epoch milliseconds: up to it, and to the next after it, mornings on which an interview is overdue are
 * counted
 * @param on the calendar of each nation that working days are counted on
 *
 * @example
 * ```ts
 * import { calendars, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { remindersOf } from "@safe-return/domain/deadlines"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("returned")
 * const reminders = remindersOf(state, utc(2026, 11, 23, 12), calendars)
 * reminders.map(({ stage, at }) => `${stage._tag} ${formatInstant(at)}`) // ["Before 2026-11-23T09:30:00.000Z","NoInterviewer 2026-11-23T11:00:00.000Z","NotOffered 2026-11-23T13:00:00.000Z","Before 2026-11-24T05:30:00.000Z","Breach 2026-11-24T09:30:00.001Z","OverdueMorning 2026-11-25T09:00:00.000Z"]
 * ```
 */
export const remindersOf = (state: ChildState, now: Instant, on: Calendars): ReadonlyArray<Reminder> =>
  state.episodes
    .flatMap((episode) => {
      const calendar = calendarOf(episode.policy, on)
      const isOwed = isInterviewOwed(interviewStatus(state, episode))
      const waits = [
        ...(isOwed ? ofDeadline(state, episode, now, calendar) : []),
        ...pendingRemindersOf(state, episode, calendar)
      ]
      return waits.map((wait) => reminderOf(episode, wait, calendar))
    })
    .sort((a, b) => a.at - b.at)

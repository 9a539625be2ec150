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

/** Every reminder about this child in order of time, computed again each time so that none is lost. */
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

import { Option } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { addHours } from "../calendar/instant.ts"
import { interviewStanding, isInterviewOwed } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import { clocksOf } from "./clocks.ts"

/**
 * How worried to be about an interview, most worrying first. "No clock" comes first of all: a child who is found
 * but whose return nobody recorded has a deadline that nobody knows.
 */
export const warningLevels = ["no-clock", "overdue", "due-soon", "on-track"] as const
export type WarningLevel = (typeof warningLevels)[number]

/**
 * The level at `now`, by the 72-hour clock; none when no interview is owed. Due soon starts at the policy's
 * earliest reminder.
 */
export const warningLevel = (state: ChildState, episode: Episode, now: Instant): Option.Option<WarningLevel> => {
  if (!isInterviewOwed(interviewStanding(state, episode))) return Option.none()
  return Option.map(clocksOf(episode), (clocks): WarningLevel => {
    if (clocks.provisional) return "no-clock"
    if (now > clocks.hours72.dueAt) return "overdue"
    const dueSoonFrom = addHours(clocks.hours72.dueAt, -Math.max(...episode.policy.reminders.hoursBefore.value))
    return now >= dueSoonFrom ? "due-soon" : "on-track"
  })
}

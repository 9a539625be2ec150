import * as Option from "effect/Option"
import { addHours, Instant } from "../calendar/instant.ts"
import { interviewStatus, isInterviewOwed } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import { type EpisodeElapsedClock, elapsedClockOf, runningElapsedClockOf } from "./clocks.ts"

/** How worried to be about an interview, most worrying first: without a clock, nobody knows when it is overdue. */
export const warningLevels = ["no-clock", "overdue", "due-soon", "not-back", "on-track"] as const
export type WarningLevel = (typeof warningLevels)[number]

const dueSoonFrom = ({ dueAt }: EpisodeElapsedClock, { policy }: Episode): Instant =>
  addHours(dueAt, -Math.max(...policy.reminders.hoursBefore.value))

/** The deadline itself is still within. */
const overdueFrom = ({ dueAt }: EpisodeElapsedClock): Instant => Instant(dueAt + 1)

/** The hours of an interview that is owed. */
const hoursOwed = (state: ChildState, episode: Episode): Option.Option<EpisodeElapsedClock> =>
  isInterviewOwed(interviewStatus(state, episode)) ? elapsedClockOf(episode) : Option.none()

/**
 * The level by the 72-hour clock; none where no interview is owed. Due soon starts at the policy's earliest reminder.
 * Counted from when the child was found, where no return is recorded, it is no clock until that time is over, and
 * overdue then.
 *
 * The hours of the earliest reminder are the policy's `reminders.hoursBefore`.
 *
 * @param now epoch milliseconds
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { warningLevel } from "@safe-return/domain/deadlines"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("returned")
 * warningLevel(state, episode, utc(2026, 11, 21, 12)) // some("on-track")
 * warningLevel(state, episode, utc(2026, 11, 24, 9, 31)) // some("overdue")
 * const { state: done, episode: interviewed } = syntheticCase("interviewed")
 * warningLevel(done, interviewed, utc(2026, 11, 24, 9, 31)) // none()
 * ```
 */
export const warningLevel = (state: ChildState, episode: Episode, now: Instant): Option.Option<WarningLevel> =>
  Option.map(hoursOwed(state, episode), (hours): WarningLevel => {
    if (Option.isNone(runningElapsedClockOf(state, episode))) return "not-back"
    if (now >= overdueFrom(hours)) return "overdue"
    if (hours.provisional) return "no-clock"
    return now >= dueSoonFrom(hours, episode) ? "due-soon" : "on-track"
  })

/**
 * When time alone next changes the {@link warningLevel}, in epoch milliseconds after `now`; none when it will not.
 *
 * @param now epoch milliseconds
 *
 * @example
 * ```ts
 * import { formatInstant, utc } from "@safe-return/domain/calendar"
 * import { nextWarningLevelAt } from "@safe-return/domain/deadlines"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * const { state, episode } = syntheticCase("returned")
 * Option.map(nextWarningLevelAt(state, episode, utc(2026, 11, 24, 9)), formatInstant) // some("2026-11-24T09:30:00.001Z")
 * ```
 */
export const nextWarningLevelAt = (state: ChildState, episode: Episode, now: Instant): Option.Option<Instant> =>
  Option.flatMap(hoursOwed(state, episode), (hours) => {
    if (Option.isNone(runningElapsedClockOf(state, episode))) return Option.none()
    const levels = hours.provisional ? [overdueFrom(hours)] : [dueSoonFrom(hours, episode), overdueFrom(hours)]
    const toCome = levels.filter((at) => at > now)
    return toCome.length === 0 ? Option.none() : Option.some(Instant(Math.min(...toCome)))
  })

import { Option } from "effect"
import { addHours, Instant } from "../calendar/instant.ts"
import { interviewStanding, isInterviewOwed } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import { clocksOf, type EpisodeClocks } from "./clocks.ts"

/**
 * How worried to be about an interview, most worrying first. "No clock" comes first of all: a child who is found
 * but whose return nobody recorded has a deadline that nobody knows.
 */
export const warningLevels = ["no-clock", "overdue", "due-soon", "on-track"] as const
export type WarningLevel = (typeof warningLevels)[number]

const dueSoonFrom = ({ hours72 }: EpisodeClocks, { policy }: Episode): Instant =>
  addHours(hours72.dueAt, -Math.max(...policy.reminders.hoursBefore.value))

/** The deadline itself is still within. */
const overdueFrom = ({ hours72 }: EpisodeClocks): Instant => Instant(hours72.dueAt + 1)

/** The clocks of an interview that is owed. */
const clocksOwed = (state: ChildState, episode: Episode): Option.Option<EpisodeClocks> =>
  isInterviewOwed(interviewStanding(state, episode)) ? clocksOf(episode) : Option.none()

/**
 * The level at `now`, by the 72-hour clock; none when no interview is owed. Due soon starts at the policy's
 * earliest reminder.
 */
export const warningLevel = (state: ChildState, episode: Episode, now: Instant): Option.Option<WarningLevel> =>
  Option.map(clocksOwed(state, episode), (clocks): WarningLevel => {
    if (clocks.provisional) return "no-clock"
    if (now >= overdueFrom(clocks)) return "overdue"
    return now >= dueSoonFrom(clocks, episode) ? "due-soon" : "on-track"
  })

/** When time alone next changes the {@link warningLevel}; none when it will not. */
export const nextWarningLevelAt = (state: ChildState, episode: Episode, now: Instant): Option.Option<Instant> =>
  Option.flatMap(clocksOwed(state, episode), (clocks) => {
    if (clocks.provisional) return Option.none()
    const toCome = [dueSoonFrom(clocks, episode), overdueFrom(clocks)].filter((at) => at > now)
    return toCome.length === 0 ? Option.none() : Option.some(Instant(Math.min(...toCome)))
  })

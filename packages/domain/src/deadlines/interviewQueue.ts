import * as Option from "effect/Option"
import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { type InterviewStatus, interviewStatus } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import type { ChildReference } from "../vocabulary/identifiers.ts"
import { clocksOf, type EpisodeClocks } from "./clocks.ts"
import { type WarningLevel, warningLevel, warningLevels } from "./warningLevel.ts"

/** One interview that is owed, as a manager looks down the list. */
export interface QueueLine {
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly level: WarningLevel
  readonly clocks: EpisodeClocks
  readonly standing: InterviewStatus
}

const linesOf = (child: ChildReference, state: ChildState, now: Instant, on: Calendars): ReadonlyArray<QueueLine> =>
  state.episodes.flatMap((episode) =>
    Option.toArray(
      Option.zipWith(warningLevel(state, episode, now), clocksOf(episode, on), (level, clocks) => ({
        child,
        state,
        episode,
        level,
        clocks,
        standing: interviewStatus(state, episode)
      }))
    )
  )

/**
 * Every interview owed at `now`: no clock first, then overdue, due soon, not back, on track; within a level by due
 * time, then by case reference.
 *
 * @param states the children on record, by case reference
 * @param now epoch milliseconds
 * @param on the calendar of each nation that working days are counted on
 *
 * @example
 * ```ts
 * import { calendars, utc } from "@safe-return/domain/calendar"
 * import { interviewQueue } from "@safe-return/domain/deadlines"
 * import { ChildReference } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const states = new Map([[ChildReference.make("LCS-10432"), syntheticCase("returned").state]])
 * const lines = interviewQueue(states, utc(2026, 11, 23, 12), calendars)
 * lines.map(({ child, level, standing }) => [child, level, standing]) // [["LCS-10432","due-soon",{"_tag":"Unassigned"}]]
 * ```
 */
export const interviewQueue = (
  states: ReadonlyMap<ChildReference, ChildState>,
  now: Instant,
  on: Calendars
): ReadonlyArray<QueueLine> =>
  [...states]
    .flatMap(([child, state]) => linesOf(child, state, now, on))
    .sort(
      (a, b) =>
        warningLevels.indexOf(a.level) - warningLevels.indexOf(b.level) ||
        a.clocks.elapsedClock.dueAt - b.clocks.elapsedClock.dueAt ||
        (a.child === b.child ? 0 : a.child < b.child ? -1 : 1)
    )

/**
 * Every interview that is overdue at `now`, the longest first: brought in or recorded here, and counted from the
 * return or, where none is recorded, from when the child was found. Whatever shows what is overdue shows these.
 *
 * @param states the children on record, by case reference
 * @param now epoch milliseconds
 * @param on the calendar of each nation that working days are counted on
 *
 * @example
 * ```ts
 * import { calendars, utc } from "@safe-return/domain/calendar"
 * import { overdueInterviews } from "@safe-return/domain/deadlines"
 * import { ChildReference } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const states = new Map([[ChildReference.make("LCS-10432"), syntheticCase("returned").state]])
 * overdueInterviews(states, utc(2026, 11, 24, 9, 30), calendars).length // 0
 * overdueInterviews(states, utc(2026, 11, 24, 9, 31), calendars).length // 1
 * ```
 */
export const overdueInterviews = (
  states: ReadonlyMap<ChildReference, ChildState>,
  now: Instant,
  on: Calendars
): ReadonlyArray<QueueLine> => interviewQueue(states, now, on).filter(({ level }) => level === "overdue")

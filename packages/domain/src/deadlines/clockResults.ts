/** How an interview came out by both clocks, death and endings without a return included. */
import * as Option from "effect/Option"
import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { NotDoneReason } from "../pathway/pathwayWords.ts"
import { interviewOf, notDoneOf } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import { clocksOf, type EpisodeClocks } from "./clocks.ts"
import { isWithinElapsedClock } from "./elapsedClock.ts"
import { isWithinWorkingDayClock } from "./workingDayClock.ts"

/** "Not measurable": the clock never ran to its end, or the interview was held before it started. */
export type ClockResult = "met" | "missed" | "notMeasurable" | "notYetDue"

export interface ClockResults {
  readonly elapsedClock: ClockResult
  readonly workingDayClock: ClockResult
}

type IsWithin = (clocks: EpisodeClocks, at: Instant) => boolean

const isWithin = {
  elapsedClock: ({ elapsedClock }, at) => isWithinElapsedClock(elapsedClock, at),
  workingDayClock: ({ workingDayClock }, at) => isWithinWorkingDayClock(workingDayClock, at)
} as const satisfies Record<keyof ClockResults, IsWithin>

const resultOf = (
  state: ChildState,
  episode: Episode,
  clocks: EpisodeClocks,
  now: Instant,
  within: IsWithin
): ClockResult => {
  const completedAt = interviewOf(state, episode.id)?.completed?.completedAt
  if (completedAt !== undefined) {
    if (clocks.provisional || completedAt < clocks.from) return "notMeasurable"
    return within(clocks, completedAt) ? "met" : "missed"
  }
  if (clocks.provisional) return "notMeasurable"
  // A deadline that was missed by then stays missed: the death is no excuse for it.
  if (state.death !== undefined) return within(clocks, state.death.knownFrom) ? "notMeasurable" : "missed"
  return within(clocks, now) ? "notYetDue" : "missed"
}

/**
 * Whether an interview met both clocks, as it stands at `now`; none while the child is missing, and for a cancelled
 * episode. Where no return is recorded, a clock that starts at it is `notMeasurable`. A death ends a clock that still
 * ran; what was missed by then stays missed.
 *
 * @param now epoch milliseconds
 * @param on the calendars that working days are counted on: `calendars`, or a council's own
 *
 * @example
 * ```ts
 * import { calendars, utc } from "@safe-return/domain/calendar"
 * import { clockResults } from "@safe-return/domain/deadlines"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("interviewed")
 * clockResults(state, episode, utc(2026, 12, 1), calendars) // some({"elapsedClock":"met","workingDayClock":"met"})
 * const { state: waiting, episode: owed } = syntheticCase("returned")
 * clockResults(waiting, owed, utc(2026, 11, 25, 9), calendars) // some({"elapsedClock":"missed","workingDayClock":"notYetDue"})
 * ```
 */
export const clockResults = (
  state: ChildState,
  episode: Episode,
  now: Instant,
  on: Calendars
): Option.Option<ClockResults> =>
  Option.map(clocksOf(episode, on), (clocks) => ({
    elapsedClock: resultOf(state, episode, clocks, now, isWithin.elapsedClock),
    workingDayClock: resultOf(state, episode, clocks, now, isWithin.workingDayClock)
  }))

/**
 * Why an episode has no interview, in the word of the episode table: the reason that a person gave, or `died` where
 * the child died while a clock still ran. Undefined where it is still owed, was completed, or the episode is
 * cancelled.
 *
 * @param on the calendars that working days are counted on
 *
 * @example
 * ```ts
 * import { calendars } from "@safe-return/domain/calendar"
 * import { notDoneReasonOf } from "@safe-return/domain/deadlines"
 * import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const notDone = { reason: "assessed-not-required", decidedBy: PersonId.make("manager-1") } as const
 * const { state, episode } = syntheticCase("returned", [
 *   { _tag: "RecordNotDone", episodeId: EpisodeId.make("episode-1"), ...notDone }
 * ])
 * notDoneReasonOf(state, episode, calendars) // "assessed-not-required"
 * const { state: owed, episode: waiting } = syntheticCase("returned")
 * notDoneReasonOf(owed, waiting, calendars) // undefined
 * ```
 */
export const notDoneReasonOf = (state: ChildState, episode: Episode, on: Calendars): NotDoneReason | undefined => {
  const interview = interviewOf(state, episode.id)
  if (interview?.completed !== undefined || episode.progress._tag === "Cancelled") return undefined
  const given = notDoneOf(interview, episode)
  if (given !== undefined) return given.reason
  const { death } = state
  if (death === undefined) return undefined
  const isOver = Option.exists(
    clockResults(state, episode, death.knownFrom, on),
    ({ elapsedClock, workingDayClock }) => elapsedClock === "missed" && workingDayClock === "missed"
  )
  return isOver ? undefined : "died"
}

import * as Option from "effect/Option"
import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { offeredAtOf } from "../pathway/offer.ts"
import { interviewOf } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import type { Policy } from "../policy/policy.ts"
import { clocksOf } from "./clocks.ts"
import { isWithinElapsedClock } from "./elapsedClock.ts"
import { isWithinWorkingDayClock } from "./workingDayClock.ts"

/** What was done that the policy measures, and whether it was within each clock. */
export interface InTime {
  readonly measure: Policy["interview"]["measure"]["value"]
  readonly at: Instant
  readonly isWithinElapsedClock: boolean
  readonly isWithinWorkingDayClock: boolean
}

/**
 * Whether an interview was in time by its policy's own measure, which is when it was offered or when it was completed;
 * none while that is not done, or no return is recorded.
 *
 * @param on the calendar of each nation that working days are counted on
 *
 * @example
 * ```ts
 * import { calendars } from "@safe-return/domain/calendar"
 * import { inTimeOf } from "@safe-return/domain/deadlines"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * const { state, episode } = syntheticCase("interviewed")
 * Option.map(inTimeOf(state, episode, calendars), ({ measure, isWithinElapsedClock }) => [measure, isWithinElapsedClock]) // some(["held",true])
 * const { state: before, episode: owed } = syntheticCase("returned")
 * inTimeOf(before, owed, calendars) // none()
 * ```
 */
export const inTimeOf = (state: ChildState, episode: Episode, on: Calendars): Option.Option<InTime> => {
  const { measure } = episode.policy.interview
  const interview = interviewOf(state, episode.id)
  const at = measure.value === "offered" ? offeredAtOf(interview, episode) : interview?.completed?.completedAt
  return Option.flatMap(clocksOf(episode, on), ({ elapsedClock, workingDayClock, provisional }) =>
    at === undefined || provisional
      ? Option.none()
      : Option.some({
          measure: measure.value,
          at,
          isWithinElapsedClock: isWithinElapsedClock(elapsedClock, at),
          isWithinWorkingDayClock: isWithinWorkingDayClock(workingDayClock, at)
        })
  )
}

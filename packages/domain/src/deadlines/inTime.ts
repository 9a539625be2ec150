import { Option } from "effect"
import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { offeredAtOf } from "../pathway/offer.ts"
import { interviewOf } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import type { Policy } from "../policy/policy.ts"
import { clocksOf } from "./clocks.ts"
import { isWithin72Hours } from "./hours72.ts"
import { isWithin3WorkingDays } from "./workingDays3.ts"

/** What was done that the policy measures, and whether it was within each clock. */
export interface InTime {
  readonly measure: Policy["interview"]["measure"]["value"]
  readonly at: Instant
  readonly within72Hours: boolean
  readonly within3WorkingDays: boolean
}

/**
 * Whether an interview was in time by its policy's own measure; none while that is not done, or no return is recorded.
 * An offer in time ends no reminder and no warning: the child has still to be heard.
 *
 * @param on the calendar of each nation, a council's own in its place: `calendars` where it has none
 */
export const inTimeOf = (state: ChildState, episode: Episode, on: Calendars): Option.Option<InTime> => {
  const { measure } = episode.policy.interview
  const interview = interviewOf(state, episode.id)
  const at = measure.value === "offered" ? offeredAtOf(interview, episode) : interview?.completed?.completedAt
  return Option.flatMap(clocksOf(episode, on), ({ hours72, workingDays3, provisional }) =>
    at === undefined || provisional
      ? Option.none()
      : Option.some({
          measure: measure.value,
          at,
          within72Hours: isWithin72Hours(hours72, at),
          within3WorkingDays: isWithin3WorkingDays(workingDays3, at)
        })
  )
}

import { Option } from "effect"
import { type Calendar, englandAndWales } from "../calendar/calendar.ts"
import type { CivilDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Episode } from "../pathway/state.ts"
import type { Policy } from "../policy/policy.ts"
import { type Hours72, hours72 } from "./hours72.ts"
import { type WorkingDays3, workingDays3 } from "./workingDays3.ts"

/** Both deadlines of the return home interview, and the calendar they were counted on. */
export interface Clocks {
  readonly hours72: Hours72
  readonly workingDays3: WorkingDays3
  readonly calendar: {
    readonly version: string
    readonly publishedThrough: CivilDay
    /** True when the count reached past the published bank holidays: confirm the date nearer the time. */
    readonly projected: boolean
  }
}

/** The clocks of an episode, with what they were started by. */
export interface EpisodeClocks extends Clocks {
  readonly from: Instant
  /** Counted from when the child was found, because the return is not recorded yet. */
  readonly provisional: boolean
}

const calendars: Readonly<Record<Policy["interview"]["calendar"], Calendar>> = {
  "england-and-wales": englandAndWales
}

/**
 * Both clocks for one return. Always both: one is the guidance's, the other the scorecard's.
 *
 * @param returnedAt epoch milliseconds
 */
export const clocksFor = (returnedAt: Instant, policy: Policy): Clocks => {
  const calendar = calendars[policy.interview.calendar]
  const counted = workingDays3(returnedAt, policy, calendar)
  return {
    hours72: hours72(returnedAt, policy),
    workingDays3: counted,
    calendar: {
      version: calendar.version,
      publishedThrough: calendar.publishedThrough,
      projected: counted.dueDay > calendar.publishedThrough
    }
  }
}

/** The clocks of an episode under the policy frozen onto it; none while the child is missing, or if cancelled. */
export const clocksOf = (episode: Episode): Option.Option<EpisodeClocks> => {
  const { progress, policy } = episode
  switch (progress._tag) {
    case "Missing":
    case "Cancelled":
      return Option.none()
    case "Found":
      return Option.some({ ...clocksFor(progress.foundAt, policy), from: progress.foundAt, provisional: true })
    case "Returned":
      return Option.some({ ...clocksFor(progress.returnedAt, policy), from: progress.returnedAt, provisional: false })
  }
}

import * as Result from "effect/Result"
import type { Calendars } from "../calendar/calendar.ts"
import { addDays } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { londonDayOf, londonTimeOn } from "../calendar/londonTime.ts"
import { workingDayAfter } from "../calendar/workingDayAfter.ts"
import type { Policy } from "../policy/policy.ts"
import { addMonths, type Month, startOfMonth } from "./month.ts"

/** Where a policy has no morning summary, in minutes of a London day. A working choice, not confirmed by any council. */
const USUAL_MORNING = 8 * 60 + 30

/**
 * When a month is published: on the first working day after it, at the policy's morning summary or else at 8:30. With
 * small counts withheld it is shown as it was known then, whenever it is asked for. In epoch milliseconds; the day is London's.
 *
 * Source: decision 43 (`docs/decisions/0043-counts-too-small-to-show.md`). Nothing throws.
 *
 * @example
 * ```ts
 * import { calendars, formatInstant } from "@safe-return/domain/calendar"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { parseMonth, publishingMoment } from "@safe-return/domain/scorecard"
 * import { Option } from "effect"
 *
 * const december = Option.getOrThrow(parseMonth("2026-12"))
 * formatInstant(publishingMoment(december, rotherham, calendars)) // "2027-01-04T08:30:00.000Z"
 * ```
 */
export const publishingMoment = (month: Month, { digest, interview }: Policy, calendars: Calendars): Instant => {
  const first = londonDayOf(startOfMonth(addMonths(month, 1)))
  const day = Result.getOrElse(workingDayAfter(calendars[interview.calendar.value], addDays(first, -1), 1), () => first)
  const [hour = 0, minute = 0] = digest?.value.at.split(":").map(Number) ?? []
  return londonTimeOn(day, digest === undefined ? USUAL_MORNING : hour * 60 + minute)
}

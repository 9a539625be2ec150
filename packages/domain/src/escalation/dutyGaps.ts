/** When the office is closed and nobody has the duty. */
import { type Calendar, isWorkingDay } from "../calendar/calendar.ts"
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { londonDayOf, londonTimeOn } from "../calendar/londonTime.ts"
import { minutesOfDay, type WorkingHours } from "../policy/workingHours.ts"
import type { DutyRota } from "./dutyRota.ts"

interface Period {
  readonly from: Instant
  readonly until: Instant
}

/** What is left of the periods once these are taken out of them. */
const without = (periods: ReadonlyArray<Period>, taken: ReadonlyArray<Period>): ReadonlyArray<Period> =>
  taken.reduce<ReadonlyArray<Period>>(
    (left, { from, until }) =>
      left.flatMap((period) => {
        if (until <= period.from || period.until <= from) return [period]
        return [
          { from: period.from, until: from },
          { from: until, until: period.until }
        ].filter((part) => part.from < part.until)
      }),
    periods
  )

const openBetween = (from: Instant, until: Instant, hours: WorkingHours, calendar: Calendar): ReadonlyArray<Period> => {
  const [first, last] = [londonDayOf(from), londonDayOf(until)]
  const days = Array.from({ length: last - first + 1 }, (_, after): CivilDay => addDays(first, after))
  return days
    .filter((day) => isWorkingDay(calendar, day))
    .map((day) => ({
      from: londonTimeOn(day, minutesOfDay(hours.opens)),
      until: londonTimeOn(day, minutesOfDay(hours.closes))
    }))
}

export interface GapQuestion {
  readonly from: Instant
  readonly until: Instant
  /** When the office is open; absent where a policy names no hours, so that there is always a duty. */
  readonly hours?: WorkingHours
  readonly calendar: Calendar
  /** A duty of a person who is away, with nobody acting for them, counts as none. */
  readonly isThere?: (duty: DutyRota["duties"][number]) => boolean
}

/**
 * The times out of hours in which nobody is on duty, the earliest first: weekends and bank holidays by London clocks.
 * Times are epoch milliseconds; `until` is the first moment that is not part of it.
 *
 * @example
 * ```ts
 * import { englandAndWales, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { dutyGaps, emptyRota } from "@safe-return/domain/escalation"
 *
 * const hours = { opens: "09:00", closes: "17:00" }
 * const friday = { from: utc(2026, 11, 20, 16), until: utc(2026, 11, 20, 20) }
 * const [gap] = dutyGaps(emptyRota, { ...friday, hours, calendar: englandAndWales })
 * gap && [formatInstant(gap.from), formatInstant(gap.until)] // ["2026-11-20T17:00:00.000Z","2026-11-20T20:00:00.000Z"]
 * ```
 */
export const dutyGaps = (
  { duties }: DutyRota,
  { from, until, hours, calendar, isThere = () => true }: GapQuestion
): ReadonlyArray<Period> => {
  const closed = without([{ from, until }], hours === undefined ? [] : openBetween(from, until, hours, calendar))
  return without(closed, duties.filter(isThere))
}

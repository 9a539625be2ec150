import * as Result from "effect/Result"
import { type InputFault, inputFault } from "../faults/inputFault.ts"
import { type Calendar, nthWorkingDayAfter } from "./calendar.ts"
import type { CivilDay } from "./civilDay.ts"
import { isCalendar, notACalendar } from "./isCalendar.ts"

/** Days of years from 0 to 9999, as `parseCivilDay` reads them. */
const FIRST_DAY = -719_528
const LAST_DAY = 2_932_896

/** Few enough to count at once where no table covers them. */
const MOST_WORKING_DAYS = 1_000

/**
 * The `n`th working day after `day`, which itself is not counted; or an `InputFault` with what to give instead, for
 * what is no calendar, no day of the years 0 to 9999, or no such number. Nothing throws.
 *
 * Past the last day of the calendar's projection (2040) only weekends are skipped: see {@link isProjected}.
 *
 * @param day whole days since 1970-01-01, London's
 * @param n a whole number from 1 to 1,000
 *
 * @example
 * ```ts
 * import { civilDay, englandAndWales, formatCivilDay, workingDayAfter } from "@safe-return/domain/calendar"
 * import { Result } from "effect"
 *
 * const christmasEve = civilDay(2026, 12, 24)
 * Result.map(workingDayAfter(englandAndWales, christmasEve, 1), formatCivilDay) // success("2026-12-29")
 * Result.mapError(workingDayAfter(englandAndWales, christmasEve, 0), ({ message }) => message) // failure("Give a whole number of working days, from 1 to 1000.")
 * ```
 */
export const workingDayAfter = (calendar: Calendar, day: CivilDay, n: number): Result.Result<CivilDay, InputFault> => {
  if (!isCalendar(calendar)) return Result.fail(notACalendar)
  if (!Number.isSafeInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    return Result.fail(inputFault("day", "A day here is whole days since 1970-01-01. Read it with parseCivilDay."))
  }
  if (!Number.isSafeInteger(n) || n < 1 || n > MOST_WORKING_DAYS) {
    return Result.fail(inputFault("n", `Give a whole number of working days, from 1 to ${MOST_WORKING_DAYS}.`))
  }
  return Result.succeed(nthWorkingDayAfter(calendar, day, n))
}

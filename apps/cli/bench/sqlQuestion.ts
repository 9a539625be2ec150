import { addDays, type Instant, londonDayOf, startOfLondonDay } from "@safe-return/domain/calendar"
import { dueTimes } from "@safe-return/domain/deadlines"
import { packOn } from "@safe-return/domain/policy"
import { addMonths, formatMonth, type Month, startOfMonth } from "@safe-return/domain/scorecard"
import { Result } from "effect"

/** What SQL cannot know by itself of a scorecard: London's months, working days and bank holidays. Epoch milliseconds. */
export interface SqlQuestion {
  /** Of the table: all of it is kept in memory, or only rows of the months that are asked for. */
  readonly load: "whole-table" | "months-asked-for"
  readonly from: number
  readonly before: number
  readonly asOf: number
  /** Twenty-five that end with the month. */
  readonly months: ReadonlyArray<{ readonly month: string; readonly from: number; readonly before: number }>
  /** The month's days, each with the moment by which the working days of a return on it are over. */
  readonly days: ReadonlyArray<{ readonly from: number; readonly before: number; readonly dueAt: number }>
  readonly hours: number
}

const MONTHS = 25

/** The policy is Rotherham's as it was in force when the month ended: it counts from the return and by whole days. */
export const sqlQuestion = (month: Month, asOf: Instant, load: SqlQuestion["load"]): SqlQuestion => {
  const [from, before] = [startOfMonth(month), startOfMonth(addMonths(month, 1))]
  const policy = packOn("rotherham", addDays(londonDayOf(before), -1))
  const days: Array<SqlQuestion["days"][number]> = []
  for (let day = londonDayOf(from); startOfLondonDay(day) < before; day = addDays(day, 1)) {
    const begins = startOfLondonDay(day)
    const dueAt = Result.getOrThrow(dueTimes(begins, policy)).workingDaysDueAt
    days.push({ from: begins, before: startOfLondonDay(addDays(day, 1)), dueAt })
  }
  const months = Array.from({ length: MONTHS }, (_, place) => addMonths(month, place + 1 - MONTHS)).map((each) => ({
    month: formatMonth(each),
    from: startOfMonth(each),
    before: startOfMonth(addMonths(each, 1))
  }))
  return { load, from, before, asOf, months, days, hours: policy.interview.hours.value }
}

import * as Result from "effect/Result"
import { englandAndWales, isProjected } from "../../calendar/calendar.ts"
import { addDays, type CivilDay } from "../../calendar/civilDay.ts"
import { type InputFault, inputFault } from "../../faults/inputFault.ts"
import { type SchoolDates, schoolDayOn } from "./schoolDay.ts"

/** One day of a count, with what it was. */
export type CountedSchoolDay =
  | { readonly day: CivilDay; readonly counted: number; readonly because: string }
  | { readonly day: CivilDay; readonly skipped: string }

/** School days counted day by day. */
export interface SchoolDayCount {
  /** The last of them; undefined where the term dates end before it. */
  readonly lastDay: CivilDay | undefined
  /** How many were counted. */
  readonly counted: number
  /** Every day that was looked at, in order: the explanation. */
  readonly days: ReadonlyArray<CountedSchoolDay>
  /** The first day that no term and no holiday covers, at which the count stopped; undefined where it came to its end. */
  readonly gap: CivilDay | undefined
  /** Whether the count leans on days for which no bank holidays are published. */
  readonly isProjected: boolean
}

export interface SchoolDayQuestion extends SchoolDates {
  /** The day from which is counted; itself not counted, unless `isFromCounted`. */
  readonly from: CivilDay
  readonly isFromCounted?: boolean
  /** How many school days: a whole number from 1 to 200. */
  readonly count: number
}

/** More school days than a year has. */
const MOST = 200

/**
 * Counts school days by term dates, each day explained. It stops at the first day that the dates do not cover, and guesses
 * nothing. How many days matter, and from when, is for the caller: no law is applied here. Days are London's.
 *
 * @example
 * ```ts
 * import { civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 * import { countSchoolDays } from "@safe-return/domain/education"
 * import { Result } from "effect"
 *
 * const source = "Made-up council"
 * const dates = [
 *   { kind: "term", from: civilDay(2026, 9, 1), to: civilDay(2026, 12, 18), name: "Autumn term", source },
 *   { kind: "holiday", from: civilDay(2026, 10, 26), to: civilDay(2026, 10, 30), name: "Half term", source }
 * ] as const
 * const from = civilDay(2026, 10, 16)
 * const counted = Result.getOrThrow(countSchoolDays({ dates, from, count: 10 }))
 * counted.lastDay && formatCivilDay(counted.lastDay) // "2026-11-06"
 *
 * const stopped = Result.getOrThrow(countSchoolDays({ dates, from, count: 60 }))
 * stopped.gap && [stopped.lastDay, stopped.counted, formatCivilDay(stopped.gap)] // [undefined,40,"2026-12-21"]
 * ```
 */
export const countSchoolDays = (question: SchoolDayQuestion): Result.Result<SchoolDayCount, InputFault> => {
  const { from, isFromCounted = false, count, calendar = englandAndWales } = question
  if (!Number.isSafeInteger(count) || count < 1 || count > MOST) {
    return Result.fail(inputFault("count", `Give a whole number of school days, from 1 to ${MOST}.`))
  }
  const first = isFromCounted ? from : addDays(from, 1)
  const days: Array<CountedSchoolDay> = []
  let counted = 0
  for (let day = first; ; day = addDays(day, 1)) {
    const found = schoolDayOn(question, day)
    if (found._tag === "NotKnown") {
      return Result.succeed({
        lastDay: undefined,
        counted,
        days,
        gap: day,
        isProjected: isProjected(calendar, first, day)
      })
    }
    if (found._tag === "NotInSchool") {
      days.push({ day, skipped: found.because })
      continue
    }
    counted += 1
    days.push({ day, counted, because: found.because })
    if (counted === count) {
      return Result.succeed({
        lastDay: day,
        counted,
        days,
        gap: undefined,
        isProjected: isProjected(calendar, first, day)
      })
    }
  }
}

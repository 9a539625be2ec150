import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type InputFault, inputFault } from "../faults/inputFault.ts"
import type { BankHoliday } from "./bankHoliday.ts"
import { type Calendar, countedCalendar, reasonNotWorking } from "./calendar.ts"
import { type CivilDay, formatCivilDay } from "./civilDay.ts"
import { CivilDayFromIso } from "./civilDayFromIso.ts"
import { isCalendar, notACalendar } from "./isCalendar.ts"

/** A day that a council adds or strikes, with why and which role or committee decided. */
export const CalendarOverride = Schema.Struct({
  day: CivilDayFromIso,
  change: Schema.Literals(["add", "strike"]),
  why: Schema.NonEmptyString,
  decidedBy: Schema.NonEmptyString,
  decidedOn: CivilDayFromIso
})
export type CalendarOverride = typeof CalendarOverride.Type

/** Added, but nobody works on that day as it is: most likely a date was mistyped, or it has been published since. */
export interface AlreadyNotWorking {
  readonly _tag: "AlreadyNotWorking"
  readonly message: string
  readonly day: CivilDay
  readonly reason: string
}

const AlreadyNotWorking = (day: CivilDay, reason: string): AlreadyNotWorking => ({
  _tag: "AlreadyNotWorking",
  message: `${formatCivilDay(day)} is not a working day already (${reason}). Check the date, or leave it out.`,
  day,
  reason
})

/** Struck, but no bank holiday. Weekends cannot be struck: they are not days a council is open on by default. */
export interface NoBankHoliday {
  readonly _tag: "NoBankHoliday"
  readonly message: string
  readonly day: CivilDay
}

const NoBankHoliday = (day: CivilDay): NoBankHoliday => ({
  _tag: "NoBankHoliday",
  message: `${formatCivilDay(day)} is no bank holiday, so there is none to strike. Check the date.`,
  day
})

/** One day, two decisions: it cannot be told which holds. */
export interface DecidedTwice {
  readonly _tag: "DecidedTwice"
  readonly message: string
  readonly day: CivilDay
}

const DecidedTwice = (day: CivilDay): DecidedTwice => ({
  _tag: "DecidedTwice",
  message: `${formatCivilDay(day)} is added or struck twice. Keep the decision that holds.`,
  day
})

/** Outside the years whose days are counted. */
export interface DayNotCovered {
  readonly _tag: "DayNotCovered"
  readonly message: string
  readonly day: CivilDay
  readonly first: CivilDay
  readonly last: CivilDay
}

const DayNotCovered = (day: CivilDay, first: CivilDay, last: CivilDay): DayNotCovered => ({
  _tag: "DayNotCovered",
  message: `${formatCivilDay(day)} lies outside the calendar, which runs from ${formatCivilDay(first)} to ${formatCivilDay(last)}. Check the year.`,
  day,
  first,
  last
})

export type OverrideRefusal = AlreadyNotWorking | NoBankHoliday | DecidedTwice | DayNotCovered | InputFault

const isOverride = Schema.is(CalendarOverride)

const checkOverride = (calendar: Calendar, { day, change }: CalendarOverride): Result.Result<void, OverrideRefusal> => {
  const { publishedFrom: first, projectedThrough: last } = calendar
  if (day < first || day > last) return Result.fail(DayNotCovered(day, first, last))
  const holiday = calendar.holidays.get(day)
  if (holiday?.source === "council" || calendar.struck.has(day)) return Result.fail(DecidedTwice(day))
  if (change === "strike") return holiday === undefined ? Result.fail(NoBankHoliday(day)) : Result.void
  const reason = reasonNotWorking(calendar, day)
  return Option.isSome(reason) ? Result.fail(AlreadyNotWorking(day, reason.value)) : Result.void
}

const decision = ({ decidedBy, decidedOn }: CalendarOverride): string =>
  `by ${decidedBy} on ${formatCivilDay(decidedOn)}`

const changed = (calendar: Calendar, override: CalendarOverride): Omit<Calendar, "workingDays"> => {
  const { day, change, why } = override
  const [holidays, struck] = [new Map(calendar.holidays), new Map(calendar.struck)]
  if (change === "add") {
    const added: BankHoliday = Object.freeze({
      day,
      title: `${why} (added ${decision(override)})`,
      source: "council"
    })
    holidays.set(day, added)
  } else {
    const title = holidays.get(day)?.title
    holidays.delete(day)
    struck.set(day, `${title} struck ${decision(override)}: ${why}`)
  }
  const named = `${formatCivilDay(day)} ${change === "add" ? "added" : "struck"} ${decision(override)}`
  return { ...calendar, holidays, struck, version: `${calendar.version}; ${named}` }
}

/**
 * The calendar with a council's own days, under a new version that names each change. Nothing is changed in the
 * calendar given.
 *
 * The first change that makes no sense is refused in words: `AlreadyNotWorking`, `NoBankHoliday`, `DecidedTwice`,
 * `DayNotCovered` (2012 to 2040), or `InputFault` for what is no calendar or was not read with `CalendarOverride`.
 * Nothing throws.
 *
 * Days a council adds beyond the published horizon stay projected: the bank holidays around them may still move.
 *
 * @example
 * ```ts
 * import { civilDay, englandAndWales, isWorkingDay, withOverrides } from "@safe-return/domain/calendar"
 * import { Result } from "effect"
 *
 * const closed = {
 *   day: civilDay(2026, 12, 29),
 *   change: "add",
 *   why: "Closed between the years",
 *   decidedBy: "cabinet",
 *   decidedOn: civilDay(2026, 9, 1)
 * } as const
 * Result.map(withOverrides(englandAndWales, [closed]), (own) => isWorkingDay(own, closed.day)) // success(false)
 * Result.mapError(withOverrides(englandAndWales, [closed, closed]), ({ _tag }) => _tag) // failure("DecidedTwice")
 * ```
 */
export const withOverrides = (
  calendar: Calendar,
  overrides: ReadonlyArray<CalendarOverride>
): Result.Result<Calendar, OverrideRefusal> => {
  if (!isCalendar(calendar)) return Result.fail(notACalendar)
  const wrong = Array.isArray(overrides) ? overrides.findIndex((override) => !isOverride(override)) : 0
  if (wrong !== -1) {
    return Result.fail(
      inputFault(`overrides[${wrong}]`, "Read each of a council's own days with CalendarOverride first.")
    )
  }
  let result: Calendar = calendar
  for (const override of overrides) {
    const check = checkOverride(result, override)
    if (Result.isFailure(check)) return Result.fail(check.failure)
    result = { ...result, ...changed(result, override) }
  }
  return Result.succeed(countedCalendar(result))
}

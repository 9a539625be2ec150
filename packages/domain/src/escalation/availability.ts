/** When someone works and when they are away: the facts, kept apart from any child's. No reason beyond a code. */
import * as Schema from "effect/Schema"
import { type CivilDay, dayOfWeek } from "../calendar/civilDay.ts"
import { CivilDayFromIso } from "../calendar/civilDayFromIso.ts"
import type { Instant } from "../calendar/instant.ts"
import { InstantFromIso } from "../calendar/instantFromIso.ts"
import { londonDayOf, startOfLondonDay } from "../calendar/londonTime.ts"
import { WorkingHours } from "../policy/workingHours.ts"
import { closedList } from "../vocabulary/closedList.ts"
import { PersonId } from "../vocabulary/identifiers.ts"

const list = closedList({ leave: "on leave", sickness: "off sick", other: "away" })
export const awayWords = list.words
export const AwayFor = list.schema
export type AwayFor = typeof AwayFor.Type

export const Away = Schema.Struct({
  /** The first London day away. */
  from: CivilDayFromIso,
  /** The last, included; absent until they say that they are back. */
  to: Schema.optionalKey(CivilDayFromIso),
  for: AwayFor,
  /** Who acts meanwhile. */
  cover: Schema.optionalKey(PersonId),
  /** When it was recorded; absent in what earlier versions kept. */
  recordedAt: Schema.optionalKey(InstantFromIso),
  /** Who recorded it; absent there too. */
  recordedBy: Schema.optionalKey(PersonId)
})
export type Away = typeof Away.Type

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const
export type Weekday = (typeof weekdays)[number]

/** The hours someone works on each day of the week, by London clocks; a day without hours is not worked. */
export const WorkingPattern = Schema.Struct({
  monday: Schema.optionalKey(WorkingHours),
  tuesday: Schema.optionalKey(WorkingHours),
  wednesday: Schema.optionalKey(WorkingHours),
  thursday: Schema.optionalKey(WorkingHours),
  friday: Schema.optionalKey(WorkingHours),
  saturday: Schema.optionalKey(WorkingHours),
  sunday: Schema.optionalKey(WorkingHours)
})
export type WorkingPattern = typeof WorkingPattern.Type

export interface Availability {
  /** Absent where nobody has said. */
  readonly pattern?: WorkingPattern
  readonly away: ReadonlyArray<Away>
}

/**
 * The moment from which a person is away, in epoch milliseconds: the start of their first London day, or when it was
 * recorded in the course of that day, until when they were at work.
 *
 * @example
 * ```ts
 * import { civilDay, utc } from "@safe-return/domain/calendar"
 * import { awaySince } from "@safe-return/domain/escalation"
 *
 * const sick = { from: civilDay(2026, 12, 7), for: "sickness" } as const
 * awaySince(sick) === utc(2026, 12, 7, 0) // true
 * awaySince({ ...sick, recordedAt: utc(2026, 12, 7, 10) }) === utc(2026, 12, 7, 10) // true
 * ```
 */
export const awaySince = ({ from, recordedAt }: Away): Instant =>
  recordedAt !== undefined && londonDayOf(recordedAt) === from ? recordedAt : startOfLondonDay(from)

const covers = ({ from, to }: Away, day: CivilDay): boolean => from <= day && (to === undefined || day <= to)

/**
 * The period for which someone is away on this day; the one that began last, where several are. Undefined where they
 * are there.
 *
 * @param day whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { awayOn } from "@safe-return/domain/escalation"
 *
 * const away = [{ from: civilDay(2026, 11, 23), to: civilDay(2026, 11, 27), for: "leave" } as const]
 * awayOn({ away }, civilDay(2026, 11, 27))?.for // "leave"
 * awayOn({ away }, civilDay(2026, 11, 28)) // undefined
 * ```
 */
export const awayOn = ({ away }: Availability, day: CivilDay): Away | undefined =>
  away.reduce<Away | undefined>(
    (found, period) => (covers(period, day) && (found === undefined || period.from >= found.from) ? period : found),
    undefined
  )

/**
 * The periods away of which any day falls between these two moments, both included, in order.
 *
 * @param from epoch milliseconds
 * @param to epoch milliseconds; the London days of both count
 *
 * @example
 * ```ts
 * import { civilDay, utc } from "@safe-return/domain/calendar"
 * import { awayBetween } from "@safe-return/domain/escalation"
 *
 * const away = [{ from: civilDay(2026, 11, 23), to: civilDay(2026, 11, 27), for: "leave" } as const]
 * awayBetween({ away }, utc(2026, 11, 27, 23), utc(2026, 12, 1)).length // 1
 * awayBetween({ away }, utc(2026, 11, 28), utc(2026, 12, 1)).length // 0
 * ```
 */
export const awayBetween = ({ away }: Availability, from: Instant, to: Instant): ReadonlyArray<Away> => {
  const [first, last] = [londonDayOf(from), londonDayOf(to)]
  return away
    .filter((period) => period.from <= last && (period.to === undefined || period.to >= first))
    .toSorted((a, b) => a.from - b.from)
}

/**
 * The hours someone works on this day, on a London clock; undefined when it is not their day, or nobody has said what
 * is.
 *
 * @param day whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { hoursOn } from "@safe-return/domain/escalation"
 *
 * const pattern = { monday: { opens: "09:00", closes: "15:00" } }
 * hoursOn({ pattern, away: [] }, civilDay(2026, 11, 23)) // {"opens":"09:00","closes":"15:00"}
 * hoursOn({ pattern, away: [] }, civilDay(2026, 11, 24)) // undefined
 * ```
 */
export const hoursOn = ({ pattern }: Availability, day: CivilDay): WorkingHours | undefined =>
  pattern?.[weekdays[(dayOfWeek(day) + 6) % 7] ?? "monday"]

import * as Schema from "effect/Schema"
import { CivilDayFromIso } from "../../calendar/civilDayFromIso.ts"

/** `term`: pupils are in school. `holiday`: nobody is. `inset`: the staff are, and the pupils are not. */
export const TermDateKind = Schema.Literals(["term", "holiday", "inset"])
export type TermDateKind = typeof TermDateKind.Type

/**
 * A stretch of days in a school year, as a council or a school publishes it. Days are written `YYYY-MM-DD`, and both ends
 * belong to it.
 *
 * Source: the school's or council's own publication, which each row names; no law sets term dates.
 */
export const TermDate = Schema.Struct({
  kind: TermDateKind,
  from: CivilDayFromIso,
  /** Absent: one day alone. */
  to: Schema.optionalKey(CivilDayFromIso),
  /** As people know it, such as `Autumn term` or `Half term`. */
  name: Schema.NonEmptyString,
  /** The school whose own it is; absent: the council's, for every school that has none. */
  school: Schema.optionalKey(Schema.NonEmptyString),
  /** Where the dates are published. */
  source: Schema.NonEmptyString
})
export type TermDate = typeof TermDate.Type

/** No stretch is longer than a year: a later end is a year mistyped. */
const LONGEST_DAYS = 366

/**
 * What is wrong between the ends of a stretch, in words; undefined where nothing is.
 *
 * Days are whole days since 1970-01-01, London's; more than 366 of them are a year mistyped.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { termDateFault } from "@safe-return/domain/education"
 *
 * const term = { kind: "term", name: "Autumn term", source: "Made-up council", from: civilDay(2026, 9, 1) } as const
 * termDateFault({ ...term, to: civilDay(2026, 12, 18) }) // undefined
 * termDateFault({ ...term, to: civilDay(2026, 8, 18) }) // "This ends before it begins. Check both days."
 * ```
 */
export const termDateFault = ({ from, to = from }: TermDate): string | undefined => {
  if (to < from) return "This ends before it begins. Check both days."
  return to - from > LONGEST_DAYS ? "This is longer than a year. Check the year of its end." : undefined
}

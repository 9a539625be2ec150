import * as Schema from "effect/Schema"
import { CivilDayFromIso } from "../../calendar/civilDayFromIso.ts"
import { TypedChildReference } from "../../pathway/referenceSpelling.ts"
import { closedList } from "../../vocabulary/closedList.ts"
import { TypedPupilReference } from "../caseTable/pupilReference.ts"

export const exclusionKindWords = closedList({
  suspension: "Suspension",
  "permanent-exclusion": "Permanent exclusion"
})
export const ExclusionKind = exclusionKindWords.schema
export type ExclusionKind = typeof ExclusionKind.Type

/**
 * One suspension or permanent exclusion, in the columns of the published exclusion table. Days are written `YYYY-MM-DD`, and both
 * ends belong to it. Blank is not recorded: the key is then absent.
 *
 * Source: the published contracts, children missing education.
 */
export const ExclusionRow = Schema.Struct({
  /** The education system's reference. */
  child_ref: TypedPupilReference,
  /** The social care system's reference, where one is known. */
  social_care_ref: Schema.optionalKey(TypedChildReference),
  kind: ExclusionKind,
  from: Schema.optionalKey(CivilDayFromIso),
  to: Schema.optionalKey(CivilDayFromIso),
  school: Schema.optionalKey(Schema.NonEmptyString)
})
export type ExclusionRow = typeof ExclusionRow.Type

/**
 * What is wrong between the days of an exclusion, in words; undefined where nothing is.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { exclusionFault, PupilReference } from "@safe-return/domain/education"
 *
 * const row = { child_ref: PupilReference.make("EDU-20117"), kind: "suspension", from: civilDay(2026, 3, 4) } as const
 * exclusionFault(row) // undefined
 * exclusionFault({ ...row, to: civilDay(2026, 3, 2) }) // "This ends before it begins. Check both days."
 * ```
 */
export const exclusionFault = ({ from, to }: ExclusionRow): string | undefined =>
  from !== undefined && to !== undefined && to < from ? "This ends before it begins. Check both days." : undefined

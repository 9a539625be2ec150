import * as Schema from "effect/Schema"
import { Citation, PositiveInt, sourced } from "../../policy/sourced.ts"

/** The roles of those who work on cases of children missing education. */
export const EducationRole = Schema.Literals(["education-officer", "attendance", "admissions", "education-manager"])
export type EducationRole = typeof EducationRole.Type

/** What people are asked for on a case. */
export const DutyKind = Schema.Literals([
  "no-enquiry",
  "no-start",
  "no-reason",
  "answer-unread",
  "trace-unanswered",
  "offer-unanswered",
  "next-band",
  /** What the return of a census day asks for and the case does not say. */
  "census-gaps",
  /** A school's return that opened no case, and that nobody has looked at. */
  "school-return"
])
export type DutyKind = typeof DutyKind.Type

/** Who is asked for one kind of duty. */
export const DutyOwners = Schema.Struct({
  kind: DutyKind,
  /** The holders of each of them are asked at once. */
  roles: Schema.NonEmptyArray(EducationRole),
  /** Nothing can be recorded of it: it is said on one morning, and goes to no manager. */
  isSaidOnce: Schema.optionalKey(Schema.Boolean),
  ...Citation.fields
})
export type DutyOwners = typeof DutyOwners.Type

/** Who is asked for what a case waits for, and when their managers are asked too. */
export const DutyAsking = Schema.Struct({
  owners: Schema.Array(DutyOwners),
  /** Whole days after the first reminder. */
  managersAfterDays: sourced(PositiveInt)
})
export type DutyAsking = typeof DutyAsking.Type

import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { CivilDayFromIso } from "../../calendar/civilDayFromIso.ts"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { personalIn } from "../../pathway/personalReference.ts"
import { tidyReference } from "../../pathway/referenceSpelling.ts"
import { closedList } from "../../vocabulary/closedList.ts"
import { ChildReference, type PersonId } from "../../vocabulary/identifiers.ts"
import type { CmeCaseId } from "../case/identifiers.ts"
import { GroundLetter } from "../caseTable/groundLetters.ts"
import { TypedPupilReference } from "../caseTable/pupilReference.ts"
import { CmeReason } from "../caseTable/reasons.ts"

/** What a school tells the council: a child came off its roll, has been absent for ten school days, or may be missing education. */
export const SchoolReturnKind = Schema.Literals(["deletion", "ten-day-absence", "referral"])
export type SchoolReturnKind = typeof SchoolReturnKind.Type

/**
 * What the sender calls one return of its own, such as `SCH-4001-2026-17`; never a name.
 *
 * @example
 * SchoolReference.make("SCH-4001-2026-17")
 */
export const SchoolReference = Schema.String.check(
  Schema.isPattern(/^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/, {
    expected: "the school's own reference for the return: letters, digits, - . _ / and at least one digit, no spaces"
  })
).pipe(Schema.brand("SchoolReference"))
export type SchoolReference = typeof SchoolReference.Type

/** What a person found who looked at a return that opened no case. */
export const returnFindingWords = closedList({
  "at-school": "The child is at school, or expected back",
  "followed-up": "The school or the attendance team is following it up",
  referred: "The child was referred, or has an open case",
  "no-case": "No case is needed: the child died, or is over school age",
  "sent-in-error": "It was sent by mistake"
})
export const ReturnFinding = returnFindingWords.schema
export type ReturnFinding = typeof ReturnFinding.Type

/** One return about one child, as a school sends it. Written: ISO 8601 and `YYYY-MM-DD`; days are London's. */
export const SchoolReturn = Schema.Struct({
  kind: SchoolReturnKind,
  schoolReference: SchoolReference,
  sentAt: InstantFromIso,
  /** Deletion: the first day off the roll. Absence: its first day. Referral: since when education is missed. */
  from: CivilDayFromIso,
  to: Schema.optionalKey(CivilDayFromIso),
  ground: Schema.optionalKey(GroundLetter),
  reason: Schema.optionalKey(CmeReason)
})
export type SchoolReturn = typeof SchoolReturn.Type

/** Its form is that of a child's reference, so that what it looks like can be asked of both. */
const holdsNoName = Schema.makeFilter((reference: string) =>
  Option.contains(personalIn(ChildReference.make(reference)), "name")
    ? "the school's own reference for the return, such as SCH-4001-17: this looks like a name, and was not kept"
    : undefined
)

/** As it comes in from outside, about the child of the education reference. */
export const SentSchoolReturn = Schema.Struct({
  ...SchoolReturn.fields,
  schoolReference: Schema.String.pipe(
    Schema.decodeTo(
      SchoolReference,
      SchemaTransformation.transform({ decode: tidyReference, encode: (reference: string) => reference })
    )
  ).check(holdsNoName),
  child: Schema.Struct({ reference: TypedPupilReference })
})
export type SentSchoolReturn = typeof SentSchoolReturn.Type

/** A return as it is on record of a child, with the case it was kept on. */
export type KeptReturn = SchoolReturn & {
  /** Absent where it opened no case: a ten-day absence, and a child who died or is over school age. */
  readonly caseId?: CmeCaseId
  /** What a person found who looked at one that opened no case. */
  readonly look?: { readonly finding: ReturnFinding; readonly by: PersonId }
}

/**
 * The returns that opened no case and that nobody has looked at, in the order of sending.
 *
 * @example
 * ```ts
 * import { civilDay, utc } from "@safe-return/domain/calendar"
 * import { emptyPupilState, evolveCase, SchoolReference, unseenReturnsOf } from "@safe-return/domain/education"
 *
 * const named = { kind: "ten-day-absence", schoolReference: SchoolReference.make("SCH-4001-17") } as const
 * const received = { ...named, sentAt: utc(2026, 11, 30, 9), from: civilDay(2026, 11, 16) }
 * const kept = evolveCase(emptyPupilState, { _tag: "SchoolReturnKept", received })
 * unseenReturnsOf(kept).map(({ kind }) => kind) // ["ten-day-absence"]
 * ```
 */
export const unseenReturnsOf = ({
  returns = []
}: {
  readonly returns?: ReadonlyArray<KeptReturn>
}): ReadonlyArray<KeptReturn> => returns.filter(({ caseId, look }) => caseId === undefined && look === undefined)

/**
 * Whether two returns go by the same name: what is sent under it again is a repeat, or contradicts it. Capitals do not count.
 *
 * @example
 * ```ts
 * import { isSameReturn, SchoolReference } from "@safe-return/domain/education"
 *
 * const deletion = { kind: "deletion", schoolReference: SchoolReference.make("SCH-4001-17") } as const
 * isSameReturn(deletion, { ...deletion, schoolReference: SchoolReference.make("sch-4001-17") }) // true
 * isSameReturn(deletion, { ...deletion, kind: "referral" }) // false
 * ```
 */
export const isSameReturn = (
  one: Pick<SchoolReturn, "kind" | "schoolReference">,
  other: Pick<SchoolReturn, "kind" | "schoolReference">
): boolean => one.kind === other.kind && one.schoolReference.toLowerCase() === other.schoolReference.toLowerCase()

const nameOf = ({ schoolReference, kind }: SchoolReturn): string => `${schoolReference} ${kind}`

/** In the order of sending; by name where two were sent at one moment. */
export const bySending = (one: SchoolReturn, other: SchoolReturn): number =>
  one.sentAt - other.sentAt || (nameOf(one) < nameOf(other) ? -1 : 1)

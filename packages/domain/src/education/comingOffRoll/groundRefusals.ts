import { type CivilDay, formatCivilDay } from "../../calendar/civilDay.ts"
import type { GroundLetter } from "../caseTable/groundLetters.ts"

/** Which of the questions of a ground is not answered as it has to be. */
export type GroundQuestion = "absence" | "cause" | "enquiries" | "agreement" | "day"

/** One reason why a ground does not hold, with a sentence that says what to do. */
export interface GroundRefusal {
  readonly _tag: string
  readonly question: GroundQuestion
  /** The part of the claim to look at. */
  readonly field: string
  readonly message: string
  /** The day that it is about, where it is about one. */
  readonly day?: CivilDay
}

/** A ground that does not hold: every reason why, so that all are mended at once. */
export interface GroundNotMet {
  readonly _tag: "GroundNotMet"
  readonly ground: GroundLetter
  readonly refusals: readonly [GroundRefusal, ...ReadonlyArray<GroundRefusal>]
}

const absence = (_tag: string, field: string, message: string, day?: CivilDay): GroundRefusal => ({
  _tag,
  question: "absence",
  field,
  message,
  ...(day === undefined ? {} : { day })
})

export const AbsenceTooShort = (counted: number, needed: number) =>
  absence(
    "AbsenceTooShort",
    "register",
    `The register shows ${counted} of ${needed} school days of absence without permission. Wait until there are ${needed}, and keep looking for the child.`
  )

/** Without the mark itself: of a child who is ill it would say so. */
export const AbsenceBroken = (counted: number, needed: number, day: CivilDay) =>
  absence(
    "AbsenceBroken",
    "register",
    `The absence was broken on ${formatCivilDay(day)}: a session that day is not marked as absent without permission. Only ${counted} of ${needed} school days have passed since.`,
    day
  )

export const RegisterIncomplete = (day: CivilDay) =>
  absence(
    "RegisterIncomplete",
    "register",
    `The register has no mark for ${formatCivilDay(day)}, which is a school day. Fill it in from the school's register.`,
    day
  )

export const MarkedTwice = (day: CivilDay) =>
  absence(
    "MarkedTwice",
    "register",
    `${formatCivilDay(day)} is in the register twice. Keep the one that is right.`,
    day
  )

export const MarkedOnNoSchoolDay = (day: CivilDay, because: string) =>
  absence(
    "MarkedOnNoSchoolDay",
    "register",
    `${formatCivilDay(day)} is marked and is no school day (${because}). Check the register, or the term dates.`,
    day
  )

export const TermDatesEnd = (day: CivilDay) =>
  absence(
    "TermDatesEnd",
    "dates",
    `No term and no holiday covers ${formatCivilDay(day)}, so school days cannot be counted. Add the dates that are missing.`,
    day
  )

export const NotYetOver = (lastDay: CivilDay, needed: number) =>
  absence(
    "NotYetOver",
    "decidedOn",
    `School day ${needed} after the leave is ${formatCivilDay(lastDay)}. Decide once that day is over.`,
    lastDay
  )

export const CameBack = (day: CivilDay) =>
  absence(
    "CameBack",
    "attendedOn",
    `The child attended on ${formatCivilDay(day)}, within the days after the leave, so this ground does not hold.`,
    day
  )

export const LeaveInFuture: GroundRefusal = absence(
  "LeaveInFuture",
  "leaveEndedOn",
  "The leave has not ended yet. Check its last day."
)

export const CauseNotConsidered: GroundRefusal = {
  _tag: "CauseNotConsidered",
  question: "cause",
  field: "cause",
  message: "Consider first whether sickness or an unavoidable cause may keep the child away, and record the answer."
}

export const CausePossible: GroundRefusal = {
  _tag: "CausePossible",
  question: "cause",
  field: "cause",
  message:
    "There is reason to believe that sickness or an unavoidable cause keeps the child away, so the child stays on the roll."
}

export const EnquiriesNotTogether = (missing: "school" | "council" | "both" | "together"): GroundRefusal => ({
  _tag: "EnquiriesNotTogether",
  question: "enquiries",
  field: "enquiries",
  message:
    missing === "together"
      ? "School and council have each asked, but not together. Agree who asks what, and record that you did."
      : `Reasonable enquiries are made by school and council together. Those of ${missing === "both" ? "both are" : `the ${missing} are`} missing for this absence.`
})

export const EnquiryUnread: GroundRefusal = {
  _tag: "EnquiryUnread",
  question: "enquiries",
  field: "enquiries",
  message: "What came of an enquiry waits for a person to read it. Read it first: it may say where the child is."
}

export const NotBothAgreed = (missing: "school" | "council" | "both"): GroundRefusal => ({
  _tag: "NotBothAgreed",
  question: "agreement",
  field: "found",
  message: `The child was found. School and council must both agree that there is no reasonable ground to believe that the child will attend again; ${missing === "both" ? "neither does" : `the ${missing} does not`}.`
})

export const BackDated = (decidedOn: CivilDay): GroundRefusal => ({
  _tag: "BackDated",
  question: "day",
  field: "deletedOn",
  message: `A name never comes off a roll back-dated. Choose ${formatCivilDay(decidedOn)}, the day of the decision, or a later one.`,
  day: decidedOn
})

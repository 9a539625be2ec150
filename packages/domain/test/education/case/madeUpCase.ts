import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { type CivilDay, Instant, parseInstant } from "../../../src/calendar/index.ts"
import {
  CmeCaseId,
  type CmeCommand,
  type CmeEvent,
  type CmeRefusal,
  decideCase,
  EnquiryId,
  emptyPupilState,
  evolveCase,
  type PupilState,
  usualCmePolicy
} from "../../../src/education/index.ts"
import { AuthorityName, PersonId } from "../../../src/pathway/index.ts"
import { day } from "../caseTexts.ts"

/** Later than every day that the tests name without a word. */
export const NOW: Instant = Option.getOrElse(parseInstant("2026-12-01T09:00:00Z"), () => Instant(0))

export const caseId = (number: number): CmeCaseId => CmeCaseId.make(`case-${number}`)
export const enquiryId = (number: number): EnquiryId => EnquiryId.make(`enquiry-${number}`)
export const officer = PersonId.make("made-up-officer")
export const sheffield = AuthorityName.make("Sheffield City Council")

export const refer = (number = 1, referredOn: CivilDay = day("2026-09-07")): CmeCommand => ({
  _tag: "ReferCase",
  caseId: caseId(number),
  referredOn,
  policy: usualCmePolicy
})

/** About case 1. */
export const about = {
  start: { _tag: "RecordStart", caseId: caseId(1), since: day("2026-09-01") },
  reason: { _tag: "RecordReason", caseId: caseId(1), reason: "Unknown" },
  whereabouts: { _tag: "RecordPupilWhereabouts", caseId: caseId(1), whereabouts: "not-known", asOf: day("2026-09-08") },
  enquiry: {
    _tag: "MakeEnquiry",
    caseId: caseId(1),
    enquiryId: enquiryId(1),
    kind: "home-visit",
    madeOn: day("2026-09-09"),
    by: officer
  },
  unreadable: {
    _tag: "RecordAnswer",
    caseId: caseId(1),
    enquiryId: enquiryId(1),
    answer: "unreadable",
    answeredOn: day("2026-09-10")
  },
  read: { _tag: "ReadAnswer", caseId: caseId(1), enquiryId: enquiryId(1), reading: "nothing-known", by: officer },
  trace: { _tag: "TraceToAuthority", caseId: caseId(1), authority: sheffield, tracedOn: day("2026-09-14") },
  acknowledge: { _tag: "AcknowledgeTrace", caseId: caseId(1), acknowledgedOn: day("2026-09-21") },
  reject: { _tag: "RejectTrace", caseId: caseId(1), rejectedOn: day("2026-09-21") },
  abroad: { _tag: "RecordReturnFromAbroad", caseId: caseId(1), returnedOn: day("2026-09-15") },
  application: {
    _tag: "RecordApplication",
    caseId: caseId(1),
    school: "Made-up Academy",
    appliedOn: day("2026-09-16")
  },
  offer: { _tag: "RecordOffer", caseId: caseId(1), school: "Made-up Academy", offeredOn: day("2026-09-23") },
  accepted: { _tag: "AnswerOffer", caseId: caseId(1), answer: "accepted", answeredOn: day("2026-09-25") },
  declined: { _tag: "AnswerOffer", caseId: caseId(1), answer: "declined", answeredOn: day("2026-09-25") },
  admit: { _tag: "AdmitPupil", caseId: caseId(1), school: "Made-up Academy", admittedOn: day("2026-10-05") },
  unsuitable: {
    _tag: "JudgeHomeEducation",
    caseId: caseId(1),
    judgement: "unsuitable",
    judgedOn: day("2026-09-17"),
    by: officer
  },
  suitable: {
    _tag: "JudgeHomeEducation",
    caseId: caseId(1),
    judgement: "suitable",
    judgedOn: day("2026-09-18"),
    by: officer
  },
  notice: { _tag: "RecordOrderStep", caseId: caseId(1), step: "notice", on: day("2026-09-18") },
  served: { _tag: "RecordOrderStep", caseId: caseId(1), step: "served", on: day("2026-10-12") },
  closeAbroad: { _tag: "CloseCase", caseId: caseId(1), outcome: "abroad", closedOn: day("2026-10-19") },
  closeInSchool: { _tag: "CloseCase", caseId: caseId(1), outcome: "school-place", closedOn: day("2026-10-05") },
  reopen: { _tag: "ReopenCase", caseId: caseId(1), reason: "did-not-come-about" },
  correct: {
    _tag: "CorrectCase",
    caseId: caseId(1),
    facts: { area: "Central" },
    cleared: ["since"],
    reason: "new-information"
  },
  mergeIntoTwo: { _tag: "MergeCase", caseId: caseId(1), into: caseId(2) },
  separate: { _tag: "SeparateCase", caseId: caseId(1), reason: "wrong-child" }
} as const satisfies Readonly<Record<string, CmeCommand>>

export interface Told {
  readonly state: PupilState
  readonly events: ReadonlyArray<CmeEvent>
  readonly refusal: CmeRefusal | undefined
}

/** One command put to a state. */
export const tell = (state: PupilState, command: CmeCommand, now: Instant = NOW): Told => {
  const decision = decideCase(state, command, { now })
  const events = Result.getOrElse(decision, () => [])
  return {
    state: events.reduce(evolveCase, state),
    events,
    refusal: Result.isFailure(decision) ? decision.failure : undefined
  }
}

/** The state after commands that must all be taken. */
export const after = (...commands: ReadonlyArray<CmeCommand>): PupilState =>
  commands.reduce((state, command) => {
    const told = tell(state, command)
    if (told.refusal !== undefined) throw new Error(`${command._tag}: ${told.refusal.message}`)
    return told.state
  }, emptyPupilState)

export const refusalTag = (state: PupilState, command: CmeCommand, now?: Instant): string =>
  tell(state, command, now).refusal?._tag ?? "accepted"

/** What happened in the cases of one child, without name or narrative: only added to, new facts of old kinds optional. */
import * as Schema from "effect/Schema"
import { CivilDayFromIso } from "../../calendar/civilDayFromIso.ts"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { AuthorityName, PersonId } from "../../vocabulary/identifiers.ts"
import { CmeOutcome } from "../caseTable/outcomes.ts"
import { CmeReason } from "../caseTable/reasons.ts"
import { PupilWhereabouts } from "../caseTable/whereaboutsWords.ts"
import { CmePolicy } from "../policy/cmePolicy.ts"
import { ClearedFact, CorrectedFacts, referralFacts } from "./caseFacts.ts"
import {
  CmeCorrectionReason,
  CmeReopenReason,
  EnquiryAnswer,
  EnquiryReading,
  HomeEducationJudgement,
  OfferAnswer
} from "./caseWords.ts"
import { CmeCaseId, EnquiryId } from "./identifiers.ts"
import { OrderStep } from "./orderSteps.ts"

const event = <const Tag extends string, const Fields extends Schema.Struct.Fields>(tag: Tag, fields: Fields) =>
  Schema.TaggedStruct(tag, { caseId: CmeCaseId, ...fields })

const known = Schema.optionalKey

/** Every kind of event, in the order of a case. */
export const caseEventKinds = [
  event("CaseReferred", {
    referredOn: CivilDayFromIso,
    since: known(CivilDayFromIso),
    reason: known(CmeReason),
    ...referralFacts,
    /** Frozen onto the case. */
    policy: CmePolicy
  }),
  event("StartRecorded", { since: CivilDayFromIso }),
  event("ReasonRecorded", { reason: CmeReason }),
  event("PupilWhereaboutsRecorded", { whereabouts: PupilWhereabouts, asOf: CivilDayFromIso }),
  event("EnquiryMade", { enquiryId: EnquiryId, kind: Schema.NonEmptyString, madeOn: CivilDayFromIso, by: PersonId }),
  event("AnswerRecorded", { enquiryId: EnquiryId, answer: EnquiryAnswer, answeredOn: CivilDayFromIso }),
  event("AnswerRead", { enquiryId: EnquiryId, reading: EnquiryReading, by: PersonId }),
  event("TracedToAuthority", { authority: AuthorityName, tracedOn: CivilDayFromIso }),
  event("TraceAcknowledged", { acknowledgedOn: CivilDayFromIso }),
  event("TraceRejected", { rejectedOn: CivilDayFromIso }),
  event("ReturnedFromAbroad", { returnedOn: CivilDayFromIso }),
  event("ApplicationRecorded", { school: Schema.NonEmptyString, appliedOn: CivilDayFromIso }),
  event("OfferRecorded", { school: Schema.NonEmptyString, offeredOn: CivilDayFromIso }),
  event("OfferAnswered", { answer: OfferAnswer, answeredOn: CivilDayFromIso }),
  event("PupilAdmitted", { school: Schema.NonEmptyString, admittedOn: CivilDayFromIso }),
  event("HomeEducationJudged", { judgement: HomeEducationJudgement, judgedOn: CivilDayFromIso, by: PersonId }),
  event("OrderStepRecorded", { step: OrderStep, on: CivilDayFromIso }),
  event("CaseClosed", { outcome: CmeOutcome, closedOn: CivilDayFromIso }),
  event("CaseReopened", { reason: CmeReopenReason }),
  event("CaseCorrected", { facts: CorrectedFacts, cleared: Schema.Array(ClearedFact), reason: CmeCorrectionReason }),
  /** This case is the same as another, which goes on. */
  event("CaseMerged", { into: CmeCaseId }),
  event("CaseSeparated", { reason: CmeCorrectionReason })
] as const

export const CmeEvent = Schema.Union(caseEventKinds)
export type CmeEvent = typeof CmeEvent.Type

/** One kind of event. */
export type CmeEventOf<Tag extends CmeEvent["_tag"]> = Extract<CmeEvent, { readonly _tag: Tag }>

/** An event with when and by which person it was recorded. `recordedAt` is our clock, not the time of what happened. */
export const RecordedCmeEvent = Schema.Struct({
  recordedAt: InstantFromIso,
  recordedBy: PersonId,
  event: CmeEvent
})
export type RecordedCmeEvent = typeof RecordedCmeEvent.Type

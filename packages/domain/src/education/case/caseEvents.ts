/** What happened in the cases of one child, without name or narrative: only added to, new facts of old kinds optional. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { PersonId } from "../../vocabulary/identifiers.ts"
import { CmePolicy } from "../policy/cmePolicy.ts"
import { ReturnFinding, SchoolReference, SchoolReturn, SchoolReturnKind } from "../schoolReturn/schoolReturn.ts"
import { caseFacts } from "./caseFacts.ts"
import { CmeCaseId } from "./identifiers.ts"

const event = <const Tag extends string, const Fields extends Schema.Struct.Fields>(tag: Tag, fields: Fields) =>
  Schema.TaggedStruct(tag, { caseId: CmeCaseId, ...fields })

/** Every kind of event, in the order of a case. */
export const caseEventKinds = [
  event("CaseReferred", {
    ...caseFacts.referral,
    /** Frozen onto the case. */
    policy: CmePolicy
  }),
  event("StartRecorded", caseFacts.start),
  event("ReasonRecorded", caseFacts.reason),
  event("PupilWhereaboutsRecorded", caseFacts.whereabouts),
  event("EnquiryMade", caseFacts.enquiry),
  event("AnswerRecorded", caseFacts.answer),
  event("AnswerRead", caseFacts.reading),
  event("TracedToAuthority", caseFacts.trace),
  event("TraceAcknowledged", caseFacts.traceAcknowledgement),
  event("TraceRejected", caseFacts.traceRejection),
  event("ReturnedFromAbroad", caseFacts.returnFromAbroad),
  event("ApplicationRecorded", caseFacts.application),
  event("OfferRecorded", caseFacts.offer),
  event("OfferAnswered", caseFacts.offerAnswer),
  event("PupilAdmitted", caseFacts.admission),
  event("HomeEducationJudged", caseFacts.homeEducation),
  event("OrderStepRecorded", caseFacts.orderStep),
  event("CaseClosed", caseFacts.closing),
  event("CaseReopened", caseFacts.reopening),
  event("CaseCorrected", caseFacts.correction),
  /** This case is the same as another, which goes on. */
  event("CaseMerged", caseFacts.merge),
  event("CaseSeparated", caseFacts.separation),
  /** What a school sent, on the case where it is about one. */
  Schema.TaggedStruct("SchoolReturnKept", { caseId: Schema.optionalKey(CmeCaseId), received: SchoolReturn }),
  /** A person looked at a return that opened no case. */
  Schema.TaggedStruct("SchoolReturnSeen", {
    kind: SchoolReturnKind,
    schoolReference: SchoolReference,
    finding: ReturnFinding,
    by: PersonId
  })
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

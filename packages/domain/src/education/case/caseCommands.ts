/** What a person or a system asks for about a child missing education. `decideCase` answers with events or a refusal. */
import * as Schema from "effect/Schema"
import { CivilDayFromIso } from "../../calendar/civilDayFromIso.ts"
import { CmePolicy } from "../policy/cmePolicy.ts"
import { caseFacts } from "./caseFacts.ts"
import { CmeCaseId } from "./identifiers.ts"

const command = <const Tag extends string, const Fields extends Schema.Struct.Fields>(tag: Tag, fields: Fields) =>
  Schema.TaggedStruct(tag, { caseId: CmeCaseId, ...fields })

const known = Schema.optionalKey

/** The schema of every kind of command, in the order of a case. Ids come from the caller; days are London's. */
export const caseCommandKinds = [
  command("ReferCase", {
    ...caseFacts.referral,
    /** Only to see whether the child is of compulsory school age: it is not kept. */
    bornOn: known(CivilDayFromIso),
    policy: CmePolicy
  }),
  command("RecordStart", caseFacts.start),
  command("RecordReason", caseFacts.reason),
  command("RecordPupilWhereabouts", caseFacts.whereabouts),
  command("MakeEnquiry", caseFacts.enquiry),
  command("RecordAnswer", caseFacts.answer),
  command("ReadAnswer", caseFacts.reading),
  command("TraceToAuthority", caseFacts.trace),
  command("AcknowledgeTrace", caseFacts.traceAcknowledgement),
  command("RejectTrace", caseFacts.traceRejection),
  command("RecordReturnFromAbroad", caseFacts.returnFromAbroad),
  command("RecordApplication", caseFacts.application),
  command("RecordOffer", caseFacts.offer),
  command("AnswerOffer", caseFacts.offerAnswer),
  command("AdmitPupil", caseFacts.admission),
  command("JudgeHomeEducation", caseFacts.homeEducation),
  command("RecordOrderStep", caseFacts.orderStep),
  command("CloseCase", caseFacts.closing),
  command("ReopenCase", caseFacts.reopening),
  command("CorrectCase", caseFacts.correction),
  /** The case named is a duplicate of another, which goes on. */
  command("MergeCase", caseFacts.merge),
  command("SeparateCase", caseFacts.separation)
] as const

/** Whatever can be asked for. Written: JSON with days as `YYYY-MM-DD`. Read: days are whole days since 1970-01-01. */
export const CmeCommand = Schema.Union(caseCommandKinds)
export type CmeCommand = typeof CmeCommand.Type

/** One kind of command. */
export type CmeCommandOf<Tag extends CmeCommand["_tag"]> = Extract<CmeCommand, { readonly _tag: Tag }>

/** What a person or a system asks for about a child missing education. `decideCase` answers with events or a refusal. */
import * as Schema from "effect/Schema"
import { CivilDayFromIso } from "../../calendar/civilDayFromIso.ts"
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

const command = <const Tag extends string, const Fields extends Schema.Struct.Fields>(tag: Tag, fields: Fields) =>
  Schema.TaggedStruct(tag, { caseId: CmeCaseId, ...fields })

const known = Schema.optionalKey

/** The schema of every kind of command, in the order of a case. Ids come from the caller; days are London's. */
export const caseCommandKinds = [
  command("ReferCase", {
    referredOn: CivilDayFromIso,
    since: known(CivilDayFromIso),
    reason: known(CmeReason),
    ...referralFacts,
    /** Only to see whether the child is of compulsory school age: it is not kept. */
    bornOn: known(CivilDayFromIso),
    policy: CmePolicy
  }),
  command("RecordStart", { since: CivilDayFromIso }),
  command("RecordReason", { reason: CmeReason }),
  command("RecordPupilWhereabouts", { whereabouts: PupilWhereabouts, asOf: CivilDayFromIso }),
  command("MakeEnquiry", { enquiryId: EnquiryId, kind: Schema.NonEmptyString, madeOn: CivilDayFromIso, by: PersonId }),
  command("RecordAnswer", { enquiryId: EnquiryId, answer: EnquiryAnswer, answeredOn: CivilDayFromIso }),
  command("ReadAnswer", { enquiryId: EnquiryId, reading: EnquiryReading, by: PersonId }),
  command("TraceToAuthority", { authority: AuthorityName, tracedOn: CivilDayFromIso }),
  command("AcknowledgeTrace", { acknowledgedOn: CivilDayFromIso }),
  command("RejectTrace", { rejectedOn: CivilDayFromIso }),
  command("RecordReturnFromAbroad", { returnedOn: CivilDayFromIso }),
  command("RecordApplication", { school: Schema.NonEmptyString, appliedOn: CivilDayFromIso }),
  command("RecordOffer", { school: Schema.NonEmptyString, offeredOn: CivilDayFromIso }),
  command("AnswerOffer", { answer: OfferAnswer, answeredOn: CivilDayFromIso }),
  command("AdmitPupil", { school: Schema.NonEmptyString, admittedOn: CivilDayFromIso }),
  command("JudgeHomeEducation", { judgement: HomeEducationJudgement, judgedOn: CivilDayFromIso, by: PersonId }),
  command("RecordOrderStep", { step: OrderStep, on: CivilDayFromIso }),
  command("CloseCase", { outcome: CmeOutcome, closedOn: CivilDayFromIso }),
  command("ReopenCase", { reason: CmeReopenReason }),
  command("CorrectCase", { facts: CorrectedFacts, cleared: Schema.Array(ClearedFact), reason: CmeCorrectionReason }),
  /** The case named is a duplicate of another, which goes on. */
  command("MergeCase", { into: CmeCaseId }),
  command("SeparateCase", { reason: CmeCorrectionReason })
] as const

/** Whatever can be asked for. Written: JSON with days as `YYYY-MM-DD`. Read: days are whole days since 1970-01-01. */
export const CmeCommand = Schema.Union(caseCommandKinds)
export type CmeCommand = typeof CmeCommand.Type

/** One kind of command. */
export type CmeCommandOf<Tag extends CmeCommand["_tag"]> = Extract<CmeCommand, { readonly _tag: Tag }>

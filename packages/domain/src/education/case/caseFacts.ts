/** The facts of a case, each kind written once: a command asks for what its event records. */
import * as Schema from "effect/Schema"
import { CivilDayFromIso } from "../../calendar/civilDayFromIso.ts"
import { AuthorityName, ChildReference, PersonId } from "../../vocabulary/identifiers.ts"
import { Ethnicity } from "../caseTable/ethnicity.ts"
import { GroundLetter } from "../caseTable/groundLetters.ts"
import { CmeOutcome } from "../caseTable/outcomes.ts"
import { CmeReason } from "../caseTable/reasons.ts"
import { Sex } from "../caseTable/sexes.ts"
import { PupilWhereabouts } from "../caseTable/whereaboutsWords.ts"
import { YearGroup } from "../caseTable/yearGroups.ts"
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

const known = Schema.optionalKey

/** What a referral says of the child besides why they are missing education; each may be left out. */
const referralFacts = {
  source: known(Schema.NonEmptyString),
  area: known(Schema.NonEmptyString),
  ethnicity: known(Ethnicity),
  sex: known(Sex),
  yearGroup: known(YearGroup),
  ground: known(GroundLetter),
  /** The social care system's reference. */
  socialCareReference: known(ChildReference)
}

/** What a correction may put right. */
export const CorrectedFacts = Schema.Struct({
  referredOn: known(CivilDayFromIso),
  since: known(CivilDayFromIso),
  reason: known(CmeReason),
  ...referralFacts
})
export type CorrectedFacts = typeof CorrectedFacts.Type

/** What a correction may take back, so that it is not recorded any more. */
export const ClearedFact = Schema.Literals([
  "since",
  "reason",
  "source",
  "area",
  "ethnicity",
  "sex",
  "yearGroup",
  "ground",
  "socialCareReference",
  "trace",
  "offer",
  "admission",
  "homeEducation",
  "returnedFromAbroadOn"
])
export type ClearedFact = typeof ClearedFact.Type

/** An entry of one of a case's lists that was recorded by mistake, by what tells it from the others. */
export const WithdrawnEntry = Schema.Union([
  Schema.TaggedStruct("Enquiry", { enquiryId: EnquiryId }),
  Schema.TaggedStruct("Whereabouts", { whereabouts: PupilWhereabouts, asOf: CivilDayFromIso }),
  Schema.TaggedStruct("Application", { school: Schema.NonEmptyString, appliedOn: CivilDayFromIso }),
  Schema.TaggedStruct("OrderStep", { step: OrderStep, on: CivilDayFromIso })
])
export type WithdrawnEntry = typeof WithdrawnEntry.Type

/** What is recorded with each kind of command, and so with the event that it comes to. */
export const caseFacts = {
  referral: {
    referredOn: CivilDayFromIso,
    since: known(CivilDayFromIso),
    reason: known(CmeReason),
    ...referralFacts
  },
  start: { since: CivilDayFromIso },
  reason: { reason: CmeReason },
  whereabouts: { whereabouts: PupilWhereabouts, asOf: CivilDayFromIso },
  enquiry: { enquiryId: EnquiryId, kind: Schema.NonEmptyString, madeOn: CivilDayFromIso, by: PersonId },
  answer: { enquiryId: EnquiryId, answer: EnquiryAnswer, answeredOn: CivilDayFromIso },
  reading: { enquiryId: EnquiryId, reading: EnquiryReading, by: PersonId },
  trace: { authority: AuthorityName, tracedOn: CivilDayFromIso },
  traceAcknowledgement: { acknowledgedOn: CivilDayFromIso },
  traceRejection: { rejectedOn: CivilDayFromIso },
  returnFromAbroad: { returnedOn: CivilDayFromIso },
  application: { school: Schema.NonEmptyString, appliedOn: CivilDayFromIso },
  offer: { school: Schema.NonEmptyString, offeredOn: CivilDayFromIso },
  offerAnswer: { answer: OfferAnswer, answeredOn: CivilDayFromIso },
  admission: { school: Schema.NonEmptyString, admittedOn: CivilDayFromIso },
  homeEducation: { judgement: HomeEducationJudgement, judgedOn: CivilDayFromIso, by: PersonId },
  orderStep: { step: OrderStep, on: CivilDayFromIso },
  closing: { outcome: CmeOutcome, closedOn: CivilDayFromIso },
  reopening: { reason: CmeReopenReason },
  correction: {
    facts: CorrectedFacts,
    cleared: Schema.Array(ClearedFact),
    withdrawn: known(Schema.Array(WithdrawnEntry)),
    reason: CmeCorrectionReason
  },
  merge: { into: CmeCaseId },
  separation: { reason: CmeCorrectionReason }
}

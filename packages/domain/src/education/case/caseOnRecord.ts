import * as Equal from "effect/Equal"
import type { CmeCommand, CmeCommandOf } from "./caseCommands.ts"
import type { CmeCase, Enquiry } from "./caseState.ts"
import type { EnquiryId } from "./identifiers.ts"
import { areWithdrawn } from "./withdrawnEntries.ts"

type IsOnRecord<Tag extends CmeCommand["_tag"]> = (one: CmeCase, command: CmeCommandOf<Tag>) => boolean

export const enquiryOf = ({ enquiries }: CmeCase, id: EnquiryId): Enquiry | undefined =>
  enquiries.find((enquiry) => enquiry.id === id)

const isSaid: { readonly [Tag in CmeCommand["_tag"]]: IsOnRecord<Tag> } = {
  ReferCase: (one, { _tag, caseId, bornOn, ...facts }) =>
    Object.entries(facts).every(([key, value]) => Equal.equals(one[key as keyof CmeCase], value)),
  RecordStart: (one, { since }) => one.since === since,
  RecordReason: (one, { reason }) => one.reason === reason,
  RecordPupilWhereabouts: (one, { whereabouts, asOf }) =>
    one.whereabouts.some((known) => known.asOf === asOf && known.whereabouts === whereabouts),
  MakeEnquiry: (one, { enquiryId, kind, madeOn, by }) => {
    const known = enquiryOf(one, enquiryId)
    return known !== undefined && known.kind === kind && known.madeOn === madeOn && known.by === by
  },
  RecordAnswer: (one, { enquiryId, answer, answeredOn }) => {
    const known = enquiryOf(one, enquiryId)?.answer
    return known !== undefined && known.answer === answer && known.answeredOn === answeredOn
  },
  ReadAnswer: (one, { enquiryId, reading }) => enquiryOf(one, enquiryId)?.reading?.reading === reading,
  TraceToAuthority: ({ trace }, { authority, tracedOn }) =>
    trace !== undefined && trace.authority === authority && trace.tracedOn === tracedOn,
  AcknowledgeTrace: ({ trace }, { acknowledgedOn }) =>
    trace?.acknowledgedOn === acknowledgedOn && trace.rejectedOn === undefined,
  RejectTrace: ({ trace }, { rejectedOn }) => trace?.rejectedOn === rejectedOn,
  RecordReturnFromAbroad: (one, { returnedOn }) => one.returnedFromAbroadOn === returnedOn,
  RecordApplication: ({ applications }, { school, appliedOn }) =>
    applications.some((known) => known.school === school && known.appliedOn === appliedOn),
  RecordOffer: ({ offer }, { school, offeredOn }) => offer?.school === school && offer.offeredOn === offeredOn,
  AnswerOffer: ({ offer }, { answer, answeredOn }) =>
    offer?.answer?.answer === answer && offer.answer.answeredOn === answeredOn,
  AdmitPupil: ({ admission }, { school, admittedOn }) =>
    admission?.school === school && admission.admittedOn === admittedOn,
  JudgeHomeEducation: ({ homeEducation }, { judgement, judgedOn }) =>
    homeEducation?.judgement === judgement && homeEducation.judgedOn === judgedOn,
  RecordOrderStep: ({ orderSteps }, { step, on }) => orderSteps.some((known) => known.step === step && known.on === on),
  CloseCase: ({ closure }, { outcome, closedOn }) => closure?.outcome === outcome && closure.closedOn === closedOn,
  ReopenCase: ({ closure, reopenedBecause }, { reason }) => closure === undefined && reopenedBecause === reason,
  CorrectCase: (one, { facts, cleared, withdrawn = [] }) =>
    Object.entries(facts).length + cleared.length + withdrawn.length > 0 &&
    areWithdrawn(one, withdrawn) &&
    cleared.every((key) => key in facts || one[key] === undefined) &&
    Object.entries(facts).every(([key, value]) => Equal.equals(one[key as keyof CmeCase], value)),
  MergeCase: ({ mergedInto }, { into }) => mergedInto === into,
  SeparateCase: ({ mergedInto, separatedBecause }, { reason }) =>
    mergedInto === undefined && separatedBecause === reason
}

/** Whether a command says of its case what is on record already: sent twice, it changes nothing. */
export const isCaseOnRecord = (one: CmeCase, command: CmeCommand): boolean =>
  (isSaid[command._tag] as IsOnRecord<CmeCommand["_tag"]>)(one, command)

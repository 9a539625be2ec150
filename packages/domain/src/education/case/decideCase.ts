import * as Result from "effect/Result"
import type { CivilDay } from "../../calendar/civilDay.ts"
import type { Instant } from "../../calendar/instant.ts"
import { londonDayOf } from "../../calendar/londonTime.ts"
import { schoolAgeOn } from "../schoolAge.ts"
import type { CmeCommand, CmeCommandOf } from "./caseCommands.ts"
import {
  accept,
  acceptAfter,
  type CmeCheck,
  type CmeDecision,
  notBefore,
  notInFuture,
  refuse,
  refuseIf
} from "./caseDecision.ts"
import type { ClearedFact } from "./caseFacts.ts"
import { enquiryOf, isCaseOnRecord } from "./caseOnRecord.ts"
import { stageRefusal } from "./caseRefusal.ts"
import * as refusals from "./caseRefusals.ts"
import { type CaseStage, caseStageOf } from "./caseStages.ts"
import { type CmeCase, isOpenCase, isUnread, type PupilState } from "./caseState.ts"
import { type CaseRow, caseTransitions } from "./caseTransitions.ts"
import { closingChecks } from "./closing.ts"
import { endingRestsOn } from "./endingRestsOn.ts"
import type { CmeCaseId } from "./identifiers.ts"
import { nextOrderSteps } from "./orderSteps.ts"
import { areStepsInTurn } from "./withdrawnEntries.ts"

/** What a decision may know besides the child's cases. */
export interface CmeDecisionContext {
  readonly now: Instant
}

interface Asked {
  readonly state: PupilState
  /** Today in London. */
  readonly today: CivilDay
}

/** What one kind of command comes to, of a case that the table of stages lets it touch. */
type Decide<Tag extends CmeCommand["_tag"]> = (one: CmeCase, command: CmeCommandOf<Tag>, asked: Asked) => CmeDecision

const caseById = ({ cases }: PupilState, id: CmeCaseId): CmeCase | undefined => cases.find((one) => one.id === id)

const stageAsked = (state: PupilState, one: CmeCase | undefined): CaseStage => {
  if (state.cases.length === 0) return "nothing-recorded"
  return one === undefined ? "unknown-case" : caseStageOf(one)
}

const stageCheck = (row: CaseRow, stage: CaseStage): CmeCheck => {
  const verdict = caseTransitions[row][stage]
  return verdict === "allowed" ? Result.void : Result.fail(stageRefusal(verdict))
}

const othersOpen = ({ cases }: PupilState, id: CmeCaseId): CmeCheck =>
  refuseIf(
    cases.some((one) => one.id !== id && isOpenCase(one)),
    refusals.CaseOpenAlready
  )

const THE_REFERRAL = "the child was referred"

const decisions: { readonly [Tag in Exclude<CmeCommand["_tag"], "ReferCase">]: Decide<Tag> } = {
  RecordStart: (_, { caseId, since }, { today }) =>
    acceptAfter({ _tag: "StartRecorded", caseId, since }, notInFuture("since", since, today)),
  RecordReason: (_, { caseId, reason }) => accept({ _tag: "ReasonRecorded", caseId, reason }),
  RecordPupilWhereabouts: (_, { caseId, whereabouts, asOf }, { today }) =>
    acceptAfter({ _tag: "PupilWhereaboutsRecorded", caseId, whereabouts, asOf }, notInFuture("asOf", asOf, today)),
  MakeEnquiry: (one, { caseId, enquiryId, kind, madeOn, by }, { today }) =>
    acceptAfter(
      { _tag: "EnquiryMade", caseId, enquiryId, kind, madeOn, by },
      refuseIf(enquiryOf(one, enquiryId) !== undefined, refusals.EnquiryIdTaken),
      refuseIf(!one.policy.enquiries.some((listed) => listed.kind === kind), refusals.UnknownEnquiryKind),
      notInFuture("madeOn", madeOn, today)
    ),
  RecordAnswer: (one, { caseId, enquiryId, answer, answeredOn }, { today }) => {
    const enquiry = enquiryOf(one, enquiryId)
    return acceptAfter(
      { _tag: "AnswerRecorded", caseId, enquiryId, answer, answeredOn },
      refuseIf(enquiry === undefined, refusals.UnknownEnquiry),
      notInFuture("answeredOn", answeredOn, today),
      notBefore("answeredOn", answeredOn, enquiry?.madeOn, "the enquiry was made")
    )
  },
  ReadAnswer: (one, { caseId, enquiryId, reading, by }) => {
    const enquiry = enquiryOf(one, enquiryId)
    return acceptAfter(
      { _tag: "AnswerRead", caseId, enquiryId, reading, by },
      refuseIf(enquiry === undefined, refusals.UnknownEnquiry),
      refuseIf(enquiry !== undefined && !isUnread(enquiry), refusals.NothingToRead)
    )
  },
  TraceToAuthority: ({ trace }, { caseId, authority, tracedOn }, { today }) =>
    acceptAfter(
      { _tag: "TracedToAuthority", caseId, authority, tracedOn },
      notInFuture("tracedOn", tracedOn, today),
      notBefore("tracedOn", tracedOn, trace?.tracedOn, "the child was traced to another authority")
    ),
  AcknowledgeTrace: ({ trace }, { caseId, acknowledgedOn }, { today }) =>
    acceptAfter(
      { _tag: "TraceAcknowledged", caseId, acknowledgedOn },
      notInFuture("acknowledgedOn", acknowledgedOn, today),
      notBefore("acknowledgedOn", acknowledgedOn, trace?.tracedOn, "the child was traced there")
    ),
  RejectTrace: ({ trace }, { caseId, rejectedOn }, { today }) =>
    acceptAfter(
      { _tag: "TraceRejected", caseId, rejectedOn },
      notInFuture("rejectedOn", rejectedOn, today),
      notBefore("rejectedOn", rejectedOn, trace?.tracedOn, "the child was traced there")
    ),
  RecordReturnFromAbroad: (_, { caseId, returnedOn }, { today }) =>
    acceptAfter({ _tag: "ReturnedFromAbroad", caseId, returnedOn }, notInFuture("returnedOn", returnedOn, today)),
  RecordApplication: (_, { caseId, school, appliedOn }, { today }) =>
    acceptAfter({ _tag: "ApplicationRecorded", caseId, school, appliedOn }, notInFuture("appliedOn", appliedOn, today)),
  RecordOffer: ({ offer }, { caseId, school, offeredOn }, { today }) =>
    acceptAfter(
      { _tag: "OfferRecorded", caseId, school, offeredOn },
      notInFuture("offeredOn", offeredOn, today),
      notBefore("offeredOn", offeredOn, offer?.offeredOn, "the last offer was made")
    ),
  AnswerOffer: ({ offer }, { caseId, answer, answeredOn }, { today }) =>
    acceptAfter(
      { _tag: "OfferAnswered", caseId, answer, answeredOn },
      notInFuture("answeredOn", answeredOn, today),
      notBefore("answeredOn", answeredOn, offer?.offeredOn, "the offer was made")
    ),
  AdmitPupil: ({ since }, { caseId, school, admittedOn }, { today }) =>
    acceptAfter(
      { _tag: "PupilAdmitted", caseId, school, admittedOn },
      notInFuture("admittedOn", admittedOn, today),
      notBefore("admittedOn", admittedOn, since, "the child began to miss education")
    ),
  JudgeHomeEducation: (_, { caseId, judgement, judgedOn, by }, { today }) =>
    acceptAfter(
      { _tag: "HomeEducationJudged", caseId, judgement, judgedOn, by },
      notInFuture("judgedOn", judgedOn, today)
    ),
  RecordOrderStep: ({ orderSteps }, { caseId, step, on }, { today }) => {
    const last = orderSteps.at(-1)
    return acceptAfter(
      { _tag: "OrderStepRecorded", caseId, step, on },
      refuseIf(!nextOrderSteps(last?.step).includes(step), refusals.OrderStepOutOfTurn),
      notInFuture("on", on, today),
      notBefore("on", on, last?.on, "the step before it")
    )
  },
  CloseCase: (one, { caseId, outcome, closedOn }, { today }) =>
    acceptAfter(
      { _tag: "CaseClosed", caseId, outcome, closedOn },
      notInFuture("closedOn", closedOn, today),
      notBefore("closedOn", closedOn, one.referredOn, THE_REFERRAL),
      ...closingChecks(one, { outcome })
    ),
  ReopenCase: (_, { caseId, reason }, { state }) =>
    acceptAfter({ _tag: "CaseReopened", caseId, reason }, othersOpen(state, caseId)),
  CorrectCase: (one, { caseId, facts, cleared, withdrawn = [], reason }, { today }) => {
    const { closure } = one
    const basis: ReadonlyArray<ClearedFact> = closure === undefined ? [] : endingRestsOn(closure.outcome)
    return acceptAfter(
      {
        _tag: "CaseCorrected",
        caseId,
        facts,
        cleared,
        ...(withdrawn.length === 0 ? {} : { withdrawn }),
        reason
      },
      refuseIf(Object.keys(facts).length + cleared.length + withdrawn.length === 0, refusals.NothingToCorrect),
      refuseIf(
        cleared.some((fact) => fact !== "offer" && basis.includes(fact)),
        refusals.EndingRestsOnIt
      ),
      refuseIf(!areStepsInTurn(one, withdrawn), refusals.LaterStepsFirst),
      notInFuture("referredOn", facts.referredOn, today),
      notInFuture("since", facts.since, today),
      notBefore(
        "closedOn",
        facts.referredOn === undefined ? undefined : closure?.closedOn,
        facts.referredOn,
        THE_REFERRAL
      )
    )
  },
  MergeCase: (one, { caseId, into }, { state }) => {
    const kept = caseById(state, into)
    const merged = acceptAfter(
      { _tag: "CaseMerged", caseId, into },
      refuseIf(caseId === into, refusals.MergedIntoItself),
      stageCheck("MergeInto", stageAsked(state, kept)),
      refuseIf(
        state.cases.some(({ mergedInto }) => mergedInto === caseId),
        refusals.OthersJoinedToIt
      )
    )
    // A child with an open case still has one afterwards.
    const isLost = isOpenCase(one) && kept?.closure !== undefined
    return isLost
      ? Result.map(merged, (events) => [
          ...events,
          { _tag: "CaseReopened", caseId: into, reason: "did-not-come-about" } as const
        ])
      : merged
  },
  SeparateCase: (one, { caseId, reason }, { state }) =>
    one.closure === undefined
      ? acceptAfter({ _tag: "CaseSeparated", caseId, reason }, othersOpen(state, caseId))
      : accept({ _tag: "CaseSeparated", caseId, reason })
}

const refer = (state: PupilState, command: CmeCommandOf<"ReferCase">, today: CivilDay): CmeDecision => {
  const known = caseById(state, command.caseId)
  if (known !== undefined) return isCaseOnRecord(known, command) ? accept() : refuse(refusals.CaseIdTaken)
  const latest = state.cases.find(isOpenCase) ?? state.cases.at(-1)
  const { _tag, bornOn, ...facts } = command
  const age = bornOn === undefined ? "within" : schoolAgeOn(bornOn, command.referredOn)
  return acceptAfter(
    { _tag: "CaseReferred", ...facts },
    stageCheck("ReferCase", stageAsked(state, latest)),
    notInFuture("referredOn", command.referredOn, today),
    notInFuture("since", command.since, today),
    refuseIf(age === "under", refusals.UnderSchoolAge),
    refuseIf(age === "over", refusals.OverSchoolAge)
  )
}

/**
 * The events that a command about a child missing education comes to, or its refusal: first whether it is on record already
 * (then nothing is recorded), then the table of stages, then the facts. It throws nothing.
 *
 * @param context `now` is epoch milliseconds; a day is in the future by London's calendar
 *
 * @example
 * ```ts
 * import { civilDay, utc } from "@safe-return/domain/calendar"
 * import { CmeCaseId, decideCase, emptyPupilState, evolveCase, usualCmePolicy } from "@safe-return/domain/education"
 * import { Result } from "effect"
 *
 * const context = { now: utc(2026, 9, 8, 9) }
 * const caseId = CmeCaseId.make("case-1")
 * const refer = { _tag: "ReferCase", caseId, referredOn: civilDay(2026, 9, 7), policy: usualCmePolicy } as const
 * const events = Result.getOrThrow(decideCase(emptyPupilState, refer, context))
 * events.map(({ _tag }) => _tag) // ["CaseReferred"]
 *
 * const state = events.reduce(evolveCase, emptyPupilState)
 * const close = { _tag: "CloseCase", caseId, outcome: "school-place", closedOn: civilDay(2026, 9, 8) } as const
 * decideCase(state, refer, context) // success([])
 * Result.mapError(decideCase(state, close, context), ({ message }) => message) // failure("Record the admission to a school first: an offer or an application does not end a case.")
 * ```
 */
export const decideCase = (state: PupilState, command: CmeCommand, { now }: CmeDecisionContext): CmeDecision => {
  const today = londonDayOf(now)
  if (command._tag === "ReferCase") return refer(state, command, today)
  const one = caseById(state, command.caseId)
  const stage = stageAsked(state, one)
  if (one === undefined) return refuse(stage === "nothing-recorded" ? refusals.NothingRecorded : refusals.UnknownCase)
  if (isCaseOnRecord(one, command)) return accept()
  const verdict = caseTransitions[command._tag][stage]
  if (verdict !== "allowed") return refuse(stageRefusal(verdict))
  return (decisions[command._tag] as Decide<CmeCommand["_tag"]>)(one, command, { state, today })
}

import { NotAllowed, UnknownReference } from "@safe-return/casework"
import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  found,
  interviewer,
  interviewId,
  manager,
  missing,
  notified,
  offered,
  onlyEpisode,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import {
  AuthorityName,
  CaseSystemReference,
  type Command,
  decide,
  EpisodeId,
  emptyChildState,
  type Refusal
} from "@safe-return/domain/pathway"
import { JournalUnavailable, VersionConflict } from "@safe-return/journal"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { allocatedWorkerView } from "../../src/forms/allocatedWorker/allocatedWorkerView.ts"
import { assignView } from "../../src/forms/assign/assignView.ts"
import { InvalidSubmission } from "../../src/forms/form.ts"
import { foundView } from "../../src/forms/found/foundView.ts"
import { logInterviewView } from "../../src/forms/logInterview/logInterviewView.ts"
import { referenceView } from "../../src/forms/logInterview/referenceView.ts"
import { usualExamples } from "../../src/forms/referenceExamples.ts"
import { returnedView } from "../../src/forms/returned/returnedView.ts"
import { explain, FormNotOpened, HoldsNoRole, OutOfDate, ourFault } from "../../src/handlers/explain.ts"
import { fieldErrors } from "../../src/listeners/submissions/fieldErrors.ts"

const link = { child, episodeId }
const told = tell([missing()])
const episode = onlyEpisode(told)
const forms = {
  found: foundView(link, told.state, episode, at(5)),
  returned: returnedView(link, episode, at(5)),
  assign: assignView(link, undefined, { interviewers: { U0INTERVIEWER: "One of them" } }),
  log: logInterviewView(link, episode, undefined, undefined)
}

type Form = keyof typeof forms

/** Refusals that only a notification can meet: they are answered in the intake, not in Slack. */
type OfNotifications =
  | "HistoryInFuture"
  | "IdUsedBefore"
  | "MissingAfterFound"
  | "MissingAfterReported"
  | "NotificationConflicts"
  | "SameDisappearance"
  | "TimeImplausible"

/** Refusals of commands that have no form in Slack yet. */
type WithoutForm =
  | "AbsenceNotUsed"
  | "AwayFromHome"
  | "AbsenceChangeOutOfOrder"
  | "AlertedAgainSince"
  | "AnswerFirst"
  | "AttemptBeforeFound"
  | "BothInterviewed"
  | "CarerOfferBeforeChild"
  | "ChildDiedBefore"
  | "ChildUnborn"
  | "ChildHasNotDeclined"
  | "ChooseEpisode"
  | "LeftOut"
  | "ClosedOnInterview"
  | "CoveredByAnother"
  | "DeathNotRecorded"
  | "DeclineNotRecorded"
  | "FoundNotRecorded"
  | "FurtherSessionsFirst"
  | "IdUsedBefore"
  | "InterviewInTheWay"
  | "ManagerDecides"
  | "MergedSince"
  | "MissingOnceFound"
  | "MoveOutOfOrder"
  | "NarrativeInRecord"
  | "NoFirstSession"
  | "NoInterviewOwed"
  | "NotAssigned"
  | "NotBackYet"
  | "NotClosed"
  | "NotForScreening"
  | "NotOverlapping"
  | "NotMerged"
  | "NotReportedAgain"
  | "NothingToCorrect"
  | "PartTwoNotNow"
  | "PreventionInterviewBeforeFound"
  | "ReasonNeeded"
  | "RestsOnIt"
  | "SameEpisode"
  | "SessionBeforeFirst"
  | "SessionRecordedBefore"
  | "SignedOffBeforeHeld"
  | "SignedOffByInterviewer"
  | "StillOwed"
  | "StrategyMeetingFirst"
  | "TransferredBeforeMissing"
  | "WhereaboutsOutOfOrder"
  | "WrittenBeforeHeld"

const recordFound = (hours: number, id = episodeId): Command => ({
  _tag: "RecordFound",
  episodeId: id,
  foundAt: at(hours)
})
const recordReturned = (hours: number): Command => ({ _tag: "RecordReturned", episodeId, returnedAt: at(hours) })
const assign = (said: Partial<Extract<Command, { _tag: "AssignInterview" }>> = {}): Command => ({
  _tag: "AssignInterview",
  newInterviewId: interviewId,
  interviewer,
  isInterviewer: true,
  knownAdult: false,
  ...said
})
const log = (said: Partial<Extract<Command, { _tag: "LogInterview" }>> = {}): Command => ({
  _tag: "LogInterview",
  newInterviewId: interviewId,
  isInterviewer: true,
  ...said
})
const took = (hours: number) => ({
  completedAt: at(hours),
  interviewer,
  venue: "home" as const,
  harmDisclosed: "no" as const,
  exploitation: [],
  followUp: []
})

const byManager = (command: Command): Told => ({ by: manager, now: at(20), command })
const another = EpisodeId.make("episode-2")
const twice = [missing(), missing(1, { id: another, reference: "SYP-2026-0000002" })]
const merged = byManager({ _tag: "MergeDuplicate", duplicateId: episodeId, episodeId: another })
const transferred = byManager({
  _tag: "TransferEpisode",
  episodeId,
  to: AuthorityName.make("Sheffield City Council"),
  transferredAt: at(10)
})
const turnedEighteen = byManager({ _tag: "TurnEighteen", birthday: at(10) })
const settled = [
  byManager({ _tag: "RecordCaseReference", episodeId, reference: CaseSystemReference.make("LL-1") }),
  byManager({ _tag: "RecordAllocation", episodeId, allocated: { concern: false } }),
  byManager({ _tag: "HandOver", episodeId, coordinator: manager }),
  byManager({ _tag: "RecordNotDone", episodeId, reason: "unable-to-contact", decidedBy: manager }),
  byManager({ _tag: "CloseEpisode", episodeId })
]

const cancelled = notified(at(3), { kind: "cancelled", reason: "made in error" })
const home = [missing(), found(5), returned(6)]
const ready = [...home, assigned(7)]

/** How each refusal comes about, on which form, and beside which of its inputs it is shown. */
const rows: Record<
  Exclude<Refusal["_tag"], OfNotifications | WithoutForm>,
  readonly [before: ReadonlyArray<Told>, command: Command, form: Form, input: string]
> = {
  TimeInFuture: [[missing()], recordFound(400), "found", "foundAt"],
  FoundBeforeMissing: [[missing()], recordFound(-1), "found", "foundAt"],
  AlreadyFound: [[missing(), found(5)], recordFound(6), "found", "foundAt"],
  UnknownEpisode: [[missing()], recordFound(5, EpisodeId.make("another")), "found", "foundAt"],
  EpisodeCancelledBefore: [[missing(), cancelled], recordFound(5), "found", "foundAt"],
  EpisodeMergedBefore: [[...twice, merged], recordFound(5), "found", "foundAt"],
  EpisodeTransferredBefore: [[missing(), transferred], recordFound(5), "found", "foundAt"],
  ClosedAtEighteenBefore: [[missing(), turnedEighteen], recordFound(5), "found", "foundAt"],
  EpisodeClosedBefore: [[missing(), found(5), returned(6), ...settled], recordFound(4), "found", "foundAt"],
  ReturnedBeforeMissing: [[missing()], recordReturned(-1), "returned", "returnedAt"],
  ReturnedBeforeFound: [[missing(), found(5)], recordReturned(4), "returned", "returnedAt"],
  AlreadyReturned: [home, recordReturned(7), "returned", "returnedAt"],
  NothingRecorded: [[], assign(), "assign", "interviewer"],
  StillMissing: [[missing()], assign(), "assign", "interviewer"],
  NotAnInterviewer: [home, assign({ isInterviewer: false }), "assign", "interviewer"],
  NotIndependent: [home, assign({ interviewer: worker, allocatedWorker: worker }), "assign", "interviewer"],
  PlannedInPast: [home, assign({ plannedFor: at(1) }), "assign", "plannedFor"],
  NothingToLog: [ready, log(), "log", "offeredAt"],
  OfferMissing: [ready, log({ response: "accepted" }), "log", "offeredAt"],
  OfferAlreadyRecorded: [[...ready, offered(8)], log({ offeredAt: at(9) }), "log", "offeredAt"],
  OfferedBeforeFound: [ready, log({ offeredAt: at(4) }), "log", "offeredAt"],
  InterviewAlreadyCompleted: [[...ready, offered(8), completed(9)], log({ offeredAt: at(8.5) }), "log", "offeredAt"],
  ReturnNotRecorded: [
    [missing(), found(5), assigned(6)],
    log({ offeredAt: at(7), completed: took(8) }),
    "log",
    "completedAt"
  ],
  CompletedBeforeReturn: [ready, log({ offeredAt: at(5), completed: took(5.5) }), "log", "completedAt"],
  CompletedBeforeOffer: [ready, log({ offeredAt: at(9), completed: took(8) }), "log", "completedAt"],
  CompletedButNotAccepted: [
    ready,
    log({ offeredAt: at(8), response: "declined", completed: took(9) }),
    "log",
    "response"
  ],
  HeardByLeftOut: [ready, log({ offeredAt: at(8), completed: took(9), keptFrom: [interviewer] }), "log", "keptFrom"]
}

const refusalOf = (before: ReadonlyArray<Told>, command: Command): Refusal => {
  const state = before.length === 0 ? emptyChildState : tell(before).state
  return Result.getOrThrow(Result.flip(decide(state, command, { now: at(300) })))
}

const asked = (tag: keyof typeof rows): [ReadonlyArray<Told>, Command] => [rows[tag][0], rows[tag][1]]
const recordInterview: Command = { _tag: "RecordInterview", episodeId, record: {} }

describe("a refusal of the domain", () => {
  it.each(Object.entries(rows))("%s is shown beside the input it is about", (tag, [before, command, form, input]) => {
    const refusal = refusalOf(before, command)
    expect(refusal._tag).toBe(tag)
    const explanation = explain(refusal)
    expect(explanation.sentence.startsWith(refusal.message)).toBe(true)
    expect(fieldErrors(forms[form], explanation)).toMatchObject({ [input]: explanation.sentence })
  })

  it.each<[string, ReadonlyArray<Told>, Command, string]>([
    ["UnknownEpisode", ...asked("UnknownEpisode"), " Open the newest card of this child."],
    ["AlreadyFound", ...asked("AlreadyFound"), " It is on the card."],
    ["AlreadyReturned", ...asked("AlreadyReturned"), " It is on the card."],
    ["ReturnNotRecorded", ...asked("ReturnNotRecorded"), " Press Returned on the card."],
    ["CompletedBeforeReturn", ...asked("CompletedBeforeReturn"), " The return is on the card."],
    [
      "NotAssigned",
      home,
      recordInterview,
      " A Missing Co-ordinator or team manager assigns it: /rhi assign, or More on the card."
    ],
    ["NotIndependent", ...asked("NotIndependent"), ""]
  ])("%s says which button or command of Slack to use, where there is one", (tag, before, command, pointer) => {
    const refusal = refusalOf(before, command)
    expect(refusal._tag).toBe(tag)
    expect(explain(refusal).sentence).toBe(`${refusal.message}${pointer}`)
  })
})

describe("everything else that can be in the way", () => {
  const shown = (problem: Parameters<typeof explain>[0], form: ModalView) => fieldErrors(form, explain(problem))

  it("shows a form's own problems beside their fields", () => {
    const problem = new InvalidSubmission({ fields: { venue: "Choose where.", harmDisclosed: "Say whether." } })
    expect(shown(problem, forms.log)).toMatchObject({ venue: "Choose where.", harmDisclosed: "Say whether." })
  })

  it("shows an unknown reference beside the reference", () => {
    expect(shown(new UnknownReference({ reference: "LCS-1" }), referenceView(usualExamples))["reference"]).toContain(
      "LCS-1"
    )
  })

  it("shows a person without a role beside the person", () => {
    expect(Object.keys(shown(new HoldsNoRole({ field: "interviewer" }), forms.assign))).toEqual(["interviewer"])
    expect(Object.keys(shown(new HoldsNoRole({ field: "allocatedWorker" }), allocatedWorkerView(link)))).toEqual([
      "allocatedWorker"
    ])
  })

  it.each([
    new NotAllowed({ message: "This is for a team manager." }),
    new OutOfDate(),
    new FormNotOpened({ cause: "expired_trigger_id" }),
    new VersionConflict({ child, expected: 1, actual: 2 })
  ])("$_tag goes to the first input when it belongs to none", (problem) => {
    expect(shown(problem, forms.log)).toEqual({ offeredAt: problem.message })
  })

  it("does not tell people where the server keeps its files", () => {
    const { sentence } = explain(new JournalUnavailable({ path: "/srv/journal/x.json", reason: "no space left" }))
    expect(sentence).not.toContain("/srv")
    expect(sentence).toContain("nothing was saved")
  })

  it("gives an id to quote for a fault of ours, and does not claim that nothing happened", () => {
    expect(ourFault("incident-7").sentence).toContain("incident-7")
    expect(ourFault("incident-7").sentence).toContain("may not have been recorded")
  })
})

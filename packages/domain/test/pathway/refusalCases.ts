/** One way to each refusal of the pathway, told of the made-up child. */
import { type Instant, utc } from "../../src/calendar/index.ts"
import type { InterviewRecord } from "../../src/interview/index.ts"
import {
  type ChildState,
  type Command,
  type Consideration,
  EpisodeId,
  emptyChildState,
  type PersonId,
  type Refusal
} from "../../src/pathway/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import {
  about,
  allocatedWorker,
  assign,
  at,
  cancelled,
  completedAt,
  episodeId,
  found,
  interviewer,
  log,
  missing,
  notify,
  playFrom,
  police,
  recordFound,
  recordReturned,
  returned,
  updated
} from "./madeUpChild.ts"
import {
  answers,
  assigned,
  closed,
  completed,
  coordinator,
  declined,
  earlierReturn,
  gone,
  home,
  otherAuthority,
  paperwork,
  reference,
  secondEpisode,
  secondInterview,
  stageExamples,
  whereaboutsKnown
} from "./stageExamples.ts"
import { strictPolicy } from "./strictPolicy.ts"

/** The same record, of a council that says of every child that they are missing. */
const usingMissingAlone = (state: ChildState): ChildState => ({
  ...state,
  episodes: state.episodes.map((episode) => ({ ...episode, policy: strictPolicy }))
})

export interface Case {
  readonly state: ChildState
  readonly command: Command
  readonly now?: Instant
  readonly by?: PersonId
}

const offered = playFrom(assigned, log({ offeredAt: at(11) }))
const calledOff = playFrom(gone, notify(cancelled()))
const elsewhere = EpisodeId.make("episode-of-another-child")

const twoReturns = earlierReturn(home)
const allocated = playFrom(
  gone,
  about("RecordAllocation", { allocated: { to: "early-help-worker", worker: allocatedWorker } })
)
const consider = (consideration: Consideration, answer: "yes" | "no", reason = "Made up"): Command =>
  about("AnswerConsideration", { consideration, answer, reason })

const furtherSession = (hours: number): Command =>
  about("RecordFurtherSession", { session: completedAt(at(hours)), isInterviewer: true })
const completionWithdrawn = about("WithdrawFromInterview", {
  withdrawn: { what: "completed", completedAt: at(20) },
  reason: "wrong-record"
})

/** One way to each refusal. The type fails when a refusal has none; the first test does when the type is got round. */
export const cases: Readonly<Record<Refusal["_tag"], Case>> = {
  TimeInFuture: { state: gone, command: recordFound(at(10)), now: at(9) },
  TimeImplausible: { state: gone, command: notify(found(utc(1970, 1, 1))) },
  MissingAfterReported: { state: emptyChildState, command: notify(missing({ missingAt: at(2), reportedAt: at(1) })) },
  FoundBeforeMissing: { state: gone, command: notify(found(at(-1))) },
  ReturnedBeforeMissing: { state: gone, command: notify(returned(at(-1))) },
  ReturnedBeforeFound: { state: whereaboutsKnown, command: recordReturned(at(7)) },
  MissingAfterFound: { state: whereaboutsKnown, command: notify(updated({ missingAt: at(9) })) },
  NotificationConflicts: { state: gone, command: notify(missing({ risk: "high" })) },
  SameDisappearance: {
    state: playFrom(gone, notify(missing({ policeReference: police(2), missingAt: at(1) }), secondEpisode)),
    command: about("CorrectEpisode", { reason: "mistyped", missingAt: at(1) })
  },
  NotOverlapping: {
    state: playFrom(home, notify(missing({ policeReference: police(2), missingAt: at(20) }), secondEpisode)),
    command: { _tag: "MergeDuplicate", duplicateId: secondEpisode, episodeId }
  },
  AwayFromHome: {
    state: gone,
    command: about("CorrectEpisode", { reason: "told-wrongly", absence: "away", missingFrom: "home" })
  },
  AbsenceNotUsed: {
    state: usingMissingAlone(gone),
    command: about("CorrectEpisode", { reason: "told-wrongly", absence: "away", missingFrom: "care" })
  },
  HistoryInFuture: {
    state: gone,
    command: { _tag: "ImportHistory", rows: [{ episode_id: elsewhere, returned_at: at(10) }], policy: rotherham },
    now: at(9)
  },
  UnknownEpisode: { state: gone, command: recordFound(at(8), elsewhere) },
  NothingRecorded: { state: emptyChildState, command: assign() },
  AlreadyFound: { state: whereaboutsKnown, command: recordFound(at(7)) },
  AlreadyReturned: { state: home, command: recordReturned(at(11)) },
  AlertedAgainSince: { state: gone, command: about("AcknowledgeAlert", { alert: 2, by: coordinator }) },
  EpisodeCancelledBefore: { state: calledOff, command: recordFound(at(8)) },
  StillMissing: { state: gone, command: assign() },
  ReturnNotRecorded: {
    state: whereaboutsKnown,
    command: log({ offeredAt: at(11), completed: completedAt(at(20)) })
  },
  NoInterviewOwed: {
    state: earlierReturn(declined),
    command: about("ExtendInterview", { alsoCovers: [secondEpisode] })
  },
  ChildUnborn: { state: playFrom(home, about("RecordUnborn", {})), command: assign() },
  LeftOut: {
    state: playFrom(assigned, log({ offeredAt: at(11), completed: completedAt(at(20)), keptFrom: [allocatedWorker] })),
    command: about("RecordInterview", { record: {} }),
    by: allocatedWorker
  },
  ChooseEpisode: { state: twoReturns, command: assign() },
  IdUsedBefore: {
    state: playFrom(twoReturns, { ...assign(), episodeId }),
    command: { ...assign(), episodeId: secondEpisode }
  },
  InterviewAlreadyCompleted: { state: completed, command: assign() },
  NotAnInterviewer: { state: home, command: assign({ isInterviewer: false }) },
  NotIndependent: { state: home, command: assign({ interviewer: allocatedWorker }) },
  PlannedInPast: { state: home, command: assign({ plannedFor: at(19) }), now: at(20) },
  NotAssigned: { state: home, command: about("UnassignInterview", { reason: "assigned-by-mistake" }) },
  NothingToLog: { state: assigned, command: log() },
  OfferMissing: { state: assigned, command: log({ response: "accepted" }) },
  OfferAlreadyRecorded: { state: offered, command: log({ offeredAt: at(12) }) },
  OfferedBeforeFound: { state: assigned, command: log({ offeredAt: at(7) }) },
  CompletedBeforeReturn: { state: offered, command: log({ completed: completedAt(at(9)) }) },
  CompletedBeforeOffer: { state: offered, command: log({ completed: completedAt(at(10)) }) },
  NoFirstSession: { state: offered, command: furtherSession(30) },
  SessionBeforeFirst: { state: completed, command: furtherSession(19) },
  SessionRecordedBefore: {
    state: playFrom(completed, furtherSession(30)),
    command: about("RecordFurtherSession", {
      session: { ...completedAt(at(30)), venue: "phone" },
      isInterviewer: true
    })
  },
  RestsOnIt: {
    state: completed,
    command: about("WithdrawFromInterview", { withdrawn: { what: "offer", offeredAt: at(11) }, reason: "wrong-record" })
  },
  FurtherSessionsFirst: {
    state: playFrom(completed, furtherSession(30)),
    command: completionWithdrawn
  },
  ClosedOnInterview: {
    state: playFrom(
      earlierReturn(playFrom(completed, ...paperwork, ...answers, about("RecordInterviewReference", { reference }))),
      about("ExtendInterview", { alsoCovers: [secondEpisode] }),
      about("CloseEpisode", {})
    ),
    command: { ...completionWithdrawn, episodeId: secondEpisode } as Command
  },
  CompletedButNotAccepted: { state: offered, command: log({ response: "declined", completed: completedAt(at(20)) }) },
  CoveredByAnother: {
    state: playFrom(
      home,
      notify(missing({ policeReference: police(2), missingAt: at(1) }), secondEpisode),
      recordReturned(at(10), secondEpisode),
      { ...assign(), episodeId },
      { ...assign(), episodeId: secondEpisode, newInterviewId: secondInterview }
    ),
    command: about("ExtendInterview", { alsoCovers: [secondEpisode] })
  },
  ChildHasNotDeclined: { state: assigned, command: about("OfferToCarer", { offeredAt: at(12), response: "accepted" }) },
  CarerOfferBeforeChild: {
    state: declined,
    command: about("OfferToCarer", { offeredAt: at(10), response: "accepted" })
  },
  AttemptBeforeFound: {
    state: assigned,
    command: about("RecordAttempt", { attemptedAt: at(7), method: "phone", result: "no-reply" })
  },
  DeclineNotRecorded: {
    state: assigned,
    command: about("RecordNotDone", { reason: "declined-by-child", decidedBy: coordinator })
  },
  WrittenBeforeHeld: { state: completed, command: about("RecordInterview", { record: { writtenAt: at(1) } }) },
  SignedOffBeforeHeld: { state: assigned, command: about("RecordInterview", { record: { signedOffBy: coordinator } }) },
  SignedOffByInterviewer: {
    state: completed,
    command: about("RecordInterview", { record: { signedOffBy: interviewer } })
  },
  HeardByLeftOut: { state: completed, command: about("RecordInterview", { record: {}, keptFrom: [interviewer] }) },
  NarrativeInRecord: {
    state: completed,
    command: about("RecordInterview", { record: { ownAccount: "what the child said" } as InterviewRecord })
  },
  EpisodeMergedBefore: { state: stageExamples.merged, command: recordFound(at(8)) },
  EpisodeClosedBefore: { state: closed, command: assign({ episodeId }) },
  EpisodeTransferredBefore: { state: stageExamples.transferred, command: recordFound(at(8)) },
  ClosedAtEighteenBefore: { state: stageExamples["closed-at-18"], command: recordFound(at(8)) },
  NotClosed: { state: gone, command: about("ReopenEpisode", { reason: "closed-in-error" }) },
  StillOwed: { state: declined, command: about("CloseEpisode", {}) },
  PartTwoNotNow: {
    state: home,
    command: about("RecordPartTwo", { partTwo: { reference, clothing: "present", "last-seen": "present" } })
  },
  PreventionInterviewBeforeFound: { state: home, command: about("RecordPreventionInterview", { heldAt: at(7) }) },
  NotForScreening: { state: gone, command: about("RecordScreening", { outcome: "early-help" }) },
  ReasonNeeded: { state: allocated, command: consider("significant-harm", "yes", " ") },
  ManagerDecides: {
    state: home,
    command: about("DecideOnTrigger", {
      trigger: "repeat-episodes:episode-1",
      level: "must",
      answer: "no",
      reason: "Made up",
      isManagerApart: false
    })
  },
  AnswerFirst: { state: allocated, command: consider("strategy-meeting", "no") },
  StrategyMeetingFirst: {
    state: playFrom(allocated, consider("significant-harm", "yes"), consider("strategy-meeting", "no")),
    command: consider("section-47", "yes")
  },
  NothingToCorrect: { state: gone, command: about("CorrectEpisode", { reason: "mistyped", returnedAt: at(9) }) },
  InterviewInTheWay: {
    state: offered,
    command: about("CorrectEpisode", { reason: "told-wrongly", withdrawn: "found" })
  },
  SameEpisode: { state: gone, command: { _tag: "MergeDuplicate", duplicateId: episodeId, episodeId } },
  BothInterviewed: {
    state: playFrom(
      home,
      notify(missing({ policeReference: police(2), missingAt: at(1) }), secondEpisode),
      recordReturned(at(10), secondEpisode),
      { ...assign(), episodeId },
      { ...assign(), episodeId: secondEpisode, newInterviewId: secondInterview }
    ),
    command: { _tag: "MergeDuplicate", duplicateId: secondEpisode, episodeId }
  },
  NotMerged: { state: gone, command: about("SeparateDuplicate", { reason: "wrong-record" }) },
  MergedSince: {
    state: playFrom(
      stageExamples.merged,
      notify(missing({ policeReference: police(3), missingAt: at(2) }), elsewhere),
      { _tag: "MergeDuplicate", duplicateId: secondEpisode, episodeId: elsewhere }
    ),
    command: about("SeparateDuplicate", { reason: "wrong-record" })
  },
  TransferredBeforeMissing: {
    state: gone,
    command: about("TransferEpisode", { to: otherAuthority, transferredAt: at(-1) })
  },
  FoundNotRecorded: { state: gone, command: about("RecordWhereabouts", { whereabouts: "hospital", since: at(8) }) },
  NotBackYet: { state: whereaboutsKnown, command: about("RecordReturnedTo", { returnedTo: "where-they-left" }) },
  WhereaboutsOutOfOrder: {
    state: whereaboutsKnown,
    command: about("RecordWhereabouts", { whereabouts: "hospital", since: at(7) })
  },
  NotReportedAgain: {
    state: whereaboutsKnown,
    command: about("RecordWhereabouts", { whereabouts: "missing-again", since: at(9) })
  },
  AbsenceChangeOutOfOrder: {
    state: home,
    command: about("RecordAbsenceChange", { absence: "away", changedAt: at(11) })
  },
  MissingOnceFound: {
    state: playFrom(whereaboutsKnown, about("RecordAbsenceChange", { absence: "away", changedAt: at(8) })),
    command: about("RecordAbsenceChange", { absence: "missing", changedAt: at(9) })
  },
  MoveOutOfOrder: {
    state: home,
    command: about("RecordPlacement", { placement: { _tag: "OwnArea" }, movedAt: at(11) })
  },
  ChildDiedBefore: { state: stageExamples.died, command: recordFound(at(8)) },
  DeathNotRecorded: { state: gone, command: { _tag: "TakeBackDeath", reason: "wrong-record" } }
}

import type { Instant } from "../calendar/instant.ts"
import type { FindMePlan, PartTwo } from "../findMePlan/findMePlan.ts"
import type { InterviewRecord } from "../interview/record.ts"
import type { Policy } from "../policy/policy.ts"
import type { Acknowledgement, AlertedAgain } from "./alert.ts"
import type { Considerations } from "./considerations.ts"
import type { Death } from "./death.ts"
import type {
  AuthorityName,
  CaseSystemReference,
  ChildReference,
  EpisodeId,
  InterviewId,
  PersonId,
  PoliceReference
} from "./identifiers.ts"
import type { EarlyNotification, Notification } from "./notification.ts"
import type {
  Arrangement,
  AttemptResult,
  ContactMethod,
  CorrectionReason,
  NotDoneReason,
  ReopeningReason,
  Screening,
  WorkerKind
} from "./pathwayWords.ts"
import type { PlacementEntry } from "./placement.ts"
import type { Replacement } from "./replacement.ts"
import type { TriggerDecisions } from "./triggerDecision.ts"
import type { Unborn } from "./unborn.ts"
import type {
  Absence,
  ExploitationIndicator,
  FollowUp,
  HarmDisclosed,
  LastSeen,
  MissingFrom,
  Response,
  Risk,
  Venue
} from "./vocabulary.ts"
import type { ReturnedTo, Stay } from "./whereabouts.ts"

/** How far an episode has come. Each stage holds only what can be known at it. */
export type Progress =
  /** Part two of the Find Me Plan is held only while the child is missing: it goes when they are found. */
  | { readonly _tag: "Missing"; readonly partTwo?: PartTwo }
  | { readonly _tag: "Found"; readonly foundAt: Instant }
  /** `foundAt` is absent when the return was the first we heard. */
  | { readonly _tag: "Returned"; readonly returnedAt: Instant; readonly foundAt?: Instant }
  /** `cancelledAt` is when that was recorded; absent until it is. `previous` is what it was, and is again if it is reopened. */
  | {
      readonly _tag: "Cancelled"
      readonly reason: string
      readonly cancelledAt?: Instant
      readonly previous?: Progress
      readonly duplicateOf?: undefined
    }
  /** The same disappearance was recorded twice, and the other record is kept. */
  | {
      readonly _tag: "Cancelled"
      readonly reason: "duplicate"
      readonly duplicateOf: EpisodeId
      readonly before: BeforeMerging
    }

/** How things stood when a duplicate was merged, so that it can be separated again. */
export interface BeforeMerging {
  /** How far the duplicate had come. */
  readonly progress: Progress
  /** The episode that is kept, as it was. */
  readonly kept: Episode
  /** The interview that covered the duplicate, and the one that covered the episode that is kept. */
  readonly interviews: { readonly duplicate?: InterviewId; readonly kept?: InterviewId }
}

/** One worker of a child who has several. */
export interface AllocatedWorker {
  readonly to: WorkerKind
  readonly worker: PersonId
}

/** Whose the child's case is. Screening is for a child nobody is allocated to, when there is a concern. */
export type Allocation =
  /** `worker` answers for the case; the further workers of the child are told as well. */
  | {
      readonly _tag: "Allocated"
      readonly to: WorkerKind
      readonly worker: PersonId
      readonly alsoWorkers?: readonly [AllocatedWorker, ...ReadonlyArray<AllocatedWorker>]
    }
  | { readonly _tag: "NoConcern" }
  | { readonly _tag: "AwaitingScreening" }
  | { readonly _tag: "Screened"; readonly outcome: Screening }

/** How an episode left our hands. Absent while it is open. */
export type Closure =
  | { readonly _tag: "Closed"; readonly closedAt: Instant }
  | { readonly _tag: "ClosedAtEighteen"; readonly closedAt: Instant }
  /** The child died: it goes again if that is taken back. */
  | { readonly _tag: "Died"; readonly knownFrom: Instant }
  /** `recordedAt` is absent until it is recorded. */
  | {
      readonly _tag: "Transferred"
      readonly to: AuthorityName
      readonly transferredAt: Instant
      readonly recordedAt?: Instant
    }

/** Why there was no interview, and who decided so. */
export interface NotDone {
  readonly reason: NotDoneReason
  readonly decidedBy: PersonId
}

/** A stretch that is over: what it was, and until when. It began where the one before it ended. */
export interface EarlierStretch {
  readonly absence: Absence
  readonly until: Instant
}

/** How far an episode has come by a person's word: what was sent before it changes that no more. */
export interface PersonsWord {
  readonly progress: Progress
  /** When it was recorded. */
  readonly at: Instant
  /** How many notifications of the child this takes account of. */
  readonly received: number
  /** How many, where a cancellation among them was decided against; absent where it is as many. */
  readonly cancellationsReceived?: number
}

/** A cancellation that waits for a person to decide whether it stands. */
export interface QuestionedCancellation {
  readonly reason: string
  readonly sentAt: Instant
}

/** What notifications say of an episode, and a person can correct. */
export const reportedFacts = ["absence", "missingFrom", "lastSeen", "risk", "missingAt", "reportedAt"] as const
export type ReportedFact = (typeof reportedFacts)[number]

/** One disappearance, from the notification on. Times are epoch milliseconds; `notifiedAt` is when the council was told. */
export interface Episode {
  readonly id: EpisodeId
  /** Of the last stretch. */
  readonly absence: Absence
  /** The stretches before the last, in order; absent while there is only one. See `stretchesOf`. */
  readonly earlierStretches?: ReadonlyArray<EarlierStretch>
  readonly missingFrom: MissingFrom
  /** The kind of place the child was last seen at; absent where it was not said. */
  readonly lastSeen?: LastSeen
  readonly risk: Risk
  readonly missingAt: Instant
  readonly reportedAt: Instant
  readonly notifiedAt: Instant
  readonly policy: Policy
  readonly progress: Progress
  /** Absent while all that is known of its end came by notifications. */
  readonly personsWord?: PersonsWord
  /** When a person last corrected each fact: what was sent before it does not outweigh it. */
  readonly correctedAt?: { readonly [Fact in ReportedFact]?: Instant }
  readonly questionedCancellation?: QuestionedCancellation
  /** When the report was sent that last said the child is missing after all. */
  readonly missingAfterAllAt?: Instant
  /** The missing notification as the case system knows it. */
  readonly caseReference?: CaseSystemReference
  readonly allocation?: Allocation
  /** People had to be alerted anew since the report; absent while there is only that. */
  readonly alertedAgain?: AlertedAgain
  /** The answers to the newest alert that has any, in the order in which they came. */
  readonly acknowledgements?: ReadonlyArray<Acknowledgement>
  /** The children who are missing together with this one, each with a record of their own. */
  readonly missingTogether?: ReadonlyArray<ChildReference>
  /** Absent for a child who is born. */
  readonly unborn?: Unborn
  /** The Missing Co-ordinator the episode was handed to. */
  readonly coordinator?: PersonId
  /** The police's own talk with the child when found: not the return home interview. */
  readonly preventionInterviewAt?: Instant
  readonly considerations?: Considerations
  /** What was decided on the triggers whose latest evidence this episode is. */
  readonly triggerDecisions?: TriggerDecisions
  /** Decided against before anybody was assigned; once there is an interview, it is `Interview.notDone`. */
  readonly interviewNotDone?: NotDone
  /** Where the child was from when they were found until they were back, in order of time. */
  readonly stays?: ReadonlyArray<Stay>
  /** Where they came back to. */
  readonly returnedTo?: ReturnedTo
  /** Where the child is placed, each with the move that brought them there. See `placementOf`. */
  readonly placements?: ReadonlyArray<PlacementEntry>
  readonly closure?: Closure
  /** Why it was last reopened; absent where it never was. */
  readonly reopenedBecause?: ReopeningReason
  /** Why it was last separated from what it was merged with; absent where it never was. */
  readonly separatedBecause?: CorrectionReason
}

/** An interview that was held, and what of it may be told in codes. */
export interface CompletedInterview {
  readonly completedAt: Instant
  readonly interviewer: PersonId
  readonly venue: Venue
  readonly harmDisclosed: HarmDisclosed
  readonly exploitation: ReadonlyArray<ExploitationIndicator>
  readonly followUp: ReadonlyArray<FollowUp>
  /** The child asked for this person, though the interview was not assigned to them. */
  readonly knownAdult?: boolean
}

/** One offer to the child. Each return is owed an offer of its own. */
export interface RecordedOffer {
  readonly offeredAt: Instant
  /** The episodes it is for; absent in what was written before: all that the interview covers. */
  readonly episodeIds?: ReadonlyArray<EpisodeId>
}

/** One answer of the child, for the episodes it was offered for. */
export interface RecordedAnswer {
  readonly response: Response
  /** Those that had been taken up again after an earlier decline, until this was answered. */
  readonly afterTakingUp?: ReadonlyArray<EpisodeId>
  /** Absent in what was written before: all that the interview covers. */
  readonly episodeIds?: ReadonlyArray<EpisodeId>
}

/** One decision that there is no interview, for the episodes it was made for. */
export interface RecordedNotDone extends NotDone {
  /** Absent in what was written before: all that the interview covers. */
  readonly episodeIds?: ReadonlyArray<EpisodeId>
}

/** The offer to a parent or carer to tell what they know, when the child cannot be heard. */
export interface CarerOffer {
  readonly offeredAt: Instant
  readonly response: Response
}

/** One attempt to reach the child. */
export interface Attempt {
  readonly attemptedAt: Instant
  readonly method: ContactMethod
  readonly result: AttemptResult
}

/** Somebody who had an interview before it was given to somebody else. */
export interface PassedOn {
  readonly interviewer: PersonId
  readonly until: Instant
}

/**
 * One return home interview (RHI). It may cover several episodes. Offer, answer and completion are separate facts. It is
 * there as soon as anything is recorded of it, also before anybody is assigned.
 */
export interface Interview {
  readonly id: InterviewId
  readonly episodeIds: readonly [EpisodeId, ...ReadonlyArray<EpisodeId>]
  /** Who is to carry it out; absent while nobody is. */
  readonly interviewer?: PersonId
  readonly knownAdult: boolean
  /** Those who had it before, and until when; absent while it has only been one person's. */
  readonly passedOn?: ReadonlyArray<PassedOn>
  readonly arrangement?: Arrangement
  /** When whoever has it now is to carry it out. A plan, never a measure: nothing is counted from it. */
  readonly plannedFor?: Instant
  /** Every offer to the child: what they are to one episode, `offerOf` says. */
  readonly offers?: ReadonlyArray<RecordedOffer>
  /** When it was first offered to the child, for whichever episode. */
  readonly offeredAt?: Instant
  /** Every answer of the child, in the order they were recorded: what they are to one episode, `answerOf` says. */
  readonly answers?: ReadonlyArray<RecordedAnswer>
  /** The last answer, for whichever episode; an interview that was held was accepted. */
  readonly response?: Response
  /** The child declined for these episodes, and somebody is to hear them in another way. */
  readonly takenUpAgain?: ReadonlyArray<EpisodeId>
  readonly carerOffers?: ReadonlyArray<CarerOffer>
  /** The last of `carerOffers`. */
  readonly carerOffer?: CarerOffer
  readonly attempts?: ReadonlyArray<Attempt>
  readonly completed?: CompletedInterview
  /** What was talked about again later. It never replaces `completed`, and no clock is measured by it. */
  readonly furtherSessions?: ReadonlyArray<CompletedInterview>
  /** Every decision against it that stands, in the order they were recorded: `notDoneOf` says it for one episode. */
  readonly reasons?: ReadonlyArray<RecordedNotDone>
  /** Why there is none now; absent once it is taken up again, though an episode may have closed on a reason. */
  readonly notDone?: NotDone
  /** When it was recorded that there is none to hold, declined or for a reason; absent once that no longer stands. */
  readonly noneSince?: Instant
  /** The interview as the case system knows it: where the child's own account is. */
  readonly caseReference?: CaseSystemReference
  readonly record?: InterviewRecord
}

/** An interview that somebody is to carry out. */
export interface AssignedInterview extends Interview {
  readonly interviewer: PersonId
}

export interface Repeat {
  readonly policeReference: PoliceReference
  readonly kind: Exclude<Notification["kind"], "updated">
  readonly sentAt: Instant
}

export interface ReceivedNotification {
  readonly notification: Notification
  readonly episodeId?: EpisodeId
  /** By our own clock; absent until it is recorded. */
  readonly receivedAt?: Instant
}

/** One child's episodes and interviews, folded from that child's events. */
export interface ChildState {
  /** In the order they were opened. */
  readonly episodes: ReadonlyArray<Episode>
  readonly interviews: ReadonlyArray<Interview>
  /** Every notification received, with its episode once it has one. */
  readonly notifications: ReadonlyArray<ReceivedNotification>
  /** What was sent again with the same content, each time. */
  readonly repeats?: ReadonlyArray<Repeat>
  /** Waiting for the `missing` notification of the same police reference. */
  readonly early: ReadonlyArray<EarlyNotification>
  /** Told of another child under a police reference that stands for this one: once each. */
  readonly turnedAway?: ReadonlyArray<Notification>
  /** Where the child's Find Me Plan or Trigger Plan is, and whether it can be relied on. */
  readonly findMePlan?: FindMePlan
  readonly death?: Death
  /** Why a death was last taken back; absent where none was. */
  readonly deathTakenBack?: CorrectionReason
  /** What later events replaced, oldest first: a trigger that was met on it stays met. Not enumerable; see there. */
  readonly replaced?: ReadonlyArray<Replacement>
}

export const emptyChildState: ChildState = { episodes: [], interviews: [], notifications: [], early: [] }

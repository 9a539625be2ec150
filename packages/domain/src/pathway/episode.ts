import type { Instant } from "../calendar/instant.ts"
import type { PartTwo } from "../findMePlan/findMePlan.ts"
import type { Policy } from "../policy/policy.ts"
import type { Absence, LastSeen, MissingFrom, Risk } from "../vocabulary/caseWords.ts"
import type {
  AuthorityName,
  CaseSystemReference,
  ChildReference,
  EpisodeId,
  InterviewId,
  PersonId
} from "../vocabulary/identifiers.ts"
import type { Acknowledgement, AlertedAgain, JoinedClimb } from "./alert.ts"
import type { Considerations } from "./considerations.ts"
import type { CorrectionReason, NotDoneReason, ReopeningReason, Screening, WorkerKind } from "./pathwayWords.ts"
import type { PlacementEntry } from "./placement.ts"
import type { QuestionedReport } from "./setAside.ts"
import type { TriggerDecisions } from "./triggerDecision.ts"
import type { Unborn } from "./unborn.ts"
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
  /** Who showed the two to be one: a person, or what the police sent. */
  readonly joinedBy: "person" | "notification"
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
  /** What was told and contradicts what is recorded, in the order it came; absent while nothing does. */
  readonly questionedReports?: ReadonlyArray<QuestionedReport>
  /** When the report was sent that last said the child is missing after all. */
  readonly missingAfterAllAt?: Instant
  /** The missing notification as the case system knows it. */
  readonly caseReference?: CaseSystemReference
  readonly allocation?: Allocation
  /** People had to be alerted again since the report; absent while there is only that. */
  readonly alertedAgain?: AlertedAgain
  /** An earlier alert of a record that was joined to this one: what nobody had answered climbs on from there. */
  readonly joinedClimb?: JoinedClimb
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
  /** What others answered apart from a worker who was left out of the interview. */
  readonly consideredApart?: Considerations
  /** What was decided on the triggers whose latest evidence this episode is. */
  readonly triggerDecisions?: TriggerDecisions
  /** Decided against before anybody was assigned; once there is an interview, it is `Interview.notDone`. */
  readonly interviewNotDone?: NotDone & { readonly recordedAt?: Instant }
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

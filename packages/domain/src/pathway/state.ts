import type { Instant } from "../calendar/instant.ts"
import type { Policy } from "../policy/policy.ts"
import type { EpisodeId, InterviewId, PersonId } from "./identifiers.ts"
import type { EarlyNotification, Notification } from "./notification.ts"
import type {
  Absence,
  ExploitationIndicator,
  FollowUp,
  HarmDisclosed,
  MissingFrom,
  Response,
  Risk,
  Venue
} from "./vocabulary.ts"

/** How far an episode has come. Each stage holds only what can be known at it. */
export type Progress =
  | { readonly _tag: "Missing" }
  | { readonly _tag: "Found"; readonly foundAt: Instant }
  /** `foundAt` is absent when the return was the first we heard. */
  | { readonly _tag: "Returned"; readonly returnedAt: Instant; readonly foundAt?: Instant }
  | { readonly _tag: "Cancelled"; readonly reason: string }

export interface Episode {
  readonly id: EpisodeId
  readonly absence: Absence
  readonly missingFrom: MissingFrom
  readonly risk: Risk
  readonly missingAt: Instant
  readonly reportedAt: Instant
  readonly notifiedAt: Instant
  readonly policy: Policy
  readonly progress: Progress
}

export interface CompletedInterview {
  readonly completedAt: Instant
  readonly interviewer: PersonId
  readonly venue: Venue
  readonly harmDisclosed: HarmDisclosed
  readonly exploitation: ReadonlyArray<ExploitationIndicator>
  readonly followUp: ReadonlyArray<FollowUp>
}

/** One return home interview (RHI). It may cover several episodes. Offer, answer and completion are separate facts. */
export interface Interview {
  readonly id: InterviewId
  readonly episodeIds: readonly [EpisodeId, ...ReadonlyArray<EpisodeId>]
  readonly interviewer: PersonId
  readonly knownAdult: boolean
  readonly offeredAt?: Instant
  readonly response?: Response
  readonly completed?: CompletedInterview
}

/** One child's episodes and interviews, folded from that child's events. */
export interface ChildState {
  /** In the order they were opened. */
  readonly episodes: ReadonlyArray<Episode>
  readonly interviews: ReadonlyArray<Interview>
  /** Every notification received, with its episode once it has one. */
  readonly notifications: ReadonlyArray<{ readonly notification: Notification; readonly episodeId?: EpisodeId }>
  /** Waiting for the `missing` notification of the same police reference. */
  readonly early: ReadonlyArray<EarlyNotification>
}

export const emptyChildState: ChildState = { episodes: [], interviews: [], notifications: [], early: [] }

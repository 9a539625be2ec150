/** What a person or a system asks for. `decide` answers each with events or a refusal. */
import type { Instant } from "../calendar/instant.ts"
import type { Policy } from "../policy/policy.ts"
import type { EpisodeId, InterviewId, PersonId } from "./identifiers.ts"
import type { Notification } from "./notification.ts"
import type { ExploitationIndicator, FollowUp, HarmDisclosed, Response, Venue } from "./vocabulary.ts"

export interface ReceiveNotification {
  readonly _tag: "ReceiveNotification"
  readonly notification: Notification
  /** The id the episode gets if this notification opens one. */
  readonly newEpisodeId: EpisodeId
  /** The policy to freeze onto that episode. */
  readonly policy: Policy
}

export interface RecordFound {
  readonly _tag: "RecordFound"
  readonly episodeId: EpisodeId
  readonly foundAt: Instant
}

export interface RecordReturned {
  readonly _tag: "RecordReturned"
  readonly episodeId: EpisodeId
  readonly returnedAt: Instant
}

export interface AssignInterview {
  readonly _tag: "AssignInterview"
  /** The id the interview gets if the episode has none yet. */
  readonly newInterviewId: InterviewId
  /** Absent: the latest episode that is owed an interview. */
  readonly episodeId?: EpisodeId
  readonly interviewer: PersonId
  /** Whether the person holds the interviewer's role; who does is configuration. */
  readonly isInterviewer: boolean
  /** The child's allocated worker, if one is known: they are not independent. */
  readonly allocatedWorker?: PersonId
  /** The child asked for this known adult. */
  readonly knownAdult: boolean
}

export interface LogInterview {
  readonly _tag: "LogInterview"
  /** The id the interview gets if none was assigned and it is logged as completed. */
  readonly newInterviewId: InterviewId
  /** Absent: the latest episode that is owed an interview, or else the latest episode. */
  readonly episodeId?: EpisodeId
  readonly offeredAt?: Instant
  readonly response?: Response
  readonly completed?: {
    readonly completedAt: Instant
    readonly interviewer: PersonId
    readonly venue: Venue
    readonly harmDisclosed: HarmDisclosed
    readonly exploitation: ReadonlyArray<ExploitationIndicator>
    readonly followUp: ReadonlyArray<FollowUp>
  }
  /** Whether the person named in `completed` holds the interviewer's role. */
  readonly isInterviewer: boolean
  readonly allocatedWorker?: PersonId
}

export type Command = ReceiveNotification | RecordFound | RecordReturned | AssignInterview | LogInterview

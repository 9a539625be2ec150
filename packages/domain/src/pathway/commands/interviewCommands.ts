/** The return home interview. */
import type { Instant } from "../../calendar/instant.ts"
import type { InterviewRecord } from "../../interview/record.ts"
import type { Response } from "../../vocabulary/caseWords.ts"
import type { CaseSystemReference, EpisodeId, InterviewId, PersonId } from "../../vocabulary/identifiers.ts"
import type {
  Arrangement,
  AttemptResult,
  ContactMethod,
  CorrectionReason,
  NotDoneGiven,
  NotDoneReason,
  UnassignReason
} from "../pathwayWords.ts"
import type { Attempt, CompletedInterview } from "../state.ts"

/** Gives the interview to an interviewer or to another one, or changes who carries it out and when. */
export interface AssignInterview {
  readonly _tag: "AssignInterview"
  /** The id the interview gets if the episode has none yet. */
  readonly newInterviewId: InterviewId
  /** May be absent only where no other episode of the child could be meant. */
  readonly episodeId?: EpisodeId
  /** Further episodes that are owed an interview, to be covered by the same one. */
  readonly alsoCovers?: ReadonlyArray<EpisodeId>
  readonly interviewer: PersonId
  /** Whether the person holds the interviewer's role; who does is configuration. */
  readonly isInterviewer: boolean
  /** The child's allocated worker, if one is known: they are not independent. */
  readonly allocatedWorker?: PersonId
  /** The child asked for this known adult. */
  readonly knownAdult: boolean
  /** Who carries it out; a host authority's or provider's interviewers hold no role of ours. */
  readonly arrangement?: Arrangement
  /** When it is to take place. Absent: no time is set, also where one was before. */
  readonly plannedFor?: Instant
}

/** What became of the interview: offered, answered and held are separate facts, told together or one by one. */
export interface LogInterview {
  readonly _tag: "LogInterview"
  /** The id the interview gets if nothing is recorded of it yet. */
  readonly newInterviewId: InterviewId
  /** May be absent only where no other episode of the child could be meant. */
  readonly episodeId?: EpisodeId
  /** Further episodes that are owed an interview and were covered by this one. */
  readonly alsoCovers?: ReadonlyArray<EpisodeId>
  readonly offeredAt?: Instant
  readonly response?: Response
  readonly completed?: CompletedInterview
  /** Whether the person named in `completed` holds the interviewer's role. */
  readonly isInterviewer: boolean
  readonly allocatedWorker?: PersonId
  /** The child asked on the spot for the person named in `completed`. */
  readonly knownAdult?: boolean
  /** With `completed`: the people who may not see what it brought out. */
  readonly keptFrom?: ReadonlyArray<PersonId>
}

/** The interview is nobody's to carry out; what was offered, attempted or answered stays. */
export interface UnassignInterview {
  readonly _tag: "UnassignInterview"
  readonly episodeId: EpisodeId
  readonly reason: UnassignReason
}

/** The child was talked to again after the interview was completed. That one stands, and so do its times. */
export interface RecordFurtherSession {
  readonly _tag: "RecordFurtherSession"
  readonly episodeId: EpisodeId
  readonly session: CompletedInterview
  /** Whether the person named in `session` holds the interviewer's role. */
  readonly isInterviewer: boolean
  readonly allocatedWorker?: PersonId
  /** The child asked for that person. */
  readonly knownAdult?: boolean
  /** The people who may not see what it brought out. */
  readonly keptFrom?: ReadonlyArray<PersonId>
}

/** What is withdrawn, named so that asking twice withdraws nothing else. */
export type Withdrawn =
  | { readonly what: "offer"; readonly offeredAt: Instant }
  | { readonly what: "answer"; readonly response: Response }
  | { readonly what: "attempt"; readonly attempt: Attempt }
  | { readonly what: "carer-offer"; readonly offeredAt: Instant }
  | { readonly what: "not-done"; readonly notDone: NotDoneReason }
  | { readonly what: "completed"; readonly completedAt: Instant }
  | { readonly what: "further-session"; readonly completedAt: Instant }

/** Takes back what was logged wrongly; what rests on it has to be withdrawn first. */
export interface WithdrawFromInterview {
  readonly _tag: "WithdrawFromInterview"
  readonly episodeId: EpisodeId
  readonly withdrawn: Withdrawn
  readonly reason: CorrectionReason
  /** Whether the other episodes it was recorded for keep it. */
  readonly onlyThisEpisode?: boolean
}

/** The interview of one episode covers others too. */
export interface ExtendInterview {
  readonly _tag: "ExtendInterview"
  readonly episodeId: EpisodeId
  readonly alsoCovers: readonly [EpisodeId, ...ReadonlyArray<EpisodeId>]
}

/** The child cannot be heard, and the parent or carer was offered to tell what they know. */
export interface OfferToCarer {
  readonly _tag: "OfferToCarer"
  readonly episodeId: EpisodeId
  /** The id the interview gets if nothing is recorded of it yet; absent: one made from the episode's. */
  readonly newInterviewId?: InterviewId
  readonly offeredAt: Instant
  readonly response: Response
}

/** One attempt to reach the child, whether or not it came to an interview. */
export interface RecordAttempt {
  readonly _tag: "RecordAttempt"
  readonly episodeId: EpisodeId
  /** The id the interview gets if nothing is recorded of it yet; absent: one made from the episode's. */
  readonly newInterviewId?: InterviewId
  readonly attemptedAt: Instant
  readonly method: ContactMethod
  readonly result: AttemptResult
}

/** There is no interview, and why: also decided before anybody is assigned. A decline is logged as the child's answer first. */
export interface RecordNotDone {
  readonly _tag: "RecordNotDone"
  readonly episodeId: EpisodeId
  readonly reason: NotDoneGiven
  readonly decidedBy: PersonId
}

/** Where in the case system the interview is written up: the child's own account is there and nowhere here. */
export interface RecordInterviewReference {
  readonly _tag: "RecordInterviewReference"
  readonly episodeId: EpisodeId
  readonly reference: CaseSystemReference
}

/** What the interview brought out, in codes alone. A field that is not one of `interviewFields` is refused. */
export interface RecordInterview {
  readonly _tag: "RecordInterview"
  readonly episodeId: EpisodeId
  /** Whole: what it leaves out is left out from here on. */
  readonly record: InterviewRecord
  /** The people who may not see what it brought out, in place of those named before; absent: as it stands. */
  readonly keptFrom?: ReadonlyArray<PersonId>
}

/** What is asked for about a return home interview. */
export type InterviewCommand =
  | AssignInterview
  | LogInterview
  | ExtendInterview
  | UnassignInterview
  | RecordFurtherSession
  | WithdrawFromInterview
  | OfferToCarer
  | RecordAttempt
  | RecordNotDone
  | RecordInterviewReference
  | RecordInterview

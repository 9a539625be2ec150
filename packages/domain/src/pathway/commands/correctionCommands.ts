/** Closing, and putting right what was recorded. */
import type { Instant } from "../../calendar/instant.ts"
import type { Absence, LastSeen, MissingFrom, Response, Risk } from "../../vocabulary/caseWords.ts"
import type { AuthorityName, EpisodeId, PersonId } from "../../vocabulary/identifiers.ts"
import type { CorrectionReason, ReopeningReason } from "../pathwayWords.ts"
import type { CompletedInterview } from "../state.ts"

/** Nothing is left to do. Refused with the whole list of what is; see `remainingTasks`. */
export interface CloseEpisode {
  readonly _tag: "CloseEpisode"
  readonly episodeId: EpisodeId
  /** Whether a trigger that rests on this episode waits for a decision: the caller knows what time and profile bring. */
  readonly hasDecisionLeft?: boolean
}

/** An episode that was closed or transferred is ours to work on after all. */
export interface ReopenEpisode {
  readonly _tag: "ReopenEpisode"
  readonly episodeId: EpisodeId
  readonly reason: ReopeningReason
}

/** Another authority takes the episode over, with whatever is left to do on it. */
export interface TransferEpisode {
  readonly _tag: "TransferEpisode"
  readonly episodeId: EpisodeId
  readonly to: AuthorityName
  readonly transferredAt: Instant
}

/** The child turns 18: every episode of theirs that is open closes with that reason. */
export interface TurnEighteen {
  readonly _tag: "TurnEighteen"
  /** The moment the London day of the 18th birthday begins. */
  readonly birthday: Instant
}

/** Merges two records of one disappearance; the kept one takes over what only the duplicate knows. */
export interface MergeDuplicate {
  readonly _tag: "MergeDuplicate"
  readonly duplicateId: EpisodeId
  /** The one that is kept. */
  readonly episodeId: EpisodeId
}

/** A merged duplicate counts again, and the kept episode loses what it had from the duplicate alone. */
export interface SeparateDuplicate {
  readonly _tag: "SeparateDuplicate"
  /** The one that was merged and no longer counts. */
  readonly episodeId: EpisodeId
  readonly reason: CorrectionReason
}

/** Puts right what was recorded of an episode. What is not named stays, and what was wrong stays in the events. */
export interface CorrectEpisode {
  readonly _tag: "CorrectEpisode"
  readonly episodeId: EpisodeId
  readonly reason: CorrectionReason
  readonly absence?: Absence
  readonly missingFrom?: MissingFrom
  readonly risk?: Risk
  readonly missingAt?: Instant
  readonly reportedAt?: Instant
  readonly lastSeen?: LastSeen
  readonly foundAt?: Instant
  readonly returnedAt?: Instant
  /** It did not happen. Taking back "found" takes back the return that was recorded after it. */
  readonly withdrawn?: "found" | "returned"
}

/** Puts right what was recorded of an interview. What is not named stays, and what was wrong stays in the events. */
export interface CorrectInterview extends Partial<CompletedInterview> {
  readonly _tag: "CorrectInterview"
  readonly episodeId: EpisodeId
  readonly reason: CorrectionReason
  readonly offeredAt?: Instant
  readonly response?: Response
  /** Whether the person named as `interviewer` holds the interviewer's role. */
  readonly isInterviewer: boolean
  readonly allocatedWorker?: PersonId
}

/** What is asked for to close an episode and to put records right. */
export type CorrectionCommand =
  | CloseEpisode
  | ReopenEpisode
  | TransferEpisode
  | TurnEighteen
  | MergeDuplicate
  | SeparateDuplicate
  | CorrectEpisode
  | CorrectInterview

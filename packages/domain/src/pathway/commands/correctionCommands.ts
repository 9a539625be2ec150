/** Closing, and putting right what was recorded. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { AuthorityName, EpisodeId, PersonId } from "../../vocabulary/identifiers.ts"
import { episodeCorrections, interviewCorrections } from "../correctedFields.ts"
import { CorrectionReason, ReopeningReason } from "../pathwayWords.ts"

/** Nothing is left to do. Refused with the whole list of what is; see `remainingTasks`. */
export const CloseEpisode = Schema.TaggedStruct("CloseEpisode", {
  episodeId: EpisodeId,
  /** Whether a trigger that rests on this episode waits for a decision: the caller knows what time and profile bring. */
  hasDecisionLeft: Schema.optionalKey(Schema.Boolean)
})
export type CloseEpisode = typeof CloseEpisode.Type

/** An episode that was closed or transferred is ours to work on after all. */
export const ReopenEpisode = Schema.TaggedStruct("ReopenEpisode", {
  episodeId: EpisodeId,
  reason: ReopeningReason
})
export type ReopenEpisode = typeof ReopenEpisode.Type

/** Another authority takes the episode over, with whatever is left to do on it. */
export const TransferEpisode = Schema.TaggedStruct("TransferEpisode", {
  episodeId: EpisodeId,
  to: AuthorityName,
  transferredAt: InstantFromIso
})
export type TransferEpisode = typeof TransferEpisode.Type

/** The child turns 18: every episode of theirs that is open closes with that reason. */
export const TurnEighteen = Schema.TaggedStruct("TurnEighteen", {
  /** The moment the London day of the 18th birthday begins. */
  birthday: InstantFromIso
})
export type TurnEighteen = typeof TurnEighteen.Type

/** Merges two records of one disappearance; the kept one takes over what only the duplicate knows. */
export const MergeDuplicate = Schema.TaggedStruct("MergeDuplicate", {
  duplicateId: EpisodeId,
  /** The one that is kept. */
  episodeId: EpisodeId
})
export type MergeDuplicate = typeof MergeDuplicate.Type

/** A merged duplicate counts again, and the kept episode loses what it had from the duplicate alone. */
export const SeparateDuplicate = Schema.TaggedStruct("SeparateDuplicate", {
  /** The one that was merged and no longer counts. */
  episodeId: EpisodeId,
  reason: CorrectionReason
})
export type SeparateDuplicate = typeof SeparateDuplicate.Type

/** Puts right what was recorded of an episode. What is not named stays, and what was wrong stays in the events. */
export const CorrectEpisode = Schema.TaggedStruct("CorrectEpisode", {
  episodeId: EpisodeId,
  reason: CorrectionReason,
  ...episodeCorrections
})
export type CorrectEpisode = typeof CorrectEpisode.Type

/** Puts right what was recorded of an interview. What is not named stays, and what was wrong stays in the events. */
export const CorrectInterview = Schema.TaggedStruct("CorrectInterview", {
  ...interviewCorrections,
  episodeId: EpisodeId,
  reason: CorrectionReason,
  /** The child asked for this person, though the interview was not assigned to them. */
  knownAdult: Schema.optionalKey(Schema.Boolean),
  /** Whether the person named as `interviewer` holds the interviewer's role. */
  isInterviewer: Schema.Boolean,
  allocatedWorker: Schema.optionalKey(PersonId)
})
export type CorrectInterview = typeof CorrectInterview.Type

/** What is asked for to close an episode and to put records right. */
export const correctionCommands = [
  CloseEpisode,
  ReopenEpisode,
  TransferEpisode,
  TurnEighteen,
  MergeDuplicate,
  SeparateDuplicate,
  CorrectEpisode,
  CorrectInterview
] as const

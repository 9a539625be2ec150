/** Closing, and putting right what was recorded. Nothing is ever deleted: what was said before stays in the stream. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { AuthorityName, EpisodeId, InterviewId } from "../../vocabulary/identifiers.ts"
import { episodeCorrections, interviewCorrections } from "../correctedFields.ts"
import { ClosingReason, CorrectionReason, ReopeningReason } from "../pathwayWords.ts"

const EpisodeClosed = Schema.TaggedStruct("EpisodeClosed", {
  episodeId: EpisodeId,
  closedAt: InstantFromIso,
  reason: ClosingReason
})

const EpisodeReopened = Schema.TaggedStruct("EpisodeReopened", { episodeId: EpisodeId, reason: ReopeningReason })

/** Another authority is responsible from here on. */
const EpisodeTransferred = Schema.TaggedStruct("EpisodeTransferred", {
  episodeId: EpisodeId,
  to: AuthorityName,
  transferredAt: InstantFromIso
})

/** `duplicateId` is the same disappearance as `episodeId`, which is kept. */
const EpisodesMerged = Schema.TaggedStruct("EpisodesMerged", {
  duplicateId: EpisodeId,
  episodeId: EpisodeId,
  /** When the notification was sent that showed them to be the same; absent where a person joined them. */
  sentAt: Schema.optionalKey(InstantFromIso)
})

/** What an episode that is kept can have taken from its duplicate. */
export const DuplicateFact = Schema.Literals([
  "found",
  "returned",
  "absence",
  "missingFrom",
  "risk",
  "missingAt",
  "reportedAt",
  "lastSeen",
  "caseReference",
  "allocation",
  "coordinator",
  "considerations",
  "consideredApart",
  "preventionInterviewAt",
  "interviewNotDone",
  "stays",
  "returnedTo",
  "placements",
  "unborn"
])
export type DuplicateFact = typeof DuplicateFact.Type

/** `duplicateId` was merged with `episodeId` by mistake: it is a disappearance of its own again. */
const EpisodesSeparated = Schema.TaggedStruct("EpisodesSeparated", {
  duplicateId: EpisodeId,
  episodeId: EpisodeId,
  reason: CorrectionReason,
  /** What `episodeId` had from the duplicate alone: it is again as it was before the merge. */
  takenBack: Schema.Array(DuplicateFact),
  /** The interview that goes with the separated episode. */
  interviewId: Schema.optionalKey(InterviewId)
})

/** What is right instead; what is absent stands as it was. */
const EpisodeCorrected = Schema.TaggedStruct("EpisodeCorrected", {
  episodeId: EpisodeId,
  reason: CorrectionReason,
  ...episodeCorrections,
  /** Absent in what was written before, where it is when it was recorded. */
  correctedAt: Schema.optionalKey(InstantFromIso)
})

const InterviewCorrected = Schema.TaggedStruct("InterviewCorrected", {
  interviewId: InterviewId,
  /** Whose offer and answer are put right; absent in what was written before: those of all it covers. */
  episodeId: Schema.optionalKey(EpisodeId),
  reason: CorrectionReason,
  ...interviewCorrections
})

export const correctionEvents = [
  EpisodeClosed,
  EpisodeReopened,
  EpisodeTransferred,
  EpisodesMerged,
  EpisodesSeparated,
  EpisodeCorrected,
  InterviewCorrected
] as const

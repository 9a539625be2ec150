/** The return home interview: arranged, offered, attempted, answered, completed or not done, and where it is written. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { InterviewRecord } from "../../interview/record.ts"
import { ExploitationIndicator, FollowUp, HarmDisclosed, Response, Venue } from "../../vocabulary/caseWords.ts"
import { CaseSystemReference, EpisodeId, InterviewId, PersonId } from "../../vocabulary/identifiers.ts"
import {
  Arrangement,
  AttemptResult,
  ContactMethod,
  CorrectionReason,
  NotDoneReason,
  UnassignReason,
  WithdrawableFact
} from "../pathwayWords.ts"

const InterviewAssigned = Schema.TaggedStruct("InterviewAssigned", {
  interviewId: InterviewId,
  episodeIds: Schema.NonEmptyArray(EpisodeId),
  interviewer: PersonId,
  /** True when the child asked for this person: the only way past the independence rule. */
  knownAdult: Schema.Boolean,
  /** Absent in what was written before arrangements were recorded, and where it was not said. */
  arrangement: Schema.optionalKey(Arrangement),
  /** Absent where no time was set. */
  plannedFor: Schema.optionalKey(InstantFromIso)
})

/** The interview covers these episodes too. */
const InterviewExtended = Schema.TaggedStruct("InterviewExtended", {
  interviewId: InterviewId,
  episodeIds: Schema.NonEmptyArray(EpisodeId)
})

/** The episodes that a fact is for; absent in old events, where it is for all that the interview covers. */
const forEpisodes = { episodeIds: Schema.optionalKey(Schema.NonEmptyArray(EpisodeId)) }

/** The offer to the child. */
const InterviewOffered = Schema.TaggedStruct("InterviewOffered", {
  interviewId: InterviewId,
  ...forEpisodes,
  offeredAt: InstantFromIso
})

const InterviewAnswered = Schema.TaggedStruct("InterviewAnswered", {
  interviewId: InterviewId,
  ...forEpisodes,
  response: Response
})

/** The offer to a parent or carer to tell what they know, when the child cannot be heard. */
const CarerOffered = Schema.TaggedStruct("CarerOffered", {
  interviewId: InterviewId,
  ...forEpisodes,
  offeredAt: InstantFromIso,
  response: Response
})

const InterviewAttempted = Schema.TaggedStruct("InterviewAttempted", {
  interviewId: InterviewId,
  ...forEpisodes,
  attemptedAt: InstantFromIso,
  method: ContactMethod,
  result: AttemptResult
})

/** The people who may not see what it brought out, as they stand from then on; absent where nothing was said of it. */
const kept = { keptFrom: Schema.optionalKey(Schema.Array(PersonId)) }

/** Codes only: the child's own account belongs in the case system. */
const held = {
  interviewId: InterviewId,
  completedAt: InstantFromIso,
  interviewer: PersonId,
  /** True when the child asked for this person on the spot; absent otherwise. */
  knownAdult: Schema.optionalKey(Schema.Boolean),
  venue: Venue,
  harmDisclosed: HarmDisclosed,
  exploitation: Schema.Array(ExploitationIndicator),
  followUp: Schema.Array(FollowUp),
  ...kept
}

const InterviewCompleted = Schema.TaggedStruct("InterviewCompleted", held)

/** Talked about again after the interview was completed: that one stands, and no clock is measured by this. */
const FurtherSessionHeld = Schema.TaggedStruct("FurtherSessionHeld", held)

/** It is nobody's to carry out. What was offered, attempted or answered stays. */
const InterviewUnassigned = Schema.TaggedStruct("InterviewUnassigned", {
  interviewId: InterviewId,
  reason: UnassignReason
})

/** It no longer covers these episodes, which stand as without it; the others keep it. */
const InterviewNarrowed = Schema.TaggedStruct("InterviewNarrowed", {
  interviewId: InterviewId,
  episodeIds: Schema.NonEmptyArray(EpisodeId),
  reason: CorrectionReason
})

/** Two interviews that nobody had held became one, which takes over everything that was recorded of the other. */
const InterviewsJoined = Schema.TaggedStruct("InterviewsJoined", {
  interviewId: InterviewId,
  /** The one that is no more. */
  joinedId: InterviewId
})

/** What was recorded of an interview did not happen, or not to this child: the episodes stand as without it. */
const InterviewFactWithdrawn = Schema.TaggedStruct("InterviewFactWithdrawn", {
  /** Absent when it was decided against an interview before anything was recorded of it. */
  interviewId: Schema.optionalKey(InterviewId),
  what: WithdrawableFact,
  /** The episodes it is withdrawn from. */
  episodeIds: Schema.NonEmptyArray(EpisodeId),
  reason: CorrectionReason,
  /** The time of the fact; absent where it had none. */
  at: Schema.optionalKey(InstantFromIso),
  /** Which of the attempts made at that time. */
  attempt: Schema.optionalKey(Schema.Struct({ method: ContactMethod, result: AttemptResult }))
})

const InterviewNotDone = Schema.TaggedStruct("InterviewNotDone", {
  episodeIds: Schema.NonEmptyArray(EpisodeId),
  /** Absent when it was decided against before anybody was assigned. */
  interviewId: Schema.optionalKey(InterviewId),
  reason: NotDoneReason,
  decidedBy: PersonId
})

/** Where the interview is written in the case system. */
const InterviewReferenceRecorded = Schema.TaggedStruct("InterviewReferenceRecorded", {
  interviewId: InterviewId,
  reference: CaseSystemReference
})

/** The coded part of the interview record, whole each time: the latest stands. */
const InterviewRecorded = Schema.TaggedStruct("InterviewRecorded", {
  interviewId: InterviewId,
  record: InterviewRecord,
  ...kept
})

export const interviewEvents = [
  InterviewAssigned,
  InterviewExtended,
  InterviewOffered,
  InterviewAnswered,
  CarerOffered,
  InterviewAttempted,
  InterviewCompleted,
  InterviewNotDone,
  InterviewReferenceRecorded,
  InterviewRecorded,
  FurtherSessionHeld,
  InterviewUnassigned,
  InterviewNarrowed,
  InterviewsJoined,
  InterviewFactWithdrawn
] as const

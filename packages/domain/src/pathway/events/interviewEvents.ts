/** The return home interview: arranged, offered, attempted, answered, completed or not done, and where it is written. */
import { Schema } from "effect"
import { InstantFromIso } from "../../calendar/instant.ts"
import { InterviewRecord } from "../../interview/record.ts"
import { CaseSystemReference, EpisodeId, InterviewId, PersonId } from "../identifiers.ts"
import { Arrangement, AttemptResult, ContactMethod, NotDoneReason } from "../pathwayWords.ts"
import { ExploitationIndicator, FollowUp, HarmDisclosed, Response, Venue } from "../vocabulary.ts"

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

/** The offer to the child. */
const InterviewOffered = Schema.TaggedStruct("InterviewOffered", {
  interviewId: InterviewId,
  offeredAt: InstantFromIso
})

const InterviewAnswered = Schema.TaggedStruct("InterviewAnswered", {
  interviewId: InterviewId,
  response: Response
})

/** The offer to a parent or carer to tell what they know, made when the child has declined. */
const CarerOffered = Schema.TaggedStruct("CarerOffered", {
  interviewId: InterviewId,
  offeredAt: InstantFromIso,
  response: Response
})

const InterviewAttempted = Schema.TaggedStruct("InterviewAttempted", {
  interviewId: InterviewId,
  attemptedAt: InstantFromIso,
  method: ContactMethod,
  result: AttemptResult
})

/** Codes only: the child's own account belongs in the case system. */
const InterviewCompleted = Schema.TaggedStruct("InterviewCompleted", {
  interviewId: InterviewId,
  completedAt: InstantFromIso,
  interviewer: PersonId,
  venue: Venue,
  harmDisclosed: HarmDisclosed,
  exploitation: Schema.Array(ExploitationIndicator),
  followUp: Schema.Array(FollowUp)
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
  record: InterviewRecord
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
  InterviewRecorded
] as const

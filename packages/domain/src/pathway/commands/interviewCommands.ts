/** The return home interview. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { InterviewRecord } from "../../interview/record.ts"
import { Response } from "../../vocabulary/caseWords.ts"
import { CaseSystemReference, EpisodeId, InterviewId, PersonId } from "../../vocabulary/identifiers.ts"
import {
  Arrangement,
  AttemptResult,
  ContactMethod,
  CorrectionReason,
  NotDoneGiven,
  NotDoneReason,
  UnassignReason
} from "../pathwayWords.ts"
import { Attempt, CompletedInterview } from "./commandParts.ts"

/** Gives the interview to an interviewer or to another one, or changes who carries it out and when. */
export const AssignInterview = Schema.TaggedStruct("AssignInterview", {
  /** The id the interview gets if the episode has none yet. */
  newInterviewId: InterviewId,
  /** May be absent only where no other episode of the child could be meant. */
  episodeId: Schema.optionalKey(EpisodeId),
  /** Further episodes that are owed an interview, to be covered by the same one. */
  alsoCovers: Schema.optionalKey(Schema.Array(EpisodeId)),
  interviewer: PersonId,
  /** Whether the person holds the interviewer's role; who does is configuration. */
  isInterviewer: Schema.Boolean,
  /** The child's allocated worker, if one is known: they are not independent. */
  allocatedWorker: Schema.optionalKey(PersonId),
  /** The child asked for this known adult. */
  knownAdult: Schema.Boolean,
  /** Who carries it out; a host authority's or provider's interviewers hold no role of ours. */
  arrangement: Schema.optionalKey(Arrangement),
  /** When it is to take place. Absent: no time is set, also where one was before. */
  plannedFor: Schema.optionalKey(InstantFromIso)
})
export type AssignInterview = typeof AssignInterview.Type

/** What became of the interview: offered, answered and held are separate facts, told together or one by one. */
export const LogInterview = Schema.TaggedStruct("LogInterview", {
  /** The id the interview gets if nothing is recorded of it yet. */
  newInterviewId: InterviewId,
  /** May be absent only where no other episode of the child could be meant. */
  episodeId: Schema.optionalKey(EpisodeId),
  /** Further episodes that are owed an interview and were covered by this one. */
  alsoCovers: Schema.optionalKey(Schema.Array(EpisodeId)),
  offeredAt: Schema.optionalKey(InstantFromIso),
  response: Schema.optionalKey(Response),
  completed: Schema.optionalKey(CompletedInterview),
  /** Whether the person named in `completed` holds the interviewer's role. */
  isInterviewer: Schema.Boolean,
  allocatedWorker: Schema.optionalKey(PersonId),
  /** The child asked on the spot for the person named in `completed`. */
  knownAdult: Schema.optionalKey(Schema.Boolean),
  /** With `completed`: the people who may not see what it brought out. */
  keptFrom: Schema.optionalKey(Schema.Array(PersonId))
})
export type LogInterview = typeof LogInterview.Type

/** The interview is nobody's to carry out; what was offered, attempted or answered stays. */
export const UnassignInterview = Schema.TaggedStruct("UnassignInterview", {
  episodeId: EpisodeId,
  reason: UnassignReason
})
export type UnassignInterview = typeof UnassignInterview.Type

/** The child was talked to again after the interview was completed. That one stands, and so do its times. */
export const RecordFurtherSession = Schema.TaggedStruct("RecordFurtherSession", {
  episodeId: EpisodeId,
  session: CompletedInterview,
  /** Whether the person named in `session` holds the interviewer's role. */
  isInterviewer: Schema.Boolean,
  allocatedWorker: Schema.optionalKey(PersonId),
  /** The child asked for that person. */
  knownAdult: Schema.optionalKey(Schema.Boolean),
  /** The people who may not see what it brought out. */
  keptFrom: Schema.optionalKey(Schema.Array(PersonId))
})
export type RecordFurtherSession = typeof RecordFurtherSession.Type

/** What is withdrawn, named so that asking twice withdraws nothing else. */
export const Withdrawn = Schema.Union([
  Schema.Struct({ what: Schema.Literal("offer"), offeredAt: InstantFromIso }),
  Schema.Struct({ what: Schema.Literal("answer"), response: Response }),
  Schema.Struct({ what: Schema.Literal("attempt"), attempt: Attempt }),
  Schema.Struct({ what: Schema.Literal("carer-offer"), offeredAt: InstantFromIso }),
  Schema.Struct({ what: Schema.Literal("not-done"), notDone: NotDoneReason }),
  Schema.Struct({ what: Schema.Literal("completed"), completedAt: InstantFromIso }),
  Schema.Struct({ what: Schema.Literal("further-session"), completedAt: InstantFromIso })
])
export type Withdrawn = typeof Withdrawn.Type

/** Takes back what was logged wrongly; what rests on it has to be withdrawn first. */
export const WithdrawFromInterview = Schema.TaggedStruct("WithdrawFromInterview", {
  episodeId: EpisodeId,
  withdrawn: Withdrawn,
  reason: CorrectionReason,
  /** Whether the other episodes it was recorded for keep it. */
  onlyThisEpisode: Schema.optionalKey(Schema.Boolean)
})
export type WithdrawFromInterview = typeof WithdrawFromInterview.Type

/** The interview of one episode covers others too. */
export const ExtendInterview = Schema.TaggedStruct("ExtendInterview", {
  episodeId: EpisodeId,
  alsoCovers: Schema.NonEmptyArray(EpisodeId)
})
export type ExtendInterview = typeof ExtendInterview.Type

/** The child cannot be heard, and the parent or carer was offered to tell what they know. */
export const OfferToCarer = Schema.TaggedStruct("OfferToCarer", {
  episodeId: EpisodeId,
  /** The id the interview gets if nothing is recorded of it yet; absent: one made from the episode's. */
  newInterviewId: Schema.optionalKey(InterviewId),
  offeredAt: InstantFromIso,
  response: Response
})
export type OfferToCarer = typeof OfferToCarer.Type

/** One attempt to reach the child, whether or not it came to an interview. */
export const RecordAttempt = Schema.TaggedStruct("RecordAttempt", {
  episodeId: EpisodeId,
  /** The id the interview gets if nothing is recorded of it yet; absent: one made from the episode's. */
  newInterviewId: Schema.optionalKey(InterviewId),
  attemptedAt: InstantFromIso,
  method: ContactMethod,
  result: AttemptResult
})
export type RecordAttempt = typeof RecordAttempt.Type

/** There is no interview, and why: also decided before anybody is assigned. A decline is logged as the child's answer first. */
export const RecordNotDone = Schema.TaggedStruct("RecordNotDone", {
  episodeId: EpisodeId,
  reason: NotDoneGiven,
  decidedBy: PersonId
})
export type RecordNotDone = typeof RecordNotDone.Type

/** Where in the case system the interview is written up: the child's own account is there and nowhere here. */
export const RecordInterviewReference = Schema.TaggedStruct("RecordInterviewReference", {
  episodeId: EpisodeId,
  reference: CaseSystemReference
})
export type RecordInterviewReference = typeof RecordInterviewReference.Type

/** What the interview brought out, in codes alone. A field that is not one of `interviewFields` is refused. */
export const RecordInterview = Schema.TaggedStruct("RecordInterview", {
  episodeId: EpisodeId,
  /** Whole: what it leaves out is left out from here on. */
  record: InterviewRecord,
  /** The people who may not see what it brought out, in place of those named before; absent: as it stands. */
  keptFrom: Schema.optionalKey(Schema.Array(PersonId))
})
export type RecordInterview = typeof RecordInterview.Type

/** What is asked for about a return home interview. */
export const interviewCommands = [
  AssignInterview,
  LogInterview,
  ExtendInterview,
  UnassignInterview,
  RecordFurtherSession,
  WithdrawFromInterview,
  OfferToCarer,
  RecordAttempt,
  RecordNotDone,
  RecordInterviewReference,
  RecordInterview
] as const
export type InterviewCommand = (typeof interviewCommands)[number]["Type"]

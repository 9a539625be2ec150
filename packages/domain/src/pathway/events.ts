/**
 * What happened to one child, in order: the truth from which everything else is computed.
 *
 * Events carry no name, birth date or narrative. They are only ever added to.
 */
import { Schema } from "effect"
import { InstantFromIso } from "../calendar/instant.ts"
import { Policy } from "../policy/policy.ts"
import { EpisodeId, InterviewId, PersonId } from "./identifiers.ts"
import { Notification } from "./notification.ts"
import {
  Absence,
  ExploitationIndicator,
  FollowUp,
  HarmDisclosed,
  MissingFrom,
  Response,
  Risk,
  Venue
} from "./vocabulary.ts"

/** A notification as it came in: the proof of what we were told, and how its repeat is recognised. */
export const NotificationReceived = Schema.TaggedStruct("NotificationReceived", {
  notification: Notification,
  /** The episode it belongs to; absent while it waits for the `missing` notification that opens one. */
  episodeId: Schema.optionalKey(EpisodeId)
})

/** A notification that was kept but changed nothing, because something else was recorded before it. */
export const NotificationSetAside = Schema.TaggedStruct("NotificationSetAside", {
  episodeId: EpisodeId,
  kind: Schema.Literals(["updated", "found", "returned", "cancelled"]),
  reason: Schema.Literals(["already-recorded", "out-of-order", "older-than-last-update", "episode-cancelled"]),
  /** The time it reported, so that a person can judge which is right. */
  reportedTime: Schema.optionalKey(InstantFromIso)
})

export const EpisodeOpened = Schema.TaggedStruct("EpisodeOpened", {
  episodeId: EpisodeId,
  absence: Absence,
  missingFrom: MissingFrom,
  risk: Risk,
  missingAt: InstantFromIso,
  reportedAt: InstantFromIso,
  /** When the council was told, by our own clock. */
  notifiedAt: InstantFromIso,
  /** The rules in force when the episode opened, whole: they govern it for good. */
  policy: Policy
})

export const EpisodeUpdated = Schema.TaggedStruct("EpisodeUpdated", {
  episodeId: EpisodeId,
  absence: Schema.optionalKey(Absence),
  missingFrom: Schema.optionalKey(MissingFrom),
  risk: Schema.optionalKey(Risk),
  missingAt: Schema.optionalKey(InstantFromIso),
  reportedAt: Schema.optionalKey(InstantFromIso)
})

export const ChildFound = Schema.TaggedStruct("ChildFound", { episodeId: EpisodeId, foundAt: InstantFromIso })

export const ChildReturned = Schema.TaggedStruct("ChildReturned", { episodeId: EpisodeId, returnedAt: InstantFromIso })

export const EpisodeCancelled = Schema.TaggedStruct("EpisodeCancelled", {
  episodeId: EpisodeId,
  reason: Schema.NonEmptyString
})

export const InterviewAssigned = Schema.TaggedStruct("InterviewAssigned", {
  interviewId: InterviewId,
  episodeIds: Schema.NonEmptyArray(EpisodeId),
  interviewer: PersonId,
  /** True when the child asked for this person: the only way past the independence rule. */
  knownAdult: Schema.Boolean
})

export const InterviewOffered = Schema.TaggedStruct("InterviewOffered", {
  interviewId: InterviewId,
  offeredAt: InstantFromIso
})

export const InterviewAnswered = Schema.TaggedStruct("InterviewAnswered", {
  interviewId: InterviewId,
  response: Response
})

/** Codes only: the child's own account belongs in the case system. */
export const InterviewCompleted = Schema.TaggedStruct("InterviewCompleted", {
  interviewId: InterviewId,
  completedAt: InstantFromIso,
  interviewer: PersonId,
  venue: Venue,
  harmDisclosed: HarmDisclosed,
  exploitation: Schema.Array(ExploitationIndicator),
  followUp: Schema.Array(FollowUp)
})

export const PathwayEvent = Schema.Union([
  NotificationReceived,
  NotificationSetAside,
  EpisodeOpened,
  EpisodeUpdated,
  ChildFound,
  ChildReturned,
  EpisodeCancelled,
  InterviewAssigned,
  InterviewOffered,
  InterviewAnswered,
  InterviewCompleted
])
export type PathwayEvent = typeof PathwayEvent.Type

/** An event with when it was recorded and by whom. `recordedAt` is our clock, not the time of what happened. */
export const RecordedEvent = Schema.Struct({
  recordedAt: InstantFromIso,
  recordedBy: PersonId,
  event: PathwayEvent
})
export type RecordedEvent = typeof RecordedEvent.Type

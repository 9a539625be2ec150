/** From the notification to the return. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { PartTwo } from "../../findMePlan/findMePlan.ts"
import { Policy } from "../../policy/policy.ts"
import { PoliceAnswer } from "../../vocabulary/caseWords.ts"
import { EpisodeId, PersonId, PoliceReference } from "../../vocabulary/identifiers.ts"
import { Notification } from "../notification.ts"
import { CancellationReason } from "../pathwayWords.ts"
import { ReturnedTo, Whereabouts } from "../whereabouts.ts"

/** News of a child, from the police, the MASH or a person's own report. The same news again changes nothing. */
export const ReceiveNotification = Schema.TaggedStruct("ReceiveNotification", {
  notification: Notification,
  /** The id the episode gets if this notification opens one. */
  newEpisodeId: EpisodeId,
  /** The policy to freeze onto that episode. */
  policy: Policy,
  /** Who acknowledged the alert of this report while it stood on another child's record, where it is moved from there. */
  actedBefore: Schema.optionalKey(Schema.NonEmptyArray(PersonId)),
  /** That the child of this report was found or back by then, where it is moved from another child's record. */
  endedBefore: Schema.optionalKey(
    Schema.Struct({ foundAt: Schema.optionalKey(InstantFromIso), returnedAt: Schema.optionalKey(InstantFromIso) })
  )
})
export type ReceiveNotification = typeof ReceiveNotification.Type

/** It came under a police reference that stands for this child, and names another: kept for people to judge. */
export const RejectMisdirectedNotification = Schema.TaggedStruct("RejectMisdirectedNotification", {
  notification: Notification
})
export type RejectMisdirectedNotification = typeof RejectMisdirectedNotification.Type

/** A person rang the police about news of another child that came under this reference. */
export const AnswerMisdirectedNews = Schema.TaggedStruct("AnswerMisdirectedNews", {
  policeReference: PoliceReference,
  answer: PoliceAnswer
})
export type AnswerMisdirectedNews = typeof AnswerMisdirectedNews.Type

/** A worker says that it is known where the child is, from then on: not before they were last seen. */
export const RecordFound = Schema.TaggedStruct("RecordFound", {
  episodeId: EpisodeId,
  foundAt: InstantFromIso,
  /** Where they are, if they are not on their way back. */
  whereabouts: Schema.optionalKey(Whereabouts)
})
export type RecordFound = typeof RecordFound.Type

/** A worker says that the child is back at home or placement, which starts both clocks: not before they were found. */
export const RecordReturned = Schema.TaggedStruct("RecordReturned", {
  episodeId: EpisodeId,
  returnedAt: InstantFromIso,
  /** Where they came back to. */
  returnedTo: Schema.optionalKey(ReturnedTo)
})
export type RecordReturned = typeof RecordReturned.Type

/** A person says that there never was such an episode: of this child, or at all. */
export const CancelEpisode = Schema.TaggedStruct("CancelEpisode", {
  episodeId: EpisodeId,
  reason: CancellationReason
})
export type CancelEpisode = typeof CancelEpisode.Type

/** The cancellation that was sent of a child who is back does not stand: the episode and its interview do. */
export const DeclineCancellation = Schema.TaggedStruct("DeclineCancellation", {
  episodeId: EpisodeId
})
export type DeclineCancellation = typeof DeclineCancellation.Type

/** What was recorded stands, whatever the reports that were set aside say. */
export const DeclineReport = Schema.TaggedStruct("DeclineReport", { episodeId: EpisodeId })
export type DeclineReport = typeof DeclineReport.Type

/** The police held their prevention interview. It is not the return home interview. */
export const RecordPreventionInterview = Schema.TaggedStruct("RecordPreventionInterview", {
  episodeId: EpisodeId,
  heldAt: InstantFromIso
})
export type RecordPreventionInterview = typeof RecordPreventionInterview.Type

/** Part two of the Find Me Plan, while the child is missing. */
export const RecordPartTwo = Schema.TaggedStruct("RecordPartTwo", {
  episodeId: EpisodeId,
  partTwo: PartTwo
})
export type RecordPartTwo = typeof RecordPartTwo.Type

/** What is asked for from the notification to the return. */
export const openingCommands = [
  ReceiveNotification,
  RejectMisdirectedNotification,
  AnswerMisdirectedNews,
  RecordFound,
  RecordReturned,
  CancelEpisode,
  DeclineCancellation,
  DeclineReport,
  RecordPreventionInterview,
  RecordPartTwo
] as const

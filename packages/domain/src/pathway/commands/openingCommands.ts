/** From the notification to the return. */
import type { Instant } from "../../calendar/instant.ts"
import type { PartTwo } from "../../findMePlan/findMePlan.ts"
import type { Policy } from "../../policy/policy.ts"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import type { Notification } from "../notification.ts"
import type { CancellationReason } from "../pathwayWords.ts"
import type { ReturnedTo, Whereabouts } from "../whereabouts.ts"

/** News of a child, from the police, the MASH or a person's own report. The same news again changes nothing. */
export interface ReceiveNotification {
  readonly _tag: "ReceiveNotification"
  readonly notification: Notification
  /** The id the episode gets if this notification opens one. */
  readonly newEpisodeId: EpisodeId
  /** The policy to freeze onto that episode. */
  readonly policy: Policy
}

/** It came under a police reference that stands for this child, and names another: kept for people to judge. */
export interface RejectMisdirectedNotification {
  readonly _tag: "RejectMisdirectedNotification"
  readonly notification: Notification
}

/** A worker says that it is known where the child is, from then on: not before they were last seen. */
export interface RecordFound {
  readonly _tag: "RecordFound"
  readonly episodeId: EpisodeId
  readonly foundAt: Instant
  /** Where they are, if they are not on their way back. */
  readonly whereabouts?: Whereabouts
}

/** A worker says that the child is back at home or placement, which starts both clocks: not before they were found. */
export interface RecordReturned {
  readonly _tag: "RecordReturned"
  readonly episodeId: EpisodeId
  readonly returnedAt: Instant
  /** Where they came back to. */
  readonly returnedTo?: ReturnedTo
}

/** A person says that there never was such an episode: of this child, or at all. */
export interface CancelEpisode {
  readonly _tag: "CancelEpisode"
  readonly episodeId: EpisodeId
  readonly reason: CancellationReason
}

/** The cancellation that was sent of a child who is back does not stand: the episode and its interview do. */
export interface DeclineCancellation {
  readonly _tag: "DeclineCancellation"
  readonly episodeId: EpisodeId
}

/** The police held their prevention interview. It is not the return home interview. */
export interface RecordPreventionInterview {
  readonly _tag: "RecordPreventionInterview"
  readonly episodeId: EpisodeId
  readonly heldAt: Instant
}

/** Part two of the Find Me Plan, while the child is missing. */
export interface RecordPartTwo {
  readonly _tag: "RecordPartTwo"
  readonly episodeId: EpisodeId
  readonly partTwo: PartTwo
}

/** What is asked for from the notification to the return. */
export type OpeningCommand =
  | ReceiveNotification
  | RejectMisdirectedNotification
  | RecordFound
  | RecordReturned
  | CancelEpisode
  | DeclineCancellation
  | RecordPreventionInterview
  | RecordPartTwo

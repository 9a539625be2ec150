import type { Instant } from "../calendar/instant.ts"
import type { FindMePlan } from "../findMePlan/findMePlan.ts"
import type { EpisodeId, PoliceReference } from "../vocabulary/identifiers.ts"
import type { Death } from "./death.ts"
import type { Episode } from "./episode.ts"
import type { ImportedEpisode } from "./importedEpisode.ts"
import type { Interview } from "./interview.ts"
import type { EarlyNotification, Notification } from "./notification.ts"
import type { CorrectionReason } from "./pathwayWords.ts"
import type { Replacement } from "./replacement.ts"

export * from "./episode.ts"
export type * from "./interview.ts"

export interface Repeat {
  readonly policeReference: PoliceReference
  readonly kind: Exclude<Notification["kind"], "updated">
  readonly sentAt: Instant
}

export interface ReceivedNotification {
  readonly notification: Notification
  readonly episodeId?: EpisodeId
  /** By our own clock; absent until it is recorded. */
  readonly receivedAt?: Instant
}

/** An event of a kind that this version does not know: folding passed it over. */
export interface UnknownEvent {
  readonly _tag: string
  /** Absent where it was only previewed. */
  readonly recordedAt?: Instant
}

/** One child's episodes and interviews, folded from that child's events. */
export interface ChildState {
  /** In the order they were opened. */
  readonly episodes: ReadonlyArray<Episode>
  readonly interviews: ReadonlyArray<Interview>
  /** Every notification received, with its episode once it has one. */
  readonly notifications: ReadonlyArray<ReceivedNotification>
  /** What was sent again with the same content, each time. */
  readonly repeats?: ReadonlyArray<Repeat>
  /** Waiting for the `missing` notification of the same police reference. */
  readonly early: ReadonlyArray<EarlyNotification>
  /** Told of another child under a police reference that stands for this one: once each. */
  readonly turnedAway?: ReadonlyArray<Notification>
  /** Those of them about which a person has rung the police. */
  readonly turnedAwayAnswered?: ReadonlyArray<Notification>
  /** Where the child's Find Me Plan or Trigger Plan is, and whether it can be relied on. */
  readonly findMePlan?: FindMePlan
  readonly death?: Death
  /** Why a death was last taken back; absent where none was. */
  readonly deathTakenBack?: CorrectionReason
  /** Events that folding passed over, of a newer version or a team's own; absent where there were none. */
  readonly unknownEvents?: ReadonlyArray<UnknownEvent>
  /** Episodes from before, by when they began, apart from ours: triggers and tables read them, and nothing is owed. */
  readonly imported?: ReadonlyArray<ImportedEpisode>
  /** What later events replaced, oldest first: a trigger that was met on it stays met. Not enumerable; see there. */
  readonly replaced?: ReadonlyArray<Replacement>
}

const none: ReadonlyArray<never> = Object.freeze([])

/** A child with nothing on record. Frozen, so that a change for one child reaches no other. */
export const emptyChildState: ChildState = Object.freeze({
  episodes: none,
  interviews: none,
  notifications: none,
  early: none
})

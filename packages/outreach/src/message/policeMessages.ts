/** What the police told us that fits no record here, or shows that two records are one. */
import type { Instant } from "@safe-return/domain/calendar"
import type {
  ChildReference,
  ChildState,
  EarlyNotification,
  Episode,
  EventOf,
  Notification,
  PersonId,
  PoliceAnswer
} from "@safe-return/domain/pathway"

/** News of a report whose `missing` notification has not come. */
export interface EarlyNews {
  readonly _tag: "EarlyNews"
  readonly child: ChildReference
  readonly notification: EarlyNotification
  /** When the child was last seen by the open report of them here, which may be the one that is waited for. */
  readonly lastSeenHere?: Instant
}

/** News of one child under a police reference that stands for another here. */
export interface MisdirectedNews {
  readonly _tag: "MisdirectedNews"
  /** The child the police reference stands for here. */
  readonly child: ChildReference
  readonly notification: Notification
  /** What came of it, once a person has rung the police. */
  readonly answered?: { readonly by: PersonId; readonly at: Instant; readonly answer: PoliceAnswer }
}

/** To those who were told of a record that no longer counts: which one goes on. */
export interface RecordsJoined {
  readonly _tag: "RecordsJoined"
  readonly child: ChildReference
  readonly state: ChildState
  readonly duplicate: Episode
  readonly kept: Episode
  readonly event: EventOf<"EpisodesMerged">
}

export type PoliceMessage = EarlyNews | MisdirectedNews | RecordsJoined

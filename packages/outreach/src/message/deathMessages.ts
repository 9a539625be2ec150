/** A child's death, to those who must know of it. */
import type { Instant } from "@safe-return/domain/calendar"
import type {
  ChildReference,
  ChildState,
  Death,
  Episode,
  EpisodeId,
  KeptNotification
} from "@safe-return/domain/pathway"

export interface DeathNotice {
  readonly _tag: "DeathNotice"
  readonly child: ChildReference
  readonly death: Death
}

/** The record of the death was wrong. */
export interface DeathWithdrawal {
  readonly _tag: "DeathWithdrawal"
  readonly child: ChildReference
  readonly state: ChildState
  /** The disappearance that is open again; the one that is looked for, where there is one. */
  readonly episode?: Episode
  readonly now: Instant
}

/** The child may be alive and missing: the death may have been recorded on the wrong child. */
export interface ReportAfterDeath {
  readonly _tag: "ReportAfterDeath"
  readonly child: ChildReference
  readonly episodeId: EpisodeId
  readonly report: KeptNotification
}

export type DeathMessage = DeathNotice | DeathWithdrawal | ReportAfterDeath

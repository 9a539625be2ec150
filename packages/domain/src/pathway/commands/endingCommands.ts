/** How an absence goes on and ends: where a found child is, the stretches of an episode, a placement, a death. */
import type { Instant } from "../../calendar/instant.ts"
import type { Absence } from "../../vocabulary/caseWords.ts"
import type { EpisodeId, PersonId } from "../../vocabulary/identifiers.ts"
import type { Entry } from "../entry.ts"
import type { CorrectionReason } from "../pathwayWords.ts"
import type { Placement } from "../placement.ts"
import type { ReturnedTo, Whereabouts } from "../whereabouts.ts"

/** Where a found child is who is not back, from a moment on. From the same moment it corrects what was said. */
export interface RecordWhereabouts {
  readonly _tag: "RecordWhereabouts"
  readonly episodeId: EpisodeId
  readonly whereabouts: Whereabouts
  readonly since: Instant
}

/** Where the child came back to, once their return is recorded. */
export interface RecordReturnedTo {
  readonly _tag: "RecordReturnedTo"
  readonly episodeId: EpisodeId
  readonly returnedTo: ReturnedTo
}

/** The child is away and not missing from then on, or the other way round. What they were before is kept. */
export interface RecordAbsenceChange {
  readonly _tag: "RecordAbsenceChange"
  readonly episodeId: EpisodeId
  readonly absence: Absence
  readonly changedAt: Instant
}

/** Where the child is placed: since before they went missing, or by a move in the middle of the episode. */
export interface RecordPlacement {
  readonly _tag: "RecordPlacement"
  readonly episodeId: EpisodeId
  readonly placement: Placement
  readonly movedAt?: Instant
}

/** One stay, change or placement was not so. What is right is recorded in the ordinary way. */
export interface WithdrawEntry {
  readonly _tag: "WithdrawEntry"
  readonly episodeId: EpisodeId
  readonly entry: Entry
  readonly reason: CorrectionReason
}

/** The child died. Everything that asks for something on their record stops at once. */
export interface RecordDeath {
  readonly _tag: "RecordDeath"
  /** From when it is known: never in the future. */
  readonly knownFrom: Instant
  readonly by: PersonId
}

/** Someone looked at a report that came after the death was recorded, and the death stands. */
export interface ConfirmDeath {
  readonly _tag: "ConfirmDeath"
  readonly by: PersonId
}

/** The death was recorded wrongly, on the wrong child for instance. What was told since is acted on. */
export interface TakeBackDeath {
  readonly _tag: "TakeBackDeath"
  readonly reason: CorrectionReason
}

export type EndingCommand =
  | RecordWhereabouts
  | RecordReturnedTo
  | RecordAbsenceChange
  | RecordPlacement
  | WithdrawEntry
  | RecordDeath
  | ConfirmDeath
  | TakeBackDeath

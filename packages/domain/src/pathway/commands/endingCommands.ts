/** How an absence goes on and ends: where a found child is, the stretches of an episode, a placement, a death. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../../calendar/instantFromIso.ts"
import { Absence } from "../../vocabulary/caseWords.ts"
import { EpisodeId, PersonId } from "../../vocabulary/identifiers.ts"
import { Entry } from "../entry.ts"
import { CorrectionReason } from "../pathwayWords.ts"
import { Placement } from "../placement.ts"
import { ReturnedTo, Whereabouts } from "../whereabouts.ts"

/** Where a found child is who is not back, from a moment on. From the same moment it corrects what was said. */
export const RecordWhereabouts = Schema.TaggedStruct("RecordWhereabouts", {
  episodeId: EpisodeId,
  whereabouts: Whereabouts,
  since: InstantFromIso
})
export type RecordWhereabouts = typeof RecordWhereabouts.Type

/** Where the child came back to, once their return is recorded. */
export const RecordReturnedTo = Schema.TaggedStruct("RecordReturnedTo", {
  episodeId: EpisodeId,
  returnedTo: ReturnedTo
})
export type RecordReturnedTo = typeof RecordReturnedTo.Type

/** The child is away and not missing from then on, or the other way round. What they were before is kept. */
export const RecordAbsenceChange = Schema.TaggedStruct("RecordAbsenceChange", {
  episodeId: EpisodeId,
  absence: Absence,
  changedAt: InstantFromIso
})
export type RecordAbsenceChange = typeof RecordAbsenceChange.Type

/** Where the child is placed: since before they went missing, or by a move in the middle of the episode. */
export const RecordPlacement = Schema.TaggedStruct("RecordPlacement", {
  episodeId: EpisodeId,
  placement: Placement,
  movedAt: Schema.optionalKey(InstantFromIso)
})
export type RecordPlacement = typeof RecordPlacement.Type

/** One stay, change or placement was not so. What is right is recorded in the ordinary way. */
export const WithdrawEntry = Schema.TaggedStruct("WithdrawEntry", {
  episodeId: EpisodeId,
  entry: Entry,
  reason: CorrectionReason
})
export type WithdrawEntry = typeof WithdrawEntry.Type

/** The child died. Everything that asks for something on their record stops at once. */
export const RecordDeath = Schema.TaggedStruct("RecordDeath", {
  /** From when it is known: never in the future. */
  knownFrom: InstantFromIso,
  by: PersonId
})
export type RecordDeath = typeof RecordDeath.Type

/** Someone looked at a report that came after the death was recorded, and the death stands. */
export const ConfirmDeath = Schema.TaggedStruct("ConfirmDeath", {
  by: PersonId
})
export type ConfirmDeath = typeof ConfirmDeath.Type

/** The death was recorded wrongly, on the wrong child for instance. What was told since is acted on. */
export const TakeBackDeath = Schema.TaggedStruct("TakeBackDeath", {
  reason: CorrectionReason
})
export type TakeBackDeath = typeof TakeBackDeath.Type

export const endingCommands = [
  RecordWhereabouts,
  RecordReturnedTo,
  RecordAbsenceChange,
  RecordPlacement,
  WithdrawEntry,
  RecordDeath,
  ConfirmDeath,
  TakeBackDeath
] as const

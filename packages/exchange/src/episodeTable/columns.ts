import { InstantFromIso } from "@safe-return/domain/calendar"
import {
  Absence,
  EpisodeId,
  InterviewId,
  MissingFrom,
  NotDoneReason,
  Response,
  RiskGrade,
  TypedChildReference
} from "@safe-return/domain/pathway"
import { CaseStatus } from "@safe-return/domain/policy"
import { Schema } from "effect"

/** Blank is not known: the key is then absent. */
const mayBeBlank = Schema.optionalKey

/** One published row: an episode and its interview, whose completion is repeated on every episode it covers. */
export const EpisodeRow = Schema.Struct({
  episode_id: EpisodeId,
  child_ref: TypedChildReference,
  absence: mayBeBlank(Absence),
  missing_from: mayBeBlank(MissingFrom),
  case_status: mayBeBlank(CaseStatus),
  area: mayBeBlank(Schema.NonEmptyString),
  risk: mayBeBlank(RiskGrade),
  missing_at: mayBeBlank(InstantFromIso),
  reported_at: mayBeBlank(InstantFromIso),
  /** When the council was told. */
  notified_at: mayBeBlank(InstantFromIso),
  found_at: mayBeBlank(InstantFromIso),
  returned_at: mayBeBlank(InstantFromIso),
  /** The interview that covers this episode; several episodes of a child may name the same one. */
  rhi_id: mayBeBlank(InterviewId),
  rhi_offered_at: mayBeBlank(InstantFromIso),
  rhi_response: mayBeBlank(Response),
  rhi_completed_at: mayBeBlank(InstantFromIso),
  rhi_not_done: mayBeBlank(NotDoneReason)
})
export type EpisodeRow = typeof EpisodeRow.Type

export type EpisodeColumn = keyof EpisodeRow

/** In the order they are written. */
export const episodeColumns = Object.keys(EpisodeRow.fields) as ReadonlyArray<EpisodeColumn>

/** Without these a row says nothing of anybody. Any other column may be left out: it is then not known in any row. */
export const requiredColumns: ReadonlyArray<EpisodeColumn> = ["episode_id", "child_ref"]

import * as Schema from "effect/Schema"
import { InstantFromIso } from "../calendar/instantFromIso.ts"
import { CaseStatus } from "../policy/caseStatus.ts"
import { Absence, MissingFrom, Response, RiskGrade } from "../vocabulary/caseWords.ts"
import { EpisodeId, InterviewId } from "../vocabulary/identifiers.ts"
import { NotDoneReason } from "./pathwayWords.ts"

/** Blank is not known: the key is then absent. */
const mayBeBlank = Schema.optionalKey

/** One episode and its interview as the case system tells them, in the columns of the published episode table. */
export const HistoryRow = Schema.Struct({
  episode_id: EpisodeId,
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
export type HistoryRow = typeof HistoryRow.Type

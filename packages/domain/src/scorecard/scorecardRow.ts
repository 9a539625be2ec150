import type { Instant } from "../calendar/instant.ts"
import type { NotDoneReason } from "../pathway/pathwayWords.ts"
import type { CaseStatus } from "../policy/caseStatus.ts"
import type { Absence, MissingFrom, Response, RiskGrade } from "../vocabulary/caseWords.ts"

/**
 * One row of the published episode table, as far as a scorecard reads it: one episode, and the interview that covers
 * it. The names are the table's own columns; what is absent is not known. Times are epoch milliseconds.
 */
export interface ScorecardRow {
  readonly child_ref: string
  readonly absence?: Absence | undefined
  readonly missing_from?: MissingFrom | undefined
  readonly case_status?: CaseStatus | undefined
  readonly area?: string | undefined
  readonly risk?: RiskGrade | undefined
  readonly missing_at?: Instant | undefined
  readonly reported_at?: Instant | undefined
  /** When the council was told. */
  readonly notified_at?: Instant | undefined
  readonly found_at?: Instant | undefined
  readonly returned_at?: Instant | undefined
  readonly rhi_offered_at?: Instant | undefined
  readonly rhi_response?: Response | undefined
  readonly rhi_completed_at?: Instant | undefined
  readonly rhi_not_done?: NotDoneReason | undefined
}

import type { Instant } from "../calendar/instant.ts"
import type { ScorecardRow } from "./scorecardRow.ts"

/**
 * An episode of the month: `missing_at` lies in it, in London.
 *
 * Source: the published contracts, scorecard measures.
 */
export interface MonthEpisode {
  /** The child, by the number that every spelling of the reference shares. */
  readonly child: number
  readonly missingAt: Instant
  /** Absent while the child is still missing. */
  readonly endedAt?: Instant | undefined
  readonly row: ScorecardRow
}

/**
 * When an episode ended: missing ends when the child is found, being away without authorisation with the return; the
 * other of the two stands in where the one is not known. A blank absence is read as missing.
 *
 * Source: DfE's guide to SSDA903, as in Data to Insight's `ssd_missing`: MIS_END is the day a missing child was found,
 * or the day a child who was away returned.
 */
export const endOfRow = ({ absence, found_at, returned_at }: ScorecardRow): Instant | undefined =>
  absence === "away" ? (returned_at ?? found_at) : (found_at ?? returned_at)

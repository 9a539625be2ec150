import type { Instant } from "../calendar/instant.ts"
import type { ScorecardRow } from "./scorecardRow.ts"

const isKnownAt = (time: Instant | undefined, asOf: Instant): boolean => time === undefined || time <= asOf

const asKnown = (time: Instant | undefined, asOf: Instant): Instant | undefined =>
  isKnownAt(time, asOf) ? time : undefined

const isAllKnown = (row: ScorecardRow, asOf: Instant): boolean =>
  isKnownAt(row.reported_at, asOf) &&
  isKnownAt(row.notified_at, asOf) &&
  isKnownAt(row.found_at, asOf) &&
  isKnownAt(row.returned_at, asOf) &&
  isKnownAt(row.rhi_offered_at, asOf) &&
  isKnownAt(row.rhi_completed_at, asOf)

/**
 * The row as it was known at a moment, by the dates of the facts and not of their recording; undefined where the child
 * was not missing yet. A fact dated exactly then is known. A response carries no date: it is known from the moment of
 * its offer, or always where no offer is dated. Why no interview was done is known once no date of the row is later.
 */
export const rowAsOf = (row: ScorecardRow, asOf: Instant): ScorecardRow | undefined => {
  if (!isKnownAt(row.missing_at, asOf)) return undefined
  if (isAllKnown(row, asOf)) return row
  return {
    ...row,
    reported_at: asKnown(row.reported_at, asOf),
    notified_at: asKnown(row.notified_at, asOf),
    found_at: asKnown(row.found_at, asOf),
    returned_at: asKnown(row.returned_at, asOf),
    rhi_offered_at: asKnown(row.rhi_offered_at, asOf),
    rhi_completed_at: asKnown(row.rhi_completed_at, asOf),
    rhi_response: isKnownAt(row.rhi_offered_at, asOf) ? row.rhi_response : undefined,
    rhi_not_done: undefined
  }
}

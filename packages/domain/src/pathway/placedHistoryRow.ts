import type { Instant } from "../calendar/instant.ts"
import type { HistoryRow } from "./historyRow.ts"

/** A row whose episode can be placed in time. */
export type PlacedHistoryRow = HistoryRow & { readonly missing_at: Instant }

/**
 * Whether a row of history tells when the child went missing, so that its episode can be placed in time.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { EpisodeId, isPlaced } from "@safe-return/domain/pathway"
 *
 * const row = { episode_id: EpisodeId.make("E-77") }
 * isPlaced(row) // false
 * isPlaced({ ...row, missing_at: utc(2026, 3, 1, 18) }) // true
 * ```
 */
export const isPlaced = <Row extends HistoryRow>(row: Row): row is Row & PlacedHistoryRow =>
  row.missing_at !== undefined

/** The columns that tell when something happened. */
export const historyTimes = [
  "missing_at",
  "reported_at",
  "notified_at",
  "found_at",
  "returned_at",
  "rhi_offered_at",
  "rhi_completed_at"
] as const satisfies ReadonlyArray<keyof HistoryRow>

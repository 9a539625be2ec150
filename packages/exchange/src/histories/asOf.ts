import type { Instant } from "@safe-return/domain/calendar"
import { historyTimes } from "@safe-return/domain/pathway"
import type { EpisodeRow } from "../episodeTable/columns.ts"

/** A row whose episode can be placed in time. */
export type PlacedRow = EpisodeRow & { readonly missing_at: Instant }

/** The row as it stood at a moment: what had not happened by then is not known. */
export const asItStood = (row: PlacedRow, asOf: Instant): PlacedRow => {
  const toCome = historyTimes.filter((column) => column !== "missing_at" && (row[column] ?? asOf) > asOf)
  if (toCome.length === 0) return row
  const left = new Set<string>(toCome)
  // These two carry no date of their own. An answer comes after its offer; that no interview was held is said last.
  const isOffered = row.rhi_offered_at !== undefined && !left.has("rhi_offered_at")
  if (!isOffered) left.add("rhi_response")
  left.add("rhi_not_done")
  return Object.fromEntries(Object.entries(row).filter(([column]) => !left.has(column))) as PlacedRow
}

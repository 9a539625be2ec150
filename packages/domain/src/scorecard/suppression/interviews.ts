import type { Interviews } from "../interviews.ts"
import { isSmall, type Suppressed } from "./figure.ts"
import { suppressRow, withholdRow } from "./interviewRow.ts"
import { isSmallRow, type Row, withheldRows } from "./withheldRows.ts"

/** From this many case statuses on, a small whole would follow from their number. */
const MANY_STATUSES = 3

/** The interviews of all children and by case status: each row by itself, then the rows beside their total. */
export const suppressInterviews = (interviews: Interviews, shownFrom: number): Suppressed<Interviews> => {
  const { byCaseStatus, ...whole } = interviews
  const total = suppressRow(whole, shownFrom)
  const rows = Object.entries(byCaseStatus)
  const occurring = rows.filter(([, { owed }]) => owed > 0)
  const withRows = (suppress: (counts: Row) => Suppressed<Row>): Suppressed<Interviews> => ({
    ...total,
    byCaseStatus: Object.fromEntries(rows.map(([status, counts]) => [status, suppress(counts)]))
  })
  const withholdAll = () => withRows((counts) => withholdRow(counts, true))
  const isFew = isSmall(whole.owed, shownFrom)
  if (isFew && occurring.length >= MANY_STATUSES) return withholdAll()
  if (isFew || occurring.length < 2) return withRows((counts) => suppressRow(counts, shownFrom))
  if (!occurring.some(([, counts]) => isSmallRow(counts, shownFrom))) return withRows((counts) => counts)
  const withheld = withheldRows(occurring, whole, total, shownFrom)
  if (withheld === undefined || whole.owed === rows.length) return withholdAll()
  const hidden = new Set(withheld.rows.map(([, counts]) => counts))
  return withRows((counts) => (hidden.has(counts) ? withholdRow(counts, !withheld.keepZeros) : counts))
}

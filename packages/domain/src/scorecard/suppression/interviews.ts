import type { InterviewCounts, Interviews } from "../interviews.ts"
import { isSmall, type Suppressed } from "./figure.ts"
import { type WithheldParts, withheldParts, withheldRow, withholdPartsOfRow } from "./interviewRow.ts"

type Rows = ReadonlyArray<readonly [status: string, counts: InterviewCounts]>

const tableOf = (
  rows: Rows,
  suppress: (counts: InterviewCounts) => Suppressed<InterviewCounts>
): Suppressed<Interviews>["byCaseStatus"] =>
  Object.fromEntries(rows.map(([status, counts]) => [status, suppress(counts)]))

/** A part is withheld in every row where it is in one of them or in the total; the times and who was held as one. */
const partsOfEveryRow = (all: ReadonlyArray<WithheldParts>): WithheldParts => {
  const any = (part: keyof WithheldParts) => all.some((parts) => parts[part])
  const held = any("held")
  return { answers: any("answers"), hours: held, days: held, held, reasons: held || any("reasons") }
}

/** Nothing of the interviews, zeros included. */
export const withheldInterviews = ({ byCaseStatus }: Interviews): Suppressed<Interviews> => ({
  ...withheldRow,
  byCaseStatus: tableOf(Object.entries(byCaseStatus), () => withheldRow)
})

/**
 * The interviews of all children and by case status. Nothing is shown by status where a row, or the month's episodes by
 * status, has a small count: the two tables count nearly the same.
 *
 * @param areStatusesShown whether every one of the month's episodes by case status is shown
 */
export const suppressInterviews = (
  interviews: Interviews,
  shownFrom: number,
  areStatusesShown = true
): Suppressed<Interviews> => {
  const { byCaseStatus, ...whole } = interviews
  const rows = Object.entries(byCaseStatus)
  if (whole.owed === 0) return interviews
  if (isSmall(whole.owed, shownFrom)) return withheldInterviews(interviews)
  const parts = withheldParts(whole, shownFrom)
  const total = withholdPartsOfRow(whole, parts)
  const occurring = rows.filter(([, { owed }]) => owed > 0)
  if (areStatusesShown && !occurring.some(([, { owed }]) => isSmall(owed, shownFrom))) {
    const ofRows = partsOfEveryRow([parts, ...occurring.map(([, counts]) => withheldParts(counts, shownFrom))])
    const hasReasons = Object.keys(whole.notDone).length > 0
    const ofEach = { ...ofRows, reasons: ofRows.reasons && hasReasons }
    return {
      ...total,
      byCaseStatus: tableOf(rows, (counts) => (counts.owed === 0 ? counts : withholdPartsOfRow(counts, ofEach)))
    }
  }
  // With fewer owed than statuses, which of them have none would tell that each other has one.
  const keepsEmpty = whole.owed > rows.length
  return {
    ...total,
    byCaseStatus: tableOf(rows, (counts) => (keepsEmpty && counts.owed === 0 ? counts : withheldRow))
  }
}

import { type Mark, markWords } from "@safe-return/domain/scorecard"
import type { Report } from "../report.ts"

const marks = Object.keys(markWords) as ReadonlyArray<Mark>

/** The marks that stand in a report, in their own order. */
export const marksShown = ({ tables }: Report): ReadonlyArray<Mark> => {
  const cells = new Set(tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)))
  return marks.filter((mark) => cells.has(mark))
}

import type { Report } from "../report.ts"
import { figureLines } from "../tables/figureLines.ts"
import { formulaSafe } from "./formulaSafe.ts"

const columns = [
  "period",
  "as_of",
  "policy",
  "measure",
  "breakdown",
  "value",
  "case_status",
  "figure",
  "unit",
  "sentence"
] as const

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const lineOf = (cells: ReadonlyArray<string | number>): string =>
  `${cells.map((cell) => (typeof cell === "number" ? String(cell) : quoted(formulaSafe(cell)))).join(",")}\r\n`

/** Every figure of a report on a line of its own, as RFC 4180 has it: UTF-8, CRLF, a header, no byte order mark. */
export const csvOf = (report: Report): string =>
  [
    lineOf(columns),
    ...figureLines(report).map(({ measure, breakdown, value, caseStatus, figure, unit, sentence }) =>
      lineOf([report.period, report.asOf, report.policy, measure, breakdown, value, caseStatus, figure, unit, sentence])
    )
  ].join("")

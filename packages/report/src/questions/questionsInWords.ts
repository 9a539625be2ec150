import { markWords } from "@safe-return/domain/scorecard"
import type { Report } from "../report.ts"
import { cellInWords } from "../tables/cellInWords.ts"
import { marksShown } from "../tables/marksShown.ts"
import type { ReportTable } from "../tables/reportTable.ts"

const tableInWords = ({ question, title, columns, rows, definitions }: ReportTable): ReadonlyArray<string> => [
  "",
  question ?? title,
  ...rows.map(({ label, cells, unit }) => {
    const figures = cells.map((cell, place) => {
      const words = cellInWords(cell, unit ?? columns[place]?.unit)
      return columns.length === 1 ? words : `${columns[place]?.title.toLowerCase()} ${words}`
    })
    return `  ${label}: ${figures.join(", ")}`
  }),
  ...rows.flatMap(({ sentence }) => (sentence === undefined ? [] : [`  ${sentence}`])),
  ...definitions.map(({ counts }) => `  Counted: ${counts}`)
]

/** The answers as text for people, each with what it counts. */
export const questionsInWords = (report: Report): string =>
  [
    `${report.title}, ${report.periodInWords}, as known on ${report.asOfInWords}, by the policy ${report.policy}`,
    ...marksShown(report).map((mark) => `${mark}: ${markWords[mark]}`),
    ...report.tables.flatMap(tableInWords)
  ].join("\n")

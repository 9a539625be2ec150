import { formatCivilDay } from "@safe-return/domain/calendar"
import { educationDefinitions, type SuppressedEducationScorecard } from "@safe-return/domain/education"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { barsPicture } from "../pictures/barsPicture.ts"
import type { Picture } from "../pictures/picture.ts"
import { tableOf } from "../pictures/shownFigures.ts"
import type { FirstFigure, PicturedReport } from "../report.ts"
import { cellInWords } from "../tables/cellInWords.ts"
import type { ReportTable } from "../tables/reportTable.ts"
import {
  newCaseTables,
  openCaseTables,
  outcomesTable,
  quarterNamed,
  quartersTable,
  quarterTable
} from "./educationTables.ts"
import { quartersPicture } from "./quartersPicture.ts"

export const EDUCATION_TITLE = "Children missing education"

const picturesOf = (tables: ReadonlyArray<ReportTable>): ReadonlyArray<Picture> => [
  quartersPicture(tableOf(tables, "trend")),
  barsPicture(tableOf(tables, "duration"), {
    id: "length",
    title: "Open cases by time missing education",
    column: "Open cases",
    each: "of DfE's bands",
    heights: { wide: 300, narrow: 320 }
  }),
  barsPicture(tableOf(tables, "reason"), {
    id: "reasons",
    title: "New cases by reason",
    column: "New cases",
    each: "of DfE's reasons",
    heights: { wide: 560, narrow: 720 }
  })
]

const firstFiguresOf = ({ new: started, open, closed }: SuppressedEducationScorecard): ReadonlyArray<FirstFigure> => [
  ["New cases", cellInWords(started.total)],
  ["Children", cellInWords(started.children)],
  ["Cases of returning children", cellInWords(started.returning)],
  ["Open at the end", cellInWords(open.atEnd)],
  ["Closed", cellInWords(closed.total)]
]

/**
 * A quarter of children missing education as tables, which every format prints: no figure is counted, rounded or withheld
 * after this.
 *
 * @param isSuppressed whether the figures are those that `suppressEducationScorecard` made
 *
 * @example
 * educationReportOf(scorecard, true).tables[0].rows[0] // { label: "New cases", measure: "new.total", cells: ["c"] }
 */
export const educationReportOf = (scorecard: SuppressedEducationScorecard, isSuppressed: boolean): PicturedReport => {
  const tables = [
    quarterTable(scorecard),
    quartersTable(scorecard),
    ...newCaseTables(scorecard),
    ...openCaseTables(scorecard),
    outcomesTable(scorecard)
  ]
  return {
    title: EDUCATION_TITLE,
    period: scorecard.quarter,
    periodInWords: quarterNamed(scorecard.quarter),
    asOf: formatCivilDay(scorecard.asOf),
    asOfInWords: `${londonDayInFull(scorecard.asOf)}, at the end of the day`,
    policy: "",
    isSuppressed,
    tables,
    definitions: educationDefinitions,
    firstFigures: firstFiguresOf(scorecard),
    opening: [],
    pictures: picturesOf(tables),
    picturesNote: "Where nothing is drawn there is no figure to show.",
    restTitle: "More of the quarter"
  }
}

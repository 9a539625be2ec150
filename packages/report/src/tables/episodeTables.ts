import { absenceWords, missingFromWords, riskWords } from "@safe-return/domain/pathway"
import { caseStatusWords } from "@safe-return/domain/policy"
import { figureOrMark, type SuppressedScorecard } from "@safe-return/domain/scorecard"
import { durationWords } from "./bandWords.ts"
import { type BreakdownWords, breakdownTable } from "./breakdownTable.ts"
import { definitionsOf } from "./definitionsOf.ts"
import type { ReportTable } from "./reportTable.ts"

/** The month's totals, each row a measure of its own. */
export const monthTable = ({ episodes, repeat, concentration, notice }: SuppressedScorecard): ReportTable => {
  const { window } = repeat
  return {
    id: "month",
    title: "The month",
    rowTitle: "Measure",
    columns: [{ title: "Figure" }],
    rows: [
      { label: "Episodes that began in the month", measure: "episodes.total", cells: [episodes.total] },
      { label: "Children", measure: "episodes.children", cells: [episodes.children] },
      {
        label: "Children with 3 or more episodes in the month",
        measure: "repeat.children3Plus",
        cells: [repeat.children3Plus]
      },
      {
        label: `Children with 3 or more episodes in ${window === null ? "a rolling window" : `the ${window.days} days to its end`}`,
        measure: "repeat.window.children3Plus",
        cells: [figureOrMark(window === null ? null : window.children3Plus)]
      },
      {
        label: "Episodes of the five children with most",
        measure: "concentration.topFiveChildren",
        cells: [concentration.topFiveChildren]
      },
      {
        label: "Episodes with the time from report to the council's being told",
        measure: "notice.measured",
        cells: [notice.measured]
      },
      {
        label: "Median minutes from report to the council's being told",
        measure: "notice.medianMinutes",
        unit: "minutes",
        cells: [figureOrMark(notice.medianMinutes)]
      },
      {
        label: "Episodes of which the council was told after more than an hour",
        measure: "notice.overOneHour",
        cells: [notice.overOneHour]
      }
    ],
    definitions: definitionsOf(
      "episodes.total",
      "episodes.children",
      "repeat.children3Plus",
      "repeat.window",
      "concentration",
      "notice"
    )
  }
}

const ofEpisodes = (words: Omit<BreakdownWords, "measure" | "column">): BreakdownWords => ({
  ...words,
  measure: "episodes.total",
  column: "Episodes"
})

const breakdowns = {
  byAbsence: ofEpisodes({
    id: "absence",
    title: "Episodes by absence",
    rowTitle: "Absence",
    breakdown: "absence",
    words: absenceWords.words,
    field: "episodes.byAbsence"
  }),
  byMissingFrom: ofEpisodes({
    id: "missing-from",
    title: "Episodes by where from",
    rowTitle: "Missing from",
    breakdown: "missing-from",
    words: missingFromWords.words,
    field: "episodes.byMissingFrom"
  }),
  byCaseStatus: ofEpisodes({
    id: "case-status",
    title: "Episodes by case status",
    rowTitle: "Case status",
    breakdown: "case-status",
    words: caseStatusWords,
    field: "episodes.byCaseStatus"
  }),
  byArea: ofEpisodes({
    id: "area",
    title: "Episodes by area",
    rowTitle: "Area",
    breakdown: "area",
    field: "episodes.byArea"
  }),
  byRisk: ofEpisodes({
    id: "risk",
    title: "Episodes by risk",
    rowTitle: "Risk",
    breakdown: "risk",
    words: riskWords.words,
    field: "episodes.byRisk"
  }),
  byDuration: ofEpisodes({
    id: "duration",
    title: "Episodes by how long",
    rowTitle: "Time missing",
    breakdown: "duration",
    words: durationWords,
    field: "episodes.byDuration"
  })
} as const

const breakdownNames = Object.keys(breakdowns) as ReadonlyArray<keyof typeof breakdowns>

/** The month's episodes by each of their breakdowns. */
export const episodeTables = ({ episodes }: SuppressedScorecard): ReadonlyArray<ReportTable> =>
  breakdownNames.map((name) => breakdownTable(episodes[name], breakdowns[name]))

import { type Colour, colourOf, indicatorGoodness, type ScorecardTarget } from "@safe-return/domain/policy"
import { addMonths, formatMonth, type Month, type SuppressedScorecard } from "@safe-return/domain/scorecard"
import { cellInWords } from "../tables/cellInWords.ts"
import { definitionsOf } from "../tables/definitionsOf.ts"
import type { Cell, ReportTable, TableCell, TableColumn, TableRow, Unit } from "../tables/reportTable.ts"
import { namedMonth } from "../tables/trendTable.ts"
import { type Allowed, type IndicatorRow, indicatorRowsFor } from "./indicators.ts"
import { comparedMonths, financialYear, monthsBetween, yearBegins } from "./performanceMonths.ts"
import { reachedMonths } from "./reachedMonths.ts"
import { yearToDate } from "./yearToDate.ts"

/** What a report of performance is made of. */
export interface Performance {
  /** Of each month that `performanceMonths` names, whole or suppressed alike. */
  readonly scorecards: ReadonlyArray<SuppressedScorecard>
  readonly targets: ReadonlyArray<ScorecardTarget>
  /** The smallest denominator that has a percentage. */
  readonly percentFrom: number
}

const words = (text: string): TableCell => ({ words: text })
const NOT_SET = words("not set")

const colourWords: Readonly<Record<Colour, string>> = { green: "Green", amber: "Amber", red: "Red" }

type Good = (typeof indicatorGoodness)[keyof typeof indicatorGoodness]

/** Which way the figure has gone since the month before, and whether that is better. */
export const directionOf = (before: Cell, now: Cell, good: Good): TableCell => {
  if (typeof before !== "number") return before
  if (typeof now !== "number") return now
  if (now === before) return words("No change")
  const way = now > before ? "Up" : "Down"
  if (good === "neither") return words(way)
  return words(`${way}: ${(now > before) === (good === "high") ? "better" : "worse"}`)
}

const colourCell = (figure: Cell, target: ScorecardTarget | undefined): TableCell => {
  if (target?.tolerances === undefined) return words("none set")
  if (typeof figure !== "number") return figure
  const colour = colourOf(figure, target)
  return colour === undefined ? words("none set") : { words: colourWords[colour], colour }
}

/** From where red, amber and green begin, in words. */
const toleranceCells = (target: ScorecardTarget | undefined, good: Good, unit: Unit): ReadonlyArray<TableCell> => {
  if (target?.tolerances === undefined) return [NOT_SET, NOT_SET, NOT_SET]
  const [green, amber] = [target.tolerances.green, target.tolerances.amber].map(({ value }) => cellInWords(value, unit))
  const reach = good === "high" ? "or more" : "or less"
  return [
    words(`${good === "high" ? "under" : "over"} ${amber}`),
    words(`${amber} ${reach}`),
    words(`${green} ${reach}`)
  ]
}

const benchmarks = [
  ["neighbours", "Statistical neighbours"],
  ["bestNeighbour", "Best neighbour"],
  ["national", "National"],
  ["topQuartile", "Top quartile from"]
] as const

const goodWords: Readonly<Record<Good, string>> = { high: "High", low: "Low", neither: "Neither" }

const columnsFor = (month: Month): ReadonlyArray<TableColumn> => {
  const { three, yearBefore } = comparedMonths(month)
  const ofWords = (title: string): TableColumn => ({ title, isWords: true })
  return [
    ofWords("Indicator"),
    ofWords("Good is"),
    ofWords("Data note"),
    ...three.map((one) => ({ title: namedMonth(formatMonth(one)), value: formatMonth(one) })),
    { title: "Year to date", value: "year-to-date" },
    ofWords("Direction of travel"),
    ofWords("Colour in month"),
    ofWords("Tolerance: red"),
    ofWords("Tolerance: amber"),
    ofWords("Target: green"),
    { title: `Year on year (${namedMonth(formatMonth(yearBefore))})`, value: formatMonth(yearBefore) },
    ...benchmarks.map(([value, title]) => ({ title, value }))
  ]
}

/**
 * The month as Rotherham's managers report it, column by column in their own order, from what is published of each
 * month.
 *
 * Source: Rotherham, Early Help report of March 2017 and later outturn papers.
 */
export const performanceTable = (
  month: Month,
  { scorecards, targets, percentFrom }: Performance,
  allowed: Allowed
): ReportTable => {
  const { three, yearBefore } = comparedMonths(month)
  const at = reachedMonths(scorecards)
  const ofYear = monthsBetween(yearBegins(month), month).map((one) => at(formatMonth(one)))
  const rowOf = (row: IndicatorRow, place: number): TableRow => {
    const { indicator, title, dataNote, measure, unit, figure } = row
    const figureIn = (one: Month): Cell => {
      const scorecard = at(formatMonth(one))
      return scorecard === undefined ? "x" : figure(scorecard)
    }
    const good = indicatorGoodness[indicator]
    const target = targets.find((one) => one.indicator === indicator && one.year === financialYear(month))
    return {
      label: String(place + 1),
      measure,
      unit,
      cells: [
        words(title),
        words(goodWords[good]),
        words(dataNote),
        ...three.map(figureIn),
        yearToDate(row, ofYear, percentFrom),
        directionOf(figureIn(addMonths(month, -1)), figureIn(month), good),
        colourCell(figureIn(month), target),
        ...toleranceCells(target, good, unit),
        figureIn(yearBefore),
        ...benchmarks.map(([name]) => target?.[name]?.value ?? NOT_SET)
      ]
    }
  }
  return {
    id: "performance",
    title: "Performance",
    breakdown: "performance",
    rowTitle: "Number",
    columns: columnsFor(month),
    rows: indicatorRowsFor(allowed).map(rowOf),
    definitions: definitionsOf(
      "episodes.total",
      "episodes.children",
      "repeat.children3Plus",
      "notice",
      "rhi.owed",
      "rhi.offered",
      "rhi.completed",
      "rhi.within72Hours",
      "rhi.within3WorkingDays"
    )
  }
}

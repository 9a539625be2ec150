import { monthInWords, parseMonth, type SuppressedScorecard, yearBeforeOrMark } from "@safe-return/domain/scorecard"
import { Option } from "effect"
import { definitionsOf } from "./definitionsOf.ts"
import type { ReportTable } from "./reportTable.ts"

/** `June 2026` of `2026-06`. */
export const namedMonth = (month: string): string =>
  Option.match(parseMonth(month), { onNone: () => month, onSome: monthInWords })

/** Thirteen months, each with the same month a year before. */
export const trendTable = ({ trend }: SuppressedScorecard): ReportTable => ({
  id: "trend",
  title: "Month by month",
  breakdown: "month",
  rowTitle: "Month",
  columns: [
    { title: "Episodes", measure: "trend.episodes" },
    { title: "Children", measure: "trend.children" },
    { title: "Episodes a year before", measure: "trend.sameMonthYearBefore" }
  ],
  rows: trend.map((month) => ({
    label: namedMonth(month.month),
    value: month.month,
    cells: [month.episodes, month.children, yearBeforeOrMark(month)]
  })),
  definitions: definitionsOf("trend")
})

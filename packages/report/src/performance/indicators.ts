import type { Indicator } from "@safe-return/domain/policy"
import {
  type InterviewTimes,
  percentOrMark,
  type Rate,
  type Suppressed,
  type SuppressedScorecard
} from "@safe-return/domain/scorecard"
import { daysInWords, hoursInWords } from "../tables/clockWords.ts"
import type { Cell, Unit } from "../tables/reportTable.ts"

/** What a month's figure is, and how the months of a year come to one. */
export interface IndicatorRow {
  readonly indicator: Indicator
  readonly title: string
  readonly dataNote: string
  readonly measure: string
  readonly unit: Unit
  readonly figure: (scorecard: SuppressedScorecard) => Cell
  /** Counts are added up, shares by their parts; children are not, for one may be in several months. */
  readonly yearBy: "sum" | "nothing" | { readonly parts: (scorecard: SuppressedScorecard) => Suppressed<Rate> }
}

/** The time that the policy allows by each clock. */
export type Allowed = Pick<InterviewTimes, "hours" | "days">

const rate = (
  indicator: "within-72-hours" | "within-3-working-days",
  clock: "within72Hours" | "within3WorkingDays",
  time: string
): IndicatorRow => ({
  indicator,
  title: `Interviews held within ${time} (%)`,
  dataNote: "Of those held or past due, whatever the reason; held, not offered",
  measure: `rhi.${clock}.percent`,
  unit: "percent",
  figure: ({ rhi }) => percentOrMark(rhi[clock]),
  yearBy: { parts: ({ rhi }) => rhi[clock] }
})

const count = (
  indicator: Indicator,
  title: string,
  dataNote: string,
  measure: string,
  figure: IndicatorRow["figure"],
  yearBy: "sum" | "nothing" = "sum"
): IndicatorRow => ({ indicator, title, dataNote, measure, unit: "count", figure, yearBy })

/** The rows of the report, in its order. */
export const indicatorRowsFor = ({ hours, days }: Allowed): ReadonlyArray<IndicatorRow> => [
  count(
    "episodes",
    "Episodes of children missing or away",
    "Episodes that began in the month",
    "episodes.total",
    ({ episodes }) => episodes.total
  ),
  count(
    "children",
    "Children missing or away",
    "Each child once a month; not added up",
    "episodes.children",
    ({ episodes }) => episodes.children,
    "nothing"
  ),
  count(
    "children-3-plus",
    "Children with 3 or more episodes",
    "In the month; not added up",
    "repeat.children3Plus",
    ({ repeat }) => repeat.children3Plus,
    "nothing"
  ),
  count(
    "told-after-an-hour",
    "Episodes told to the council after an hour",
    "From report to notice, where both times are known",
    "notice.overOneHour",
    ({ notice }) => notice.overOneHour
  ),
  count(
    "interviews-owed",
    "Return home interviews owed",
    "Episodes with a return in the month",
    "rhi.owed",
    ({ rhi }) => rhi.owed
  ),
  count(
    "interviews-offered",
    "Return home interviews offered",
    "Of those owed, with a dated offer",
    "rhi.offered",
    ({ rhi }) => rhi.offered
  ),
  count("interviews-held", "Return home interviews held", "Of those owed", "rhi.completed", ({ rhi }) => rhi.completed),
  rate("within-72-hours", "within72Hours", hoursInWords(hours)),
  rate("within-3-working-days", "within3WorkingDays", daysInWords(days))
]

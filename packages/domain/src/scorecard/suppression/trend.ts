import type { TrendMonth } from "../trend.ts"
import { hidesChildren, isSmall, type Suppressed, withheldIf } from "./figure.ts"

/** Totals by their value alone, so that the scorecards of other months withhold the same ones. */
export const suppressTrend = (
  trend: ReadonlyArray<TrendMonth>,
  shownFrom: number
): ReadonlyArray<Suppressed<TrendMonth>> =>
  trend.map(({ month, episodes, children, sameMonthYearBefore }) => ({
    month,
    episodes: withheldIf(isSmall(episodes, shownFrom), episodes),
    children: withheldIf(hidesChildren(episodes, children, shownFrom), children),
    sameMonthYearBefore:
      sameMonthYearBefore === null ? null : withheldIf(isSmall(sameMonthYearBefore, shownFrom), sameMonthYearBefore)
  }))

import type { CivilDay } from "../../calendar/civilDay.ts"
import { shownFromOf } from "../../policy/usualScorecardRules.ts"
import { type Figure, isSmall, type Suppressed, WITHHELD, withheldIf } from "../../scorecard/suppression/figure.ts"
import { hiddenParts, isHidden, suppressNamedTable, suppressTable } from "../../scorecard/suppression/hiddenParts.ts"
import type { EducationScorecard } from "../scorecard/educationScorecard.ts"
import type { TrendQuarter } from "../scorecard/quarterTrend.ts"
import type { Shares } from "../scorecard/share.ts"

/** A scorecard that may be shown to anybody: every count is a number or `c`. A whole scorecard is of this shape too. */
export interface SuppressedEducationScorecard extends Suppressed<Omit<EducationScorecard, "asOf">> {
  readonly asOf: CivilDay
}

const withheldShare = { count: WITHHELD, percent: WITHHELD } as const

const withheldShares = (shares: Shares): Suppressed<Shares> =>
  Object.fromEntries(Object.keys(shares).map((name) => [name, withheldShare]))

/** Names that occur are withheld too, because each is at least one. */
const withheldNames: Suppressed<Shares> = { [WITHHELD]: withheldShare }

type Suppress = (counts: Readonly<Record<string, number>>, shownFrom: number) => Readonly<Record<string, Figure>>

/** Shares by their counts; a percentage gives its count and its whole back, so it is withheld with either. */
const suppressShares = (
  shares: Shares,
  suppress: Suppress,
  { newCases, shownFrom }: { readonly newCases: Figure; readonly shownFrom: number }
): Suppressed<Shares> => {
  const counts = Object.fromEntries(Object.entries(shares).map(([value, { count }]) => [value, count]))
  return Object.fromEntries(
    Object.entries(suppress(counts, shownFrom)).map(([value, count]) => [
      value,
      {
        count,
        percent: count === WITHHELD || newCases === WITHHELD ? WITHHELD : (shares[value]?.percent ?? null)
      }
    ])
  )
}

/** Every figure of the cases that came or went, withheld. */
const withheldNew = (cases: EducationScorecard["new"]): Suppressed<EducationScorecard["new"]> => ({
  total: WITHHELD,
  children: WITHHELD,
  returning: WITHHELD,
  byArea: withheldNames,
  byEthnicity: withheldNames,
  byReason: withheldShares(cases.byReason),
  bySource: withheldNames
})

/** Whether new and closed cases, and those open before, are enough to tell a small one of them from the others. */
const isTelling = (trend: ReadonlyArray<TrendQuarter>, shownFrom: number): boolean =>
  trend.some((quarter) => [quarter.new, quarter.open, quarter.closed].some((count) => isSmall(count, shownFrom)))

/** What was open, with what came and what went, is open next: with one number withheld the others give it back. */
const suppressTrend = (
  trend: ReadonlyArray<TrendQuarter>,
  shownFrom: number
): ReadonlyArray<Suppressed<TrendQuarter>> =>
  isTelling(trend, shownFrom)
    ? trend.map(({ quarter }) => ({ quarter, new: WITHHELD, open: WITHHELD, closed: WITHHELD }))
    : trend

/** Returning cases and children as one: a child who comes twice in a quarter is in both. */
const suppressNew = (
  { total, children, returning }: Pick<EducationScorecard["new"], "total" | "children" | "returning">,
  shownFrom: number
): { readonly children: Figure; readonly returning: Figure } => {
  const hidesReturning = isHidden(hiddenParts([returning, total - returning], shownFrom), 0)
  const hidesChildren =
    hidesReturning || isSmall(children, shownFrom) || isSmall(total - children, shownFrom) || isSmall(total, shownFrom)
  return {
    children: withheldIf(hidesChildren, children),
    returning: withheldIf(hidesReturning || (hidesChildren && returning > 0), returning)
  }
}

/**
 * Withholds counts of 1 to 4 and what would give one back: by a sum, a difference, a percentage or the trend. Where a number
 * of the trend is small the whole trend is withheld, because the quarters around it would tell it.
 *
 * Where 1 to 4 cases came in the quarter, or went, nothing is shown of either: what is open after the quarters before and in it
 * tells the difference of the two.
 *
 * @param shownFrom the smallest count that is shown, 5 or more; zeros are shown, except where they would tell
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { educationScorecardOf, suppressEducationScorecard } from "@safe-return/domain/education"
 * import { Result } from "effect"
 *
 * const rows = [{ child_ref: "EDU-20117", referred_on: civilDay(2019, 1, 14), area: "Central" }]
 * const whole = educationScorecardOf(rows, { quarter: "2018-19-Q4", asOf: civilDay(2019, 3, 31) })
 * const shown = Result.map(whole, (figures) => suppressEducationScorecard(figures))
 * Result.map(shown, (figures) => figures.new.total) // success("c")
 * Result.map(shown, (figures) => figures.closed.total) // success("c")
 * ```
 */
export const suppressEducationScorecard = (
  scorecard: EducationScorecard,
  shownFrom = shownFromOf({})
): SuppressedEducationScorecard => {
  const { quarter, asOf, new: started, open, closed, trend } = scorecard
  const small = (count: number): Figure => withheldIf(isSmall(count, shownFrom), count)
  // What was open before and is open now tells how many more came than went: one of the two gives the other back.
  const isFlowSmall = isSmall(started.total, shownFrom) || isSmall(closed.total, shownFrom)
  const by = { newCases: isFlowSmall ? WITHHELD : started.total, shownFrom } as const
  return {
    quarter,
    asOf,
    new: isFlowSmall
      ? withheldNew(started)
      : {
          total: started.total,
          ...suppressNew(started, shownFrom),
          byArea: suppressShares(started.byArea, suppressNamedTable, by),
          byEthnicity: suppressShares(started.byEthnicity, suppressNamedTable, by),
          byReason: suppressShares(started.byReason, suppressTable, by),
          bySource: suppressShares(started.bySource, suppressNamedTable, by)
        },
    open: {
      atEnd: small(open.atEnd),
      byDuration: suppressShares(open.byDuration, suppressTable, by),
      whereabouts: suppressTable(open.whereabouts, shownFrom)
    },
    closed: isFlowSmall
      ? { total: WITHHELD, byOutcome: withheldShares(closed.byOutcome) }
      : { total: closed.total, byOutcome: suppressShares(closed.byOutcome, suppressTable, by) },
    trend: suppressTrend(trend, shownFrom)
  }
}

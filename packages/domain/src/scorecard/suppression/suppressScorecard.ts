import type { Instant } from "../../calendar/instant.ts"
import type { Policy } from "../../policy/policy.ts"
import { shownFromOf } from "../../policy/usualScorecardRules.ts"
import type { Scorecard } from "../scorecard.ts"
import { suppressDurations } from "./durations.ts"
import { hidesChildren, isSmall, type Suppressed, WITHHELD, withheldIf } from "./figure.ts"
import { suppressFrequency, withheldFrequency } from "./frequency.ts"
import { suppressNamedTable, suppressTable } from "./hiddenParts.ts"
import { suppressInterviews, withheldInterviews } from "./interviews.ts"
import { isFirstOfTable } from "./isFirstOfTable.ts"
import { suppressNotice } from "./notice.ts"
import { suppressSpread } from "./spread.ts"
import { suppressTrend } from "./trend.ts"

const A_YEAR = 12

/** A scorecard that may be shown to anybody: every count is a number or `c`. A whole scorecard is of this shape too. */
export interface SuppressedScorecard extends Suppressed<Omit<Scorecard, "asOf">> {
  readonly asOf: Instant
}

/**
 * Withholds counts of 1 to 4 (or below what the policy shows) and whatever would give one back: by a sum, a
 * difference, a percentage, another table, or the scorecards of the months around it. Zeros stay, except where they
 * would tell.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { scorecardOf, suppressScorecard } from "@safe-return/domain/scorecard"
 * import { Result } from "effect"
 *
 * const rows = [{ child_ref: "LCS-10432", missing_at: utc(2026, 11, 20, 17), returned_at: utc(2026, 11, 21, 9, 30) }]
 * const question = { month: "2026-11", asOf: utc(2026, 12, 10), policy: rotherham }
 * const suppressed = Result.map(scorecardOf(rows, question), (whole) => suppressScorecard(whole, rotherham))
 * Result.map(suppressed, ({ episodes: { total } }) => total) // success("c")
 * ```
 */
export const suppressScorecard = (scorecard: Scorecard, policy: Policy): SuppressedScorecard =>
  suppressCounts(scorecard, shownFromOf(policy))

/** The same by the smallest count that is shown. */
export const suppressCounts = (scorecard: Scorecard, shownFrom: number): SuppressedScorecard => {
  const { month, asOf, policy: id, episodes, recurrence, trend, notice, rhi } = scorecard
  const { total, children } = episodes
  const isAloneInYear = trend.slice(-A_YEAR, -1).every((before) => before.episodes === 0)
  const { repeat, concentration } = suppressSpread({ ...scorecard, total, children, isAloneInYear }, shownFrom)
  const byCaseStatus = suppressTable(episodes.byCaseStatus, shownFrom)
  const lasted = suppressDurations({ total, children, byDuration: episodes.byDuration, recurrence }, shownFrom)
  return {
    month,
    asOf,
    policy: id,
    episodes: {
      total: withheldIf(isSmall(total, shownFrom), total),
      children: withheldIf(hidesChildren(total, children, shownFrom), children),
      byAbsence: suppressTable(episodes.byAbsence, shownFrom),
      byMissingFrom: suppressTable(episodes.byMissingFrom, shownFrom),
      byCaseStatus,
      byArea: suppressNamedTable(episodes.byArea, shownFrom),
      byRisk: suppressTable(episodes.byRisk, shownFrom),
      byDuration: lasted.byDuration
    },
    repeat,
    recurrence: lasted.recurrence,
    frequency: suppressFrequency(scorecard.frequency, trend, shownFrom),
    concentration,
    notice: suppressNotice(notice, total, shownFrom),
    trend: suppressTrend(trend, shownFrom),
    rhi: isFirstOfTable(scorecard)
      ? withheldInterviews(rhi)
      : suppressInterviews(rhi, shownFrom, !Object.values(byCaseStatus).includes(WITHHELD))
  }
}

/**
 * The same without children by number of episodes: beside a month of the year that stands as it was published they would tell
 * what changed in it since.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { scorecardOf, suppressScorecard, withoutFrequency } from "@safe-return/domain/scorecard"
 * import { Result } from "effect"
 *
 * const whole = scorecardOf([], { month: "2026-11", asOf: utc(2026, 12, 10), policy: rotherham })
 * Result.map(whole, (one) => withoutFrequency(suppressScorecard(one, rotherham)).frequency["1"]) // success("c")
 * ```
 */
export const withoutFrequency = (scorecard: SuppressedScorecard): SuppressedScorecard => ({
  ...scorecard,
  frequency: withheldFrequency
})

import { Instant } from "../calendar/instant.ts"
import { scorecardRulesOf } from "../policy/usualScorecardRules.ts"
import { childNumbers } from "./childNumbers.ts"
import { EarlierStarts, EpisodeStarts } from "./EpisodeStarts.ts"
import { addMonths, type Month, startOfMonth } from "./month.ts"
import { endOfRow } from "./monthEpisode.ts"
import { type OpenMonth, openMonth } from "./openMonth.ts"
import { windowFrom } from "./repeat.ts"
import { rowAsOf } from "./rowAsOf.ts"
import type { CountedBy, ScorecardCounts } from "./scorecard.ts"
import { trendFrom } from "./trend.ts"

const isIn = ({ from, before }: OpenMonth, time: Instant | undefined): time is Instant =>
  time !== undefined && time >= from && time < before

/** A month with what it is counted by. */
export interface AskedMonth {
  readonly month: Month
  readonly by: CountedBy
}

/** The moment before which a beginning matters to no measure, but where an episode has an end as early. */
const looksBackTo = (months: ReadonlyArray<AskedMonth>): Instant =>
  Instant(
    Math.min(
      ...months.flatMap(({ month, by }) => {
        const days = scorecardRulesOf(by.policy).windowDays?.value ?? 0
        return [trendFrom(month), windowFrom(startOfMonth(addMonths(month, 1)), days)]
      })
    )
  )

/** Counts months of a table: what one row tells of each, and no row is kept. What is dated after `asOf` is in none. */
export const countMonths = (months: ReadonlyArray<AskedMonth>, asOf: Instant): ScorecardCounts => {
  const childOf = childNumbers()
  const recentFrom = looksBackTo(months)
  const starts = { recentFrom, recent: new EpisodeStarts(), earlier: new EarlierStarts(), childOf }
  const open = months.map(({ month, by }) => openMonth(month, starts, by))
  return {
    add: (given) => {
      const { missing_at: missingAt, returned_at: returnedAt } = given
      if (missingAt !== undefined && missingAt > asOf) return
      let child: number | undefined
      if (missingAt !== undefined && missingAt < recentFrom) starts.earlier.add(given.child_ref, missingAt)
      else if (missingAt !== undefined) {
        child = childOf(given.child_ref)
        starts.recent.add(child, missingAt)
      }
      for (const month of open) {
        const isEpisode = isIn(month, missingAt)
        if (!isEpisode && !isIn(month, returnedAt)) continue
        const row = rowAsOf(given, month.asOf)
        if (row === undefined) continue
        if (isEpisode && child !== undefined) month.addEpisode({ child, missingAt, endedAt: endOfRow(row), row })
        if (isIn(month, row.returned_at)) month.addOwed({ returnedAt: row.returned_at, row })
      }
    },
    months: open
  }
}

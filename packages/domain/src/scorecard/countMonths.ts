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

/** The moment before which a beginning matters to no measure, but where an episode has an end as early. */
const looksBackTo = (months: ReadonlyArray<Month>, { policy }: CountedBy): Instant => {
  const days = scorecardRulesOf(policy).windowDays?.value ?? 0
  return Instant(
    Math.min(...months.flatMap((month) => [trendFrom(month), windowFrom(startOfMonth(addMonths(month, 1)), days)]))
  )
}

/** Counts months of a table: what one row tells of each, and no row is kept. */
export const countMonths = (months: ReadonlyArray<Month>, question: CountedBy): ScorecardCounts => {
  const { asOf } = question
  const childOf = childNumbers()
  const recentFrom = looksBackTo(months, question)
  const starts = { recentFrom, recent: new EpisodeStarts(), earlier: new EarlierStarts(), childOf }
  const open = months.map((month) => openMonth(month, starts, question))
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
        const row = rowAsOf(given, asOf)
        if (row === undefined) continue
        if (isEpisode && child !== undefined) month.addEpisode({ child, missingAt, endedAt: endOfRow(row), row })
        if (isIn(month, row.returned_at)) month.addOwed({ returnedAt: row.returned_at, row })
      }
    },
    months: open
  }
}

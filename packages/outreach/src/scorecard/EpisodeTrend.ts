/** Episodes by month with the year before, for a page that is opened often: counting reads every child. */
import { type Casework, Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { addMonths } from "@safe-return/domain/scorecard"
import type { Profiles } from "@safe-return/journal"
import { cellInWords, type ReportTable } from "@safe-return/report/tables"
import { Clock, Context, Duration, Effect, Exit, Layer, Option } from "effect"
import { monthReport } from "./monthReport.ts"
import { scorecardDue } from "./scorecardDue.ts"

/** One whole month. */
export interface TrendLine {
  /** `June 2026` */
  readonly month: string
  /** Undefined where it is withheld. */
  readonly episodes: number | undefined
  /** The same in words, with its mark where it is withheld. */
  readonly inWords: string
  /** Of the same month a year before; undefined where the records do not reach back so far. */
  readonly yearBefore: string | undefined
}

interface Trends {
  /** The last whole months, oldest first; none where they could not be counted. */
  readonly months: (isSuppressed: boolean) => Effect.Effect<Option.Option<ReadonlyArray<TrendLine>>>
}

/** Absent for a channel that shows no such page. */
export class EpisodeTrend extends Context.Reference<Trends>("@safe-return/outreach/EpisodeTrend", {
  defaultValue: () => ({ months: () => Effect.succeed(Option.none()) })
}) {}

const MONTHS_SHOWN = 6

/** Whole months change by what is told late or corrected alone. */
const KEPT = Duration.hours(1)
/** Until it is tried again where it could not be counted. */
const UNTIL_AGAIN = Duration.minutes(1)

const linesOf = ({ columns, rows }: ReportTable): ReadonlyArray<TrendLine> => {
  const placeOf = (measure: string): number => columns.findIndex((column) => column.measure === measure)
  const [episodes, before] = [placeOf("trend.episodes"), placeOf("trend.sameMonthYearBefore")]
  return rows.slice(-MONTHS_SHOWN).map(({ label, cells }) => {
    const [cell = 0, yearBefore = 0] = [cells[episodes], cells[before]]
    return {
      month: label,
      episodes: typeof cell === "number" ? cell : undefined,
      inWords: cellInWords(cell),
      yearBefore: yearBefore === "x" ? undefined : cellInWords(yearBefore)
    }
  })
}

const count = Effect.fn("EpisodeTrend.count")(function* (isSuppressed: boolean) {
  const asOf = Instant(yield* Clock.currentTimeMillis)
  const due = scorecardDue(yield* Council, asOf)
  // With small counts withheld a month is not shown before it is published.
  const month = isSuppressed && asOf < due.at ? addMonths(due.month, -1) : due.month
  const { tables } = yield* monthReport({ month, asOf, isSuppressed })
  return tables.filter(({ id }) => id === "trend").flatMap(linesOf)
})

const make = Effect.gen(function* () {
  const services = yield* Effect.context<Casework | Council | Profiles>()
  const kept = (isSuppressed: boolean) =>
    Effect.cachedWithTTL(
      count(isSuppressed).pipe(
        Effect.provide(services),
        Effect.tapCause((cause) => Effect.logError("Episodes by month could not be counted", cause))
      ),
      (counted) => (Exit.isSuccess(counted) ? KEPT : UNTIL_AGAIN)
    )
  const [whole, suppressed] = [yield* kept(false), yield* kept(true)]
  return { months: (isSuppressed: boolean) => Effect.option(isSuppressed ? suppressed : whole) }
})

export const episodeTrendLayer = Layer.effect(EpisodeTrend, make)

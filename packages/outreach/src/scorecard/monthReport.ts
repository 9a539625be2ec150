/** The scorecard of a month from the live journal, judged by the policy that was in force when the month ended. */
import { Council, episodesOnRecord } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { shownFromOf } from "@safe-return/domain/policy"
import { formatMonth, type Month, type MonthEdition } from "@safe-return/domain/scorecard"
import { PublishedScorecards } from "@safe-return/journal"
import {
  countedReport,
  figuresToPublish,
  lastPublished,
  publishedEditions,
  withRestatements
} from "@safe-return/report/tables"
import { Effect } from "effect"
import { policyOfMonth } from "./scorecardDue.ts"

interface Counted {
  readonly month: Month
  /** Up to when facts are known. */
  readonly asOf: Instant
}

/** Both ways to count a month, from one look at the journal, and what was published up to now. */
const counting = Effect.fnUntraced(function* ({ month, asOf }: Counted) {
  const { policyAt, calendars } = yield* Council
  const publishedBy = (one: Month) => policyOfMonth({ policyAt }, one)
  const policy = publishedBy(month)
  const rows = yield* episodesOnRecord()
  const scorecards = yield* (yield* PublishedScorecards).all
  const published = publishedEditions(scorecards)
  const report = (isSuppressed: boolean) =>
    Effect.fromResult(countedReport(rows, { month, asOf, policy, publishedBy, published, calendars, isSuppressed }))
  return { policy, report, scorecards, published }
})

/**
 * With the months that it is compared with, and a mark on each figure that was published otherwise. Fails with a sentence
 * where small counts are withheld and the month is not published yet.
 */
export const monthReport = Effect.fn("monthReport")(function* (asked: Counted & { readonly isSuppressed: boolean }) {
  const { policy, report, scorecards } = yield* counting(asked)
  const counted = yield* report(asked.isSuppressed)
  return withRestatements(counted.report, lastPublished(scorecards, asked.isSuppressed), shownFromOf(policy))
})

/** Those that were not published before, or otherwise. */
const newEditions = (
  editions: ReadonlyArray<MonthEdition>,
  published: ReadonlyArray<MonthEdition>
): ReadonlyArray<MonthEdition> =>
  editions.filter((edition) => {
    const last = published.findLast(({ scorecard }) => scorecard.month === edition.scorecard.month)
    const textOf = (one: MonthEdition | undefined) => JSON.stringify([one?.scorecard, one?.interviewTimes])
    return textOf(last) !== textOf(edition)
  })

/** The same as it is published: what it says is kept first, so that nothing is said that is not kept. */
export const publishedReport = Effect.fn("publishedReport")(function* (asked: Counted, publishedAt: Instant) {
  const { policy, report, scorecards, published } = yield* counting(asked)
  const month = formatMonth(asked.month)
  const before = scorecards.filter((one) => one.month < month)
  // The month is due, and the policy of our own making.
  const [shown, whole] = [yield* Effect.orDie(report(true)), yield* Effect.orDie(report(false))]
  const wholeFigures = figuresToPublish(whole.report)
  const figures = figuresToPublish(shown.report).flatMap(({ figure, ...which }, place) => {
    const counted = wholeFigures[place]
    return counted === undefined ? [] : [{ ...which, shown: figure, whole: counted.figure }]
  })
  const editions = JSON.parse(JSON.stringify(newEditions(shown.editions, published)))
  const { publish } = yield* PublishedScorecards
  yield* publish({ month, asOf: asked.asOf, publishedAt, policy: policy.id, figures, editions })
  return withRestatements(shown.report, lastPublished(before, true), shownFromOf(policy))
})

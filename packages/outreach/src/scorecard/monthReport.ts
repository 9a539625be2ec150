/** The scorecard of a month from the live journal, judged by the policy that was in force when the month ended. */
import { Council, episodesOnRecord } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { shownFromOf } from "@safe-return/domain/policy"
import { addMonths, formatMonth, type Month, startOfMonth } from "@safe-return/domain/scorecard"
import { type PublishedScorecard, PublishedScorecards } from "@safe-return/journal"
import { countedReport, figuresToPublish, type LastPublished, withRestatements } from "@safe-return/report/tables"
import { Effect } from "effect"

interface Counted {
  readonly month: Month
  /** Up to when facts are known. */
  readonly asOf: Instant
}

/** Both ways to count a month, from one look at the journal. */
const counting = Effect.fnUntraced(function* ({ month, asOf }: Counted) {
  const { policyAt, calendars } = yield* Council
  const policy = policyAt(Instant(startOfMonth(addMonths(month, 1)) - 1))
  const rows = yield* episodesOnRecord()
  const report = (isSuppressed: boolean) =>
    // The month and the policy are of our own making.
    Effect.orDie(Effect.fromResult(countedReport(rows, { month, asOf, policy, calendars, isSuppressed })))
  return { policy, report }
})

/** What was published, the last of each figure at the end. */
const asPublished = (
  scorecards: ReadonlyArray<PublishedScorecard>,
  isSuppressed: boolean
): ReadonlyArray<LastPublished> =>
  scorecards.flatMap(({ figures }) =>
    figures.map(({ month, measure, shown, whole }) => ({ month, measure, figure: isSuppressed ? shown : whole }))
  )

/** With the months that it is compared with, and a mark on each figure that was published otherwise. */
export const monthReport = Effect.fn("monthReport")(function* (asked: Counted & { readonly isSuppressed: boolean }) {
  const { policy, report } = yield* counting(asked)
  const published = asPublished(yield* (yield* PublishedScorecards).all, asked.isSuppressed)
  return withRestatements(yield* report(asked.isSuppressed), published, shownFromOf(policy))
})

/** The same as it is published: what it says is kept first, so that nothing is said that is not kept. */
export const publishedReport = Effect.fn("publishedReport")(function* (asked: Counted, publishedAt: Instant) {
  const { policy, report } = yield* counting(asked)
  const month = formatMonth(asked.month)
  const published = yield* PublishedScorecards
  const before = (yield* published.all).filter((one) => one.month < month)
  const [shown, whole] = [yield* report(true), yield* report(false)]
  const wholeFigures = figuresToPublish(whole)
  const figures = figuresToPublish(shown).flatMap(({ figure, ...which }, place) => {
    const counted = wholeFigures[place]
    return counted === undefined ? [] : [{ ...which, shown: figure, whole: counted.figure }]
  })
  yield* published.publish({ month, asOf: asked.asOf, publishedAt, policy: policy.id, figures })
  return withRestatements(shown, asPublished(before, true), shownFromOf(policy))
})

/** The scorecard of a month from the live journal, judged by the policy that was in force when the month ended. */
import { Council, episodesOnRecord } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { addMonths, type Month, startOfMonth } from "@safe-return/domain/scorecard"
import { countedReport } from "@safe-return/report/tables"
import { Effect } from "effect"

interface Asked {
  readonly month: Month
  /** Up to when facts are known. */
  readonly asOf: Instant
  readonly isSuppressed: boolean
}

/** With the months that it is compared with. */
export const monthReport = Effect.fn("monthReport")(function* ({ month, asOf, isSuppressed }: Asked) {
  const { policyAt, calendars } = yield* Council
  const policy = policyAt(Instant(startOfMonth(addMonths(month, 1)) - 1))
  const rows = yield* episodesOnRecord()
  // The month and the policy are of our own making.
  return yield* Effect.orDie(Effect.fromResult(countedReport(rows, { month, asOf, policy, calendars, isSuppressed })))
})

import { type Policy, scorecardRulesOf } from "@safe-return/domain/policy"
import { type CountedMonth, suppressInterviewTimes, suppressScorecard } from "@safe-return/domain/scorecard"
import type { Performance } from "../performance/performanceTable.ts"
import type { ReportedMonth } from "./reportOf.ts"

/** A counted month as it is, or with its small counts withheld. */
export const scorecardOf = ({ finish }: CountedMonth, policy: Policy, isSuppressed: boolean) =>
  isSuppressed ? suppressScorecard(finish(), policy) : finish()

/** A month as a report shows it, held against nothing. */
export const reportedMonth = (month: CountedMonth, policy: Policy, isSuppressed: boolean): ReportedMonth => {
  const times = month.interviewTimes()
  return {
    scorecard: scorecardOf(month, policy, isSuppressed),
    interviewTimes: isSuppressed ? suppressInterviewTimes(times, month.finish().rhi, policy) : times,
    isSuppressed
  }
}

/** What a month is held against: the months that it is compared with, and the policy's targets. */
export const performanceOf = (
  months: ReadonlyArray<CountedMonth>,
  policy: Policy,
  isSuppressed: boolean
): Performance => {
  const { targets = [], percentFrom } = scorecardRulesOf(policy)
  return {
    scorecards: months.map((month) => scorecardOf(month, policy, isSuppressed)),
    targets,
    percentFrom: percentFrom.value
  }
}

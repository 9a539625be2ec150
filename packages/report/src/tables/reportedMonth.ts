import { type Policy, scorecardRulesOf } from "@safe-return/domain/policy"
import {
  type CountedMonth,
  suppressInterviewTimes,
  suppressScorecard,
  withoutFrequency
} from "@safe-return/domain/scorecard"
import type { Performance } from "../performance/performanceTable.ts"
import type { ReportedMonth } from "./reportOf.ts"

/** A counted month as it is, or with its small counts withheld. */
export const scorecardOf = ({ finish, policy, hidesFrequency = false }: CountedMonth, isSuppressed: boolean) => {
  if (!isSuppressed) return finish()
  const shown = suppressScorecard(finish(), policy)
  return hidesFrequency ? withoutFrequency(shown) : shown
}

/** A month as a report shows it, held against nothing. */
export const reportedMonth = (month: CountedMonth, isSuppressed: boolean): ReportedMonth => {
  const [scorecard, times] = [scorecardOf(month, isSuppressed), month.interviewTimes()]
  return {
    scorecard,
    interviewTimes: isSuppressed
      ? suppressInterviewTimes(times, month.finish().rhi, month.policy, scorecard.rhi)
      : times,
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
    scorecards: months.map((month) => scorecardOf(month, isSuppressed)),
    targets,
    percentFrom: percentFrom.value
  }
}

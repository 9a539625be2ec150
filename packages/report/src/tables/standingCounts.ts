import { scorecardRulesOf, shownFromOf } from "@safe-return/domain/policy"
import { type CountedMonth, type MonthEdition, standingMonths } from "@safe-return/domain/scorecard"

/** A counted month as it is held against its prints. */
export const editionOf = ({ finish, interviewTimes, policy }: CountedMonth): MonthEdition => ({
  scorecard: finish(),
  interviewTimes: interviewTimes(),
  shownFrom: shownFromOf(policy)
})

/** Months as they may be printed with small counts withheld, beside every print of them that was published. */
export const standingCounts = (
  months: ReadonlyArray<CountedMonth>,
  published: ReadonlyArray<MonthEdition>
): ReadonlyArray<CountedMonth> =>
  published.length === 0
    ? months
    : standingMonths(months.map(editionOf), published).map((stands, place) => {
        const { policy } = months[place] as CountedMonth
        const rules = scorecardRulesOf(policy)
        const shownFrom = { value: stands.shownFrom, source: "The print that was published", verified: false }
        return {
          policy: { ...policy, scorecard: { ...rules, shownFrom } },
          hidesFrequency: stands.hidesFrequency,
          finish: () => stands.scorecard,
          interviewTimes: () => stands.interviewTimes
        }
      })

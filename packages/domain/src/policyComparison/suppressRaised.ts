import type { Policy } from "../policy/policy.ts"
import { shownFromOf } from "../policy/usualScorecardRules.ts"
import { hasSmall, type Suppressed, WITHHELD } from "../scorecard/suppression/figure.ts"
import { nearestTen } from "../scorecard/suppression/nearestTen.ts"
import type { RaisedInMonth, TriggerRaised } from "./raisedByMonth.ts"

/** All four go with a small one: the month's children cap each sum. Rounded, as the scorecard may withhold the count. */
const suppressMonth = (raised: RaisedInMonth, shownFrom: number): Suppressed<RaisedInMonth> => {
  const { month, before, noLonger, newly, after } = raised
  return hasSmall([before - noLonger, noLonger, newly], shownFrom)
    ? { month, before: WITHHELD, noLonger: WITHHELD, newly: WITHHELD, after: WITHHELD }
    : {
        month,
        before: nearestTen(before),
        noLonger: nearestTen(noLonger),
        newly: nearestTen(newly),
        after: nearestTen(after)
      }
}

/**
 * What two policies would have raised, as it may be published: children of 1 to 4, or below `scorecard.shownFrom`,
 * are withheld with the other figures of that month; others are to the nearest 10, a 5 upwards. Zero stays where none is small. Two comparisons with one policy are not covered:
 * their difference is what lies between the other two.
 *
 * Source: decision 43 (`docs/decisions/0043-counts-too-small-to-show.md`). The nearest 10: DfE, Children missing education, data
 * set of 29 January 2026, councils' counts.
 *
 * @param policies both that were compared: the one that shows less applies
 *
 * @example
 * ```ts
 * import { rotherham } from "@safe-return/domain/policy"
 * import { suppressRaised } from "@safe-return/domain/policyComparison"
 *
 * const months = [{ month: "2026-11", before: 12, noLonger: 0, newly: 2, after: 14 }]
 * const [raised] = suppressRaised([{ rule: "repeat-episodes", title: "Repeat episodes", months }], [rotherham])
 * raised?.months // [{"month":"2026-11","before":"c","noLonger":"c","newly":"c","after":"c"}]
 * ```
 */
export const suppressRaised = (
  triggers: ReadonlyArray<TriggerRaised>,
  policies: ReadonlyArray<Policy>
): ReadonlyArray<Suppressed<TriggerRaised>> => {
  const shownFrom = Math.max(...policies.map(shownFromOf))
  return triggers.map((trigger) => ({
    ...trigger,
    months: trigger.months.map((month) => suppressMonth(month, shownFrom))
  }))
}

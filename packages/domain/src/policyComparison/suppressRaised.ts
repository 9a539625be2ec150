import type { Policy } from "../policy/policy.ts"
import { shownFromOf } from "../policy/usualScorecardRules.ts"
import { isSmall, type Suppressed, withheldIf } from "../scorecard/suppression/figure.ts"
import type { RaisedInMonth, TriggerRaised } from "./raisedByMonth.ts"

/** A sum goes with any part of it that is withheld, the children under both policies among them. */
const suppressMonth = (
  { month, before, noLonger, newly, after }: RaisedInMonth,
  shownFrom: number
): Suppressed<RaisedInMonth> => {
  const hidesBoth = isSmall(before - noLonger, shownFrom)
  const [hidesLost, hidesNew] = [isSmall(noLonger, shownFrom), isSmall(newly, shownFrom)]
  return {
    month,
    before: withheldIf(hidesBoth || hidesLost, before),
    noLonger: withheldIf(hidesLost, noLonger),
    newly: withheldIf(hidesNew, newly),
    after: withheldIf(hidesBoth || hidesNew, after)
  }
}

/**
 * What two policies would have raised, as it may be published: children of 1 to 4, or below `scorecard.shownFrom`,
 * are withheld with every sum that would give them back. Zero stays. Two comparisons with one policy are not covered:
 * their difference is what lies between the other two.
 *
 * Source: decision 43 (`docs/decisions/0043-counts-too-small-to-show.md`).
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
 * raised?.months // [{"month":"2026-11","before":12,"noLonger":0,"newly":"c","after":"c"}]
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

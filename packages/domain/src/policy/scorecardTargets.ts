import * as Schema from "effect/Schema"
import type { PolicyFault } from "./policyFault.ts"
import { sourced } from "./sourced.ts"

/**
 * The indicators of a month's report, each with what is good. A council sets a target for none, some or all of them.
 *
 * Source: Rotherham, Early Help report of March 2017 and later outturn papers: "good is" high or low.
 */
export const indicatorGoodness = {
  episodes: "low",
  children: "low",
  "children-3-plus": "low",
  "told-after-an-hour": "low",
  "interviews-owed": "neither",
  "interviews-offered": "high",
  "interviews-held": "high",
  "within-72-hours": "high",
  "within-3-working-days": "high"
} as const

/** What is reported by month, and may have a target. */
export type Indicator = keyof typeof indicatorGoodness

const indicators = Object.keys(indicatorGoodness) as ReadonlyArray<Indicator>

const figure = sourced(Schema.Finite)

/** What one indicator is held against in one financial year: councils set them again each year. */
export const ScorecardTarget = Schema.Struct({
  indicator: Schema.Literals(indicators),
  /** The financial year, April to March: `2026-27`. */
  year: Schema.String.check(Schema.isPattern(/^\d{4}-\d{2}$/)),
  /** The last figure that is still green, and the last that is amber; all beyond is red. Without it no colour. */
  tolerances: Schema.optionalKey(Schema.Struct({ green: figure, amber: figure })),
  neighbours: Schema.optionalKey(figure),
  bestNeighbour: Schema.optionalKey(figure),
  national: Schema.optionalKey(figure),
  /** From which figure on a council is among the best quarter. */
  topQuartile: Schema.optionalKey(figure)
})
export type ScorecardTarget = typeof ScorecardTarget.Type

export type Colour = "green" | "amber" | "red"

/**
 * The colour of a figure by the tolerances of its year; undefined where none are set, or where neither high nor low is
 * good. The figure is a count, or a share in per cent.
 *
 * @example
 * ```ts
 * import { colourOf } from "@safe-return/domain/policy"
 *
 * const given = (value: number) => ({ value, source: "A made-up plan", verified: false })
 * const tolerances = { green: given(85), amber: given(70) }
 * colourOf(84.9, { indicator: "within-72-hours", year: "2026-27", tolerances }) // "amber"
 * colourOf(84.9, undefined) // undefined
 * ```
 */
export const colourOf = (value: number, target: ScorecardTarget | undefined): Colour | undefined => {
  if (target?.tolerances === undefined) return undefined
  const good = indicatorGoodness[target.indicator]
  if (good === "neither") return undefined
  const { green, amber } = target.tolerances
  const reaches = (limit: number) => (good === "high" ? value >= limit : value <= limit)
  if (reaches(green.value)) return "green"
  return reaches(amber.value) ? "amber" : "red"
}

/** A year twice, tolerances the wrong way round, or a colour of what is neither good nor bad. */
export const targetFaults = (targets: ReadonlyArray<ScorecardTarget>): ReadonlyArray<PolicyFault> =>
  targets.flatMap(({ indicator, year, tolerances }, index): ReadonlyArray<PolicyFault> => {
    const field = `scorecard.targets[${index}]`
    const first = targets.findIndex((one) => one.indicator === indicator && one.year === year)
    if (first < index) {
      return [{ field: `${field}.year`, message: `${indicator} is held against something in ${year} already` }]
    }
    if (tolerances === undefined) return []
    const good = indicatorGoodness[indicator]
    if (good === "neither") {
      return [{ field: `${field}.tolerances`, message: `Neither high nor low is good of ${indicator}: leave them out` }]
    }
    const isInOrder =
      good === "high"
        ? tolerances.green.value >= tolerances.amber.value
        : tolerances.green.value <= tolerances.amber.value
    return isInOrder
      ? []
      : [
          {
            field: `${field}.tolerances`,
            message: `Good is ${good} of ${indicator}: green cannot be the worse of the two`
          }
        ]
  })

import * as Schema from "effect/Schema"
import { ScorecardTarget } from "./scorecardTargets.ts"
import { PositiveInt, sourced } from "./sourced.ts"

/** The numbers by which a scorecard shows what it counted. */
export const ScorecardRules = Schema.Struct({
  /** The smallest denominator that has a percentage. */
  percentFrom: sourced(PositiveInt),
  /** Days of a rolling window for children with 3 or more episodes, beside the month; without it none. */
  windowDays: Schema.optionalKey(sourced(PositiveInt)),
  /** The smallest count that is shown where small ones are suppressed; zero is. At least 5; without it 5. */
  shownFrom: Schema.optionalKey(sourced(Schema.Int.check(Schema.isGreaterThanOrEqualTo(5)))),
  /** What indicators are held against, by financial year; without it nothing has a colour. */
  targets: Schema.optionalKey(Schema.Array(ScorecardTarget))
})
export type ScorecardRules = typeof ScorecardRules.Type

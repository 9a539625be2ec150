import { addHours, type Instant } from "../calendar/instant.ts"
import { type Definition, OUR_MEASURE, SCORECARD_SLIDES } from "./definition.ts"
import { type EpisodeStarts, episodesOfEachChild } from "./EpisodeStarts.ts"

/** From how many episodes on a child counts as missing repeatedly: the measure's name says it. */
const THREE = 3

/** Children who went missing repeatedly. Missing and away both count. */
export interface Repeat {
  /** Children with 3 or more episodes in the month. */
  readonly children3Plus: number
  /** The same over the policy's rolling window to the month's end; null where the policy has none. */
  readonly window: { readonly days: number; readonly children3Plus: number } | null
}

const withThreeOrMore = (starts: EpisodeStarts, from: Instant, before: Instant): number =>
  [...episodesOfEachChild(starts, from, before).values()].filter((episodes) => episodes >= THREE).length

/** The moment from which on the policy's window before this one counts. */
export const windowFrom = (before: Instant, windowDays: number): Instant => addHours(before, -24 * windowDays)

/**
 * Children with 3 or more episodes in the month and, where the policy has a window, in so many times 24 hours before
 * the month's end.
 */
export const repeatOf = (
  starts: EpisodeStarts,
  { from, before, windowDays }: { readonly from: Instant; readonly before: Instant; readonly windowDays?: number }
): Repeat => ({
  children3Plus: withThreeOrMore(starts, from, before),
  window:
    windowDays === undefined
      ? null
      : { days: windowDays, children3Plus: withThreeOrMore(starts, windowFrom(before, windowDays), before) }
})

export const repeatDefinitions: ReadonlyArray<Definition> = [
  {
    field: "repeat.children3Plus",
    counts: "Children with 3 or more episodes of the month, missing and away alike.",
    source: `${SCORECARD_SLIDES}: children with 3+ episodes in period. It does not say which period: the month is our reading`
  },
  {
    field: "repeat.window",
    counts:
      "The same over the policy's number of days, each of 24 hours, to the end of the month; null where the policy has no window.",
    source: OUR_MEASURE
  }
]

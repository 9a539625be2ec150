import type { Policy } from "../../policy/policy.ts"
import { shownFromOf } from "../../policy/usualScorecardRules.ts"
import type { Interviews } from "../interviews.ts"
import { endOfBand, type InterviewTimes } from "../interviewTimes.ts"
import { type Figure, isSmall, type Suppressed, WITHHELD } from "./figure.ts"
import { hiddenParts, isHidden } from "./hiddenParts.ts"
import { suppressInterviews } from "./interviews.ts"

/** The same with a figure for each band. A whole one is of this shape too. */
export interface SuppressedInterviewTimes extends Omit<InterviewTimes, "bands"> {
  readonly bands: Readonly<Record<string, Figure>>
}

/** Both rates tell how many were held in time, early bands are parts of the one; late ones are the rest of those held. */
const areWholesShown = (rhi: Interviews, shown: Suppressed<Interviews>, shownFrom: number): boolean => {
  const { completed, within72Hours, within3WorkingDays } = shown
  const between = rhi.within3WorkingDays.met - rhi.within72Hours.met
  return (
    [completed, within72Hours.met, within3WorkingDays.met].every((figure) => figure !== WITHHELD) &&
    !isSmall(Math.abs(between), shownFrom)
  )
}

/**
 * Withholds bands of 1 to 4 (or below what the policy shows) and what would give one back: those in time and those
 * late each beside their own total, and all of them where a total is withheld.
 *
 * @param times of the same month and policy as `rhi`, whole
 * @param rhi the interviews of the whole scorecard
 * @param shown the same as `suppressScorecard` shows them
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { startScorecard, suppressInterviewTimes } from "@safe-return/domain/scorecard"
 * import { Result } from "effect"
 *
 * const row = { child_ref: "LCS-10432", missing_at: utc(2026, 11, 20, 17), returned_at: utc(2026, 11, 21, 9, 30) }
 * const question = { month: "2026-11", asOf: utc(2026, 12, 10), policy: rotherham }
 * const counting = Result.getOrThrow(startScorecard(question))
 * counting.add({ ...row, rhi_completed_at: utc(2026, 11, 23, 16) })
 * const { rhi } = counting.finish()
 * const { bands } = suppressInterviewTimes(counting.interviewTimes(), rhi, rotherham)
 * bands["to-72"] // "c"
 * ```
 */
export const suppressInterviewTimes = (
  times: InterviewTimes,
  rhi: Interviews,
  policy: Policy,
  shown: Suppressed<Interviews> = suppressInterviews(rhi, shownFromOf(policy))
): SuppressedInterviewTimes => {
  const shownFrom = shownFromOf(policy)
  const names = Object.keys(times.bands)
  const isShown = areWholesShown(rhi, shown, shownFrom)
  const isEarly = (band: string) => (endOfBand(band) ?? Number.POSITIVE_INFINITY) <= times.hours
  const figures = new Map<string, Figure>(names.map((band) => [band, WITHHELD]))
  for (const group of isShown ? [names.filter(isEarly), names.filter((band) => !isEarly(band))] : []) {
    const counts = group.map((band) => times.bands[band] ?? 0)
    const hidden = hiddenParts(counts, shownFrom)
    counts.forEach((count, place) => {
      if (!isHidden(hidden, place)) figures.set(group[place] ?? "", count)
    })
  }
  return { ...times, bands: Object.fromEntries(figures) }
}

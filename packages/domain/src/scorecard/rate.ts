import type { ClockResult } from "../deadlines/clockResults.ts"

/** How many interviews came to each verdict of one clock. */
export type Verdicts = Readonly<Record<ClockResult, number>>

/** A share with everything it is made of. */
export interface Rate extends Verdicts {
  /** Those that were met and those that were missed. */
  readonly denominator: number
  /** One decimal place, halves rounded up; null where the denominator is too small to say anything. */
  readonly percent: number | null
  /** The rate in words: of what, from when, and that the interview held is measured. */
  readonly sentence: string
}

/** What a sentence says of a rate besides its numbers. */
export interface RateWords {
  /** Of which interviews: `returns in June 2026`. */
  readonly of: string
  /** The time allowed and what it is counted from: `72 hours of the return`. */
  readonly within: string
}

/**
 * A share in per cent with one decimal place, halves rounded up, counted in whole numbers so that a half is a half.
 *
 * @param whole more than zero
 * @example
 * ```ts
 * import { percentOf } from "@safe-return/domain/scorecard"
 *
 * percentOf(2, 3) // 66.7
 * ```
 */
export const percentOf = (part: number, whole: number): number => Math.floor((2_000 * part + whole) / (2 * whole)) / 10

const leftOut = ({ notYetDue, notMeasurable }: Verdicts): string => {
  const parts = [
    ...(notYetDue === 0 ? [] : [`${notYetDue} not yet due`]),
    ...(notMeasurable === 0 ? [] : [`${notMeasurable} that cannot be measured, held before the return`])
  ]
  return parts.length === 0 ? "" : ` Left out: ${parts.join(", and ")}.`
}

const HELD = "Measured is the interview held, not offered."

const sentenceOf = (
  verdicts: Verdicts,
  { denominator, percent, percentFrom }: { denominator: number; percent: number | null; percentFrom: number },
  { of, within }: RateWords
): string => {
  if (denominator === 0) {
    return `No interview for ${of} was held or is past due, so there is no rate within ${within}.${leftOut(verdicts)} ${HELD}`
  }
  const share = percent === null ? `no percentage of fewer than ${percentFrom}` : `${percent.toFixed(1)}%`
  return `${verdicts.met} of ${denominator} interviews were held within ${within} (${share}). The ${denominator} are those for ${of} that were held or are past due, whatever the reason.${leftOut(verdicts)} ${HELD}`
}

/**
 * A rate from its verdicts: met of those met and missed.
 *
 * Source: the published contracts, scorecard measures. Darlington's changed its meaning inside a year (92.5 % held, then
 * 91.3 % offered), so that each says what it measures.
 *
 * @param percentFrom the smallest denominator that has a percentage
 */
export const rateOf = (verdicts: Verdicts, percentFrom: number, words: RateWords): Rate => {
  const { met, missed, notMeasurable, notYetDue } = verdicts
  const denominator = met + missed
  const percent = denominator === 0 || denominator < percentFrom ? null : percentOf(met, denominator)
  return {
    met,
    missed,
    notMeasurable,
    notYetDue,
    denominator,
    percent,
    sentence: sentenceOf(verdicts, { denominator, percent, percentFrom }, words)
  }
}

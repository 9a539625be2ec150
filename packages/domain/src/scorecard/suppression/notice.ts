import type { Notice } from "../notice.ts"
import { isSmall, type Suppressed, WITHHELD, withheldUnlessZero } from "./figure.ts"

/** The waits from report to notice; those not measured, and those of an hour at most, are counts too. */
export const suppressNotice = (
  { measured, medianMinutes, overOneHour }: Notice,
  total: number,
  shownFrom: number
): Suppressed<Notice> => {
  const small = (count: number) => isSmall(count, shownFrom)
  if (small(total) || small(measured) || small(total - measured)) {
    return {
      measured: withheldUnlessZero(measured),
      medianMinutes: measured === 0 ? null : WITHHELD,
      overOneHour: withheldUnlessZero(overOneHour)
    }
  }
  return {
    measured,
    medianMinutes,
    overOneHour: small(overOneHour) || small(measured - overOneHour) ? WITHHELD : overOneHour
  }
}

import type { CivilDay } from "../../calendar/civilDay.ts"

const LONGEST = "Over 52 weeks"

/** The start is not recorded, or lies after the day that is asked about. */
export const DURATION_UNKNOWN = "Unknown"

/** Each with the first number of whole days that is too many for it. */
const bands = [
  ["Less than 2 weeks", 14],
  ["2 to 4 weeks", 28],
  ["4 to 8 weeks", 56],
  ["8 to 12 weeks", 84],
  ["12 to 26 weeks", 182],
  ["26 to 52 weeks", 364]
] as const

/**
 * How long a child has been missing education: DfE's bands, letter for letter and in DfE's order.
 *
 * Source: DfE, Children missing education, data set of 29 January 2026, topic Duration. Its weeks as days: the published
 * contracts.
 */
export const durationBands: ReadonlyArray<string> = [...bands.map(([band]) => band), LONGEST, DURATION_UNKNOWN]

/**
 * The band of a case on a day, by whole days since its start: on the first day none have passed. `Unknown` where the start
 * is not known or lies after the day.
 *
 * Source: DfE, Children missing education, data set of 29 January 2026, topic Duration.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { durationBandOn } from "@safe-return/domain/education"
 *
 * const since = civilDay(2026, 9, 1)
 * durationBandOn({ since }, civilDay(2026, 9, 14)) // "Less than 2 weeks"
 * durationBandOn({ since }, civilDay(2026, 9, 15)) // "2 to 4 weeks"
 * durationBandOn({}, civilDay(2026, 9, 15)) // "Unknown"
 * ```
 */
export const durationBandOn = ({ since }: { readonly since?: CivilDay | undefined }, day: CivilDay): string => {
  if (since === undefined || since > day) return DURATION_UNKNOWN
  const days = day - since
  return bands.find(([, tooMany]) => days < tooMany)?.[0] ?? LONGEST
}

/**
 * The first day on which a case is in the next band; undefined in the last, and where the start is not known.
 *
 * @param day whole days since 1970-01-01, London's; so is the answer
 *
 * @example
 * ```ts
 * import { civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 * import { nextBandOn } from "@safe-return/domain/education"
 *
 * const next = nextBandOn({ since: civilDay(2026, 9, 1) }, civilDay(2026, 9, 10))
 * next && formatCivilDay(next) // "2026-09-15"
 * nextBandOn({}, civilDay(2026, 9, 10)) // undefined
 * ```
 */
export const nextBandOn = (
  { since }: { readonly since?: CivilDay | undefined },
  day: CivilDay
): CivilDay | undefined => {
  if (since === undefined || since > day) return undefined
  const next = bands.find(([, tooMany]) => day - since < tooMany)
  return next === undefined ? undefined : ((since + next[1]) as CivilDay)
}

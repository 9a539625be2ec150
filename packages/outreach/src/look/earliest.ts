import { Instant } from "@safe-return/domain/calendar"

/** Of moments that may not come, the first that does. */
export const earliest = (moments: Iterable<Instant | undefined>): Instant | undefined => {
  const known = [...moments].filter((moment) => moment !== undefined)
  return known.length === 0 ? undefined : Instant(Math.min(...known))
}

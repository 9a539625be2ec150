import type { Instant } from "../calendar/instant.ts"
import { londonDayOf, londonTimeOn } from "../calendar/londonTime.ts"
import { minutesOfDay, type WorkingHours } from "../policy/workingHours.ts"
import { type Availability, type Away, awayOn, hoursOn } from "./availability.ts"

/** What speaks against someone doing something at a moment. */
export type Unavailability =
  | { readonly _tag: "Away"; readonly away: Away }
  | { readonly _tag: "NoWorkingDay" }
  /** They work on that London day, but not then. */
  | { readonly _tag: "OutsideHours"; readonly hours: WorkingHours }

/**
 * Why someone is not there at a moment; without known working days, they work on any.
 *
 * Undefined where nothing speaks against it.
 *
 * @param at epoch milliseconds: the London day and time it falls in decide; at closing time they have gone
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { unavailabilityOf } from "@safe-return/domain/escalation"
 *
 * const pattern = { monday: { opens: "09:00", closes: "15:00" } }
 * const known = { pattern, away: [] }
 * unavailabilityOf(known, utc(2026, 11, 23, 9)) // undefined
 * unavailabilityOf(known, utc(2026, 11, 23, 15)) // {"_tag":"OutsideHours","hours":{"opens":"09:00","closes":"15:00"}}
 * unavailabilityOf(known, utc(2026, 11, 24, 9)) // {"_tag":"NoWorkingDay"}
 * ```
 */
export const unavailabilityOf = (known: Availability, at: Instant): Unavailability | undefined => {
  const day = londonDayOf(at)
  const away = awayOn(known, day)
  if (away !== undefined) return { _tag: "Away", away }
  if (known.pattern === undefined) return undefined
  const hours = hoursOn(known, day)
  if (hours === undefined) return { _tag: "NoWorkingDay" }
  const isWithin =
    at >= londonTimeOn(day, minutesOfDay(hours.opens)) && at < londonTimeOn(day, minutesOfDay(hours.closes))
  return isWithin ? undefined : { _tag: "OutsideHours", hours }
}

import type { Instant } from "@safe-return/domain/calendar"
import { millisecondsInMinute } from "date-fns/constants"

/** `71 h 50 min`: never in days, which would hide whether 72 hours are kept, and part minutes are dropped. */
export const hoursAndMinutes = (milliseconds: number): string => {
  const minutes = Math.floor(Math.abs(milliseconds) / millisecondsInMinute)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return minutes === 0 ? "less than a minute" : `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** `in 3 h 20 min` before the deadline and at it, `2 h overdue` after it. */
export const timeToDeadline = (dueAt: Instant, now: Instant): string =>
  now > dueAt ? `${hoursAndMinutes(now - dueAt)} overdue` : `in ${hoursAndMinutes(dueAt - now)}`

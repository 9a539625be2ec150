/** What changes about someone's time away when they say that they go, and when they are back. */
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import type { Availability, Away } from "./availability.ts"

const isOver = ({ to }: Away, day: CivilDay): boolean => to !== undefined && to < day

const endsWithin = ({ to }: Away, other: Away): boolean => to !== undefined && other.to !== undefined && to <= other.to

/**
 * Adds a period away, which replaces those within it and one that begins on the same day.
 *
 * @param away whole days since 1970-01-01, London's, both included
 *
 * @example
 * ```ts
 * import { civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 * import { withAbsence } from "@safe-return/domain/escalation"
 *
 * const known = { away: [{ from: civilDay(2026, 11, 23), to: civilDay(2026, 11, 24), for: "leave" } as const] }
 * const week = { from: civilDay(2026, 11, 23), to: civilDay(2026, 11, 27), for: "sickness" } as const
 * withAbsence(known, week).away.map(({ to, for: why }) => [to && formatCivilDay(to), why]) // [["2026-11-27","sickness"]]
 * ```
 */
export const withAbsence = (known: Availability, away: Away): Availability => ({
  ...known,
  away: [
    ...known.away.filter(
      (period) => period.from !== away.from && !(period.from > away.from && endsWithin(period, away))
    ),
    away
  ].toSorted((one, other) => one.from - other.from)
})

/**
 * Ends the period away before `day`; for someone who is there, drops what they had planned.
 *
 * @param day whole days since 1970-01-01, London's: the first on which they are there again
 *
 * @example
 * ```ts
 * import { civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 * import { withReturnOn } from "@safe-return/domain/escalation"
 *
 * const known = { away: [{ from: civilDay(2026, 11, 23), for: "sickness" } as const] }
 * const [away] = withReturnOn(known, civilDay(2026, 11, 26)).away
 * away?.to && formatCivilDay(away.to) // "2026-11-25"
 * withReturnOn(known, civilDay(2026, 11, 23)).away // []
 * ```
 */
export const withReturnOn = (known: Availability, day: CivilDay): Availability => {
  const isAway = known.away.some((period) => period.from <= day && !isOver(period, day))
  const away = known.away.flatMap((period) => {
    if (isOver(period, day)) return [period]
    if (period.from >= day) return isAway && period.from > day ? [period] : []
    return [{ ...period, to: addDays(day, -1) }]
  })
  return { ...known, away }
}

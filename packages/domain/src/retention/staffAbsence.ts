/** What is kept of a time away of staff once it is over: sickness is about their health. */
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import type { Availability, Away } from "../escalation/availability.ts"
import type { StaffAbsenceRule } from "./retentionPolicy.ts"

/**
 * The last London day on which a time away is kept; undefined while its end is not known.
 *
 * Whole days since 1970-01-01, London's. The number of days is the rule's, beside its source.
 *
 * @example
 * ```ts
 * import { civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 * import { absenceKeptUntil, usualStaffAbsence } from "@safe-return/domain/retention"
 *
 * const away = { from: civilDay(2026, 11, 2), to: civilDay(2026, 11, 6), for: "leave" } as const
 * const until = absenceKeptUntil(away, usualStaffAbsence)
 * until && formatCivilDay(until) // "2026-12-04"
 * absenceKeptUntil({ from: civilDay(2026, 11, 2), for: "leave" }, usualStaffAbsence) // undefined
 * ```
 */
export const absenceKeptUntil = ({ to }: Away, { days }: StaffAbsenceRule): CivilDay | undefined =>
  to === undefined ? undefined : addDays(to, days.value)

/**
 * The times away that are over and kept for longer than the rule says, or still say why though they are over.
 *
 * @param today whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { absencesToLetGo, usualStaffAbsence } from "@safe-return/domain/retention"
 *
 * const away = [{ from: civilDay(2026, 11, 2), to: civilDay(2026, 11, 6), for: "sickness" } as const]
 * absencesToLetGo({ away }, civilDay(2026, 11, 6), usualStaffAbsence).length // 0
 * absencesToLetGo({ away }, civilDay(2026, 11, 7), usualStaffAbsence).length // 1
 * ```
 */
export const absencesToLetGo = ({ away }: Availability, today: CivilDay, rule: StaffAbsenceRule): ReadonlyArray<Away> =>
  away.filter((period) => {
    const { to } = period
    const until = absenceKeptUntil(period, rule)
    return to !== undefined && until !== undefined && to < today && (until < today || period.for !== "other")
  })

/**
 * What is known of a person without why they were away, from the day after it, and without the time itself once the
 * rule says so; the same object where nothing changes.
 *
 * @param today whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { usualStaffAbsence, withoutPastAbsences } from "@safe-return/domain/retention"
 *
 * const known = { away: [{ from: civilDay(2026, 11, 2), to: civilDay(2026, 11, 6), for: "sickness" } as const] }
 * withoutPastAbsences(known, civilDay(2026, 11, 7), usualStaffAbsence).away.map((one) => one.for) // ["other"]
 * withoutPastAbsences(known, civilDay(2026, 12, 31), usualStaffAbsence).away // []
 * ```
 */
export const withoutPastAbsences = (known: Availability, today: CivilDay, rule: StaffAbsenceRule): Availability => {
  const past = new Set(absencesToLetGo(known, today, rule))
  if (past.size === 0) return known
  const away = known.away.flatMap((period) => {
    const until = absenceKeptUntil(period, rule)
    if (!past.has(period)) return [period]
    return until !== undefined && until < today ? [] : [{ ...period, for: "other" as const }]
  })
  return { ...known, away }
}

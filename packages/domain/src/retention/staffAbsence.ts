/** What is kept of a time away of staff once it is over: sickness is about their health. */
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import type { Availability, Away } from "../escalation/availability.ts"
import type { StaffAbsenceRule } from "./retentionPolicy.ts"

/** The last London day on which a time away is kept; undefined while its end is not known. */
export const absenceKeptUntil = ({ to }: Away, { days }: StaffAbsenceRule): CivilDay | undefined =>
  to === undefined ? undefined : addDays(to, days.value)

/** Over and kept for longer than the rule says, or with its reason though it is over. */
export const absencesToLetGo = ({ away }: Availability, today: CivilDay, rule: StaffAbsenceRule): ReadonlyArray<Away> =>
  away.filter((period) => {
    const { to } = period
    const until = absenceKeptUntil(period, rule)
    return to !== undefined && until !== undefined && to < today && (until < today || period.for !== "other")
  })

/** Drops why someone was away a day after, and the time when the rule says so; the same object for no change. */
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

/** What changes about someone's time away when they say that they go, and when they are back. */
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import type { Availability, Away } from "./availability.ts"

const isOver = ({ to }: Away, day: CivilDay): boolean => to !== undefined && to < day

const endsWithin = ({ to }: Away, other: Away): boolean => to !== undefined && other.to !== undefined && to <= other.to

/**
 * With a period away; it takes the place of those that lie within it, and of one that begins on the same day. One whose
 * end is not known leaves what was planned as it is.
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
 * Back from `day` on: what they were away for ends the day before, or is dropped when it began that day. Someone who was
 * not away has what they had planned dropped.
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

/** Who acts for a person while they are away, where covers may be away themselves. */
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import { startOfLondonDay } from "../calendar/londonTime.ts"
import type { PersonId } from "../vocabulary/identifiers.ts"
import { actingFor } from "./actingFor.ts"
import type { Availability, Away } from "./availability.ts"

/** Days in a row on which the same person acts. */
export interface CoverSpan {
  readonly from: CivilDay
  /** The last, included; absent where the person who is away has named no last day. */
  readonly to?: CivilDay
  /** Absent where nobody acts. */
  readonly cover?: PersonId
}

/** The days of an absence on which who acts may change: a time away begins, or is over. */
const turns = (known: ReadonlyMap<PersonId, Availability>, { from, to }: Away): ReadonlyArray<CivilDay> => {
  const days = new Set<CivilDay>([from])
  for (const { away } of known.values()) {
    for (const other of away) {
      days.add(other.from)
      if (other.to !== undefined) days.add(addDays(other.to, 1))
    }
  }
  return [...days].filter((day) => day >= from && (to === undefined || day <= to)).toSorted((one, next) => one - next)
}

/**
 * Who acts on which days of an absence; a day on which a later absence of the same person holds is not of this one.
 *
 * Days are whole days since 1970-01-01, London's.
 *
 * @example
 * ```ts
 * import { civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 * import { coverSpans } from "@safe-return/domain/escalation"
 * import { PersonId } from "@safe-return/domain/pathway"
 *
 * const person = PersonId.make("interviewer-1")
 * const cover = PersonId.make("interviewer-2")
 * const away = { from: civilDay(2026, 11, 23), to: civilDay(2026, 11, 27), for: "leave", cover } as const
 * const ill = { from: civilDay(2026, 11, 26), to: civilDay(2026, 11, 26), for: "sickness" } as const
 * const known = new Map([[person, { away: [away] }], [cover, { away: [ill] }]])
 * const [first, second] = coverSpans(person, away, known)
 * first?.to && [first.cover, formatCivilDay(first.to)] // ["interviewer-2","2026-11-25"]
 * second && [second.cover, formatCivilDay(second.from)] // [undefined,"2026-11-26"]
 * ```
 */
export const coverSpans = (
  person: PersonId,
  away: Away,
  known: ReadonlyMap<PersonId, Availability>
): ReadonlyArray<CoverSpan> => {
  const days = turns(known, away)
  const spans: Array<CoverSpan> = []
  days.forEach((from, index) => {
    const acting = actingFor(person, startOfLondonDay(from), (one) => known.get(one))
    if (acting._tag === "Themselves" || acting.away.from !== away.from) return
    const next = days[index + 1]
    const to = next === undefined ? away.to : addDays(next, -1)
    const cover = acting._tag === "Cover" ? acting.person : undefined
    const last = spans.at(-1)
    const isSame = last !== undefined && last.cover === cover && last.to !== undefined && addDays(last.to, 1) === from
    if (isSame) spans.pop()
    spans.push({
      from: isSame ? last.from : from,
      ...(to === undefined ? {} : { to }),
      ...(cover === undefined ? {} : { cover })
    })
  })
  return spans
}

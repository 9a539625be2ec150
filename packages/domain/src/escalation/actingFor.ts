import type { Instant } from "../calendar/instant.ts"
import { londonDayOf } from "../calendar/londonTime.ts"
import type { PersonId } from "../vocabulary/identifiers.ts"
import { type Availability, type Away, awayOn } from "./availability.ts"

/** Who acts for someone today. */
export type ActingPerson =
  | { readonly _tag: "Themselves" }
  /** The cover they named, or the cover of that person, who is away too. */
  | { readonly _tag: "Cover"; readonly person: PersonId; readonly away: Away }
  /** Away with nobody there to cover: it is for a Missing Co-ordinator or team manager to hand over. */
  | { readonly _tag: "Nobody"; readonly away: Away }

/**
 * Who acts for a person who may be on leave or off sick: they themselves, their cover, or nobody. A cover who is away
 * passes it on to theirs; covers who name each other come to nobody.
 *
 * @param now epoch milliseconds: the London day it falls in counts
 * @param availability what is known of each person; a person nothing is known of is there
 *
 * @example
 * ```ts
 * import { civilDay, utc } from "@safe-return/domain/calendar"
 * import { actingFor } from "@safe-return/domain/escalation"
 * import { PersonId } from "@safe-return/domain/pathway"
 *
 * const cover = PersonId.make("interviewer-2")
 * const away = [{ from: civilDay(2026, 11, 23), to: civilDay(2026, 11, 27), for: "leave", cover } as const]
 * const availability = (person: string) => (person === "interviewer-1" ? { away } : undefined)
 * const acting = actingFor(PersonId.make("interviewer-1"), utc(2026, 11, 24, 9), availability)
 * acting._tag === "Cover" && acting.person // "interviewer-2"
 * actingFor(PersonId.make("interviewer-1"), utc(2026, 11, 30, 9), availability) // {"_tag":"Themselves"}
 * ```
 */
export const actingFor = (
  person: PersonId,
  now: Instant,
  availability: (person: PersonId) => Availability | undefined
): ActingPerson => {
  const day = londonDayOf(now)
  const periodOf = (someone: PersonId): Away | undefined => {
    const known = availability(someone)
    return known === undefined ? undefined : awayOn(known, day)
  }
  const away = periodOf(person)
  if (away === undefined) return { _tag: "Themselves" }
  const passed = new Set([person])
  let { cover } = away
  while (cover !== undefined && !passed.has(cover)) {
    const theirs = periodOf(cover)
    if (theirs === undefined) return { _tag: "Cover", person: cover, away }
    passed.add(cover)
    cover = theirs.cover
  }
  return { _tag: "Nobody", away }
}

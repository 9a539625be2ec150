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
 * @param availability what is known of each person; a person nothing is known of is there
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

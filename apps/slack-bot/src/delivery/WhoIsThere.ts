/** Who holds the roles that are told of a child, and who acts for whom, at one moment. */
import { type Instant, startOfLondonDay } from "@safe-return/domain/calendar"
import type { PersonId } from "@safe-return/domain/pathway"
import type { OnRung, Rung } from "@safe-return/domain/policy"
import type { Acting } from "@safe-return/domain/telling"

/** The roles an alert or a reminder can go to; the allocated worker is a person of the case. */
export type RoleTold = Exclude<OnRung, "worker">

/** A way out of Slack. */
export type Way = NonNullable<Rung["by"]>

export interface WhoIsThere {
  readonly holders: Readonly<Record<RoleTold, ReadonlyArray<PersonId>>>
  readonly acting: (person: PersonId) => Acting
  /** How many addresses outside Slack are known for a role; 0 too where that way out is not set up. */
  readonly addresses: (role: RoleTold, way: Way) => number
}

/** Nobody holds a role, nobody is away, and there is no way out of Slack. */
export const nobodyElse: WhoIsThere = {
  holders: { "missing-coordinator": [], "team-manager": [], "head-of-service": [], "out-of-hours-duty": [] },
  acting: () => ({ _tag: "Themselves" }),
  addresses: () => 0
}

/** Who is told in somebody's place today; none when they are away and nobody covers for them. */
export const standIn = (there: WhoIsThere, person: PersonId): PersonId | undefined => {
  const acting = there.acting(person)
  switch (acting._tag) {
    case "Themselves":
      return person
    case "Cover":
      return acting.person
    case "Nobody":
      return undefined
  }
}

/**
 * Who is told what is for one person: they themselves and, while they are away, their cover as well. Where nobody covers,
 * `otherwise`: the Missing Co-ordinators, unless something else sees to it.
 *
 * @param at when there was something to say: what was said before they went is told with the hand-over
 */
export const toldFor = (
  there: WhoIsThere,
  person: PersonId,
  at?: Instant,
  otherwise = presentHolders(there, "missing-coordinator")
): ReadonlyArray<PersonId> => {
  const acting = there.acting(person)
  if (acting._tag === "Themselves") return [person]
  if (at !== undefined && at < startOfLondonDay(acting.away.from)) return [person]
  return [...new Set([person, ...(acting._tag === "Cover" ? [acting.person] : otherwise)])]
}

/** Everybody to be told who holds a role, with the covers of those who are away, each once. */
export const presentHolders = (there: WhoIsThere, role: RoleTold): ReadonlyArray<PersonId> => [
  ...new Set(there.holders[role].flatMap((person) => standIn(there, person) ?? []))
]

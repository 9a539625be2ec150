import { People } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { type ActingPerson, type Availability, actingFor } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { Availabilities, type PersonAvailability } from "@safe-return/journal"
import { Effect } from "effect"
import { dueClock } from "../clocks/dueClock.ts"
import { OutsideSlack } from "../notify/OutsideSlack.ts"
import { Reachability } from "./Reachability.ts"
import { escalationRoles, type Roster } from "./Roster.ts"
import { readDuty } from "./readDuty.ts"

const awayNow = (known: ReadonlyMap<PersonId, Availability>, now: Instant): ReadonlyMap<PersonId, ActingPerson> => {
  const gone = [...known].filter(([, { away }]) => away.length > 0)
  const acting = gone.map(([person]) => [person, actingFor(person, now, (holder) => known.get(holder))] as const)
  return new Map(acting.filter(([, { _tag }]) => _tag !== "Themselves"))
}

/** Who holds and covers the roles, who is unreachable, and the ways out of Slack; the same object until it changes. */
export const rosterReader = Effect.gen(function* () {
  const people = yield* People
  const outside = yield* OutsideSlack
  const tellable = yield* Reachability
  const dueNow = yield* dueClock
  const duty = yield* readDuty
  let before: { readonly words: string; readonly there: Roster } | undefined

  return Effect.fnUntraced(function* (known: ReadonlyMap<PersonId, Availability>) {
    const held = yield* Effect.forEach(escalationRoles, (role) =>
      Effect.map(role === "out-of-hours-duty" ? duty : people.holdersOf(role), (holders) => [role, holders] as const)
    )
    const beside = {
      mash: yield* people.holdersOf("mash"),
      worker: yield* people.holdersOf("worker"),
      interviewer: yield* people.holdersOf("interviewer")
    }
    const away = awayNow(known, yield* dueNow)
    const notTold = yield* tellable.notTold
    const words = JSON.stringify([held, beside, [...away], [...notTold.keys()]])
    if (before?.words === words) return before.there
    const there: Roster = {
      holders: Object.fromEntries(held) as Roster["holders"],
      beside,
      acting: (person) => away.get(person) ?? { _tag: "Themselves" },
      canBeTold: (person) => !notTold.has(person),
      addresses: (role, way) => outside.addresses(role, way).length
    }
    before = { words, there }
    return there
  })
})

/** The same with who is away read each time. */
export const readRoster = Effect.gen(function* () {
  const availabilities = yield* Availabilities
  const roster = yield* rosterReader
  // Nobody is passed over because it could not be read who is away: they are told themselves.
  const known = Effect.catch(availabilities.all, (failed) =>
    Effect.as(Effect.logError("Who is away could not be read", failed), new Map<PersonId, PersonAvailability>())
  )
  return Effect.flatMap(known, roster)
})

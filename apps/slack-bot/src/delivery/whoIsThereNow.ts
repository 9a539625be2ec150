import { Instant } from "@safe-return/domain/calendar"
import type { PersonId } from "@safe-return/domain/pathway"
import { whoActsFor } from "@safe-return/domain/telling"
import { Availabilities, type PersonAvailability } from "@safe-return/journal"
import { Clock, Effect } from "effect"
import { OutsideSlack } from "../notify/OutsideSlack.ts"
import { People } from "../people/People.ts"
import { Tellable } from "../people/Tellable.ts"
import { nobodyElse, type RoleTold, type WhoIsThere } from "./WhoIsThere.ts"

const roles = Object.keys(nobodyElse.holders) as ReadonlyArray<RoleTold>

/** Who holds the roles that are told, who acts for whom, and by which ways out of Slack people can be told. */
export const whoIsThereNow = Effect.gen(function* () {
  const people = yield* People
  const outside = yield* OutsideSlack
  const availabilities = yield* Availabilities
  const tellable = yield* Tellable
  const held = yield* Effect.forEach(roles, (role) =>
    Effect.map(people.holdersOf(role), (holders) => [role, holders] as const)
  )
  // Nobody is passed over because it could not be read who is away: they are told themselves.
  const known = yield* Effect.catch(availabilities.all, (failed) =>
    Effect.as(Effect.logError("Who is away could not be read", failed), new Map<PersonId, PersonAvailability>())
  )
  const notTold = yield* tellable.notTold
  const now = Instant(yield* Clock.currentTimeMillis)
  const there: WhoIsThere = {
    holders: Object.fromEntries(held) as WhoIsThere["holders"],
    acting: (person) => whoActsFor(person, now, (somebody) => known.get(somebody)),
    canBeTold: (person) => !notTold.has(person),
    addresses: (role, way) => outside.addresses(role, way).length
  }
  return there
})

/** What it takes to know who is there. */
export type WhoIsThereNow = Effect.Services<typeof whoIsThereNow>

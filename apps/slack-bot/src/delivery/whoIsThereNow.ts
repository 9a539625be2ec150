import { Effect } from "effect"
import { OutsideSlack } from "../notify/OutsideSlack.ts"
import { People } from "../people/People.ts"
import { nobodyElse, type RoleTold, type WhoIsThere } from "./WhoIsThere.ts"

const roles = Object.keys(nobodyElse.holders) as ReadonlyArray<RoleTold>

/** Who holds the roles that are told, and by which ways out of Slack they can be. */
export const whoIsThereNow = Effect.gen(function* () {
  const people = yield* People
  const outside = yield* OutsideSlack
  const held = yield* Effect.forEach(roles, (role) =>
    Effect.map(people.holdersOf(role), (holders) => [role, holders] as const)
  )
  const there: WhoIsThere = {
    holders: Object.fromEntries(held) as WhoIsThere["holders"],
    acting: nobodyElse.acting,
    addresses: (role, way) => outside.addresses(role, way).length
  }
  return there
})

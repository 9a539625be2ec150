import type { Instant } from "@safe-return/domain/calendar"
import { Effect } from "effect"
import { People } from "../people/People.ts"
import { nobodyElse, type RoleTold, type WhoIsThere } from "./WhoIsThere.ts"

const roles = Object.keys(nobodyElse.holders) as ReadonlyArray<RoleTold>

/** Who holds the roles that are told, and who acts for whom today. */
export const whoIsThereNow = Effect.fn("whoIsThereNow")(function* (_: Instant) {
  const people = yield* People
  const held = yield* Effect.forEach(roles, (role) =>
    Effect.map(people.holdersOf(role), (holders) => [role, holders] as const)
  )
  const there: WhoIsThere = { ...nobodyElse, holders: Object.fromEntries(held) as WhoIsThere["holders"] }
  return there
})

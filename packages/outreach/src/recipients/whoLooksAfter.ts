import type { People, Role } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"

/** The holders of a role who are full members: what the bot sends of itself goes to no guest. */
export const fullMembers = (people: People["Service"], role: Role): Effect.Effect<ReadonlyArray<PersonId>> =>
  Effect.flatMap(people.holdersOf(role), (named) =>
    Effect.filter(named, (person) => Effect.map(people.rolesOf(person), (held) => held.has(role)))
  )

/** Who runs the pathway, or the next role where none of them is there to be told. */
const runsThePathway: ReadonlyArray<Role> = [
  "team-manager",
  "missing-coordinator",
  "head-of-service",
  "mash",
  "out-of-hours-duty"
]

/** Who is told when something of the bot's goes wrong: those who look after it, and those who run the pathway with it. */
export const whoLooksAfter = Effect.fnUntraced(function* (people: People["Service"]) {
  const administrators = yield* fullMembers(people, "administrator")
  for (const role of runsThePathway) {
    const managers = yield* fullMembers(people, role)
    if (managers.length > 0) return { administrators, managers }
  }
  const none: ReadonlyArray<PersonId> = []
  return { administrators, managers: none }
})

import { type DecidingPerson, keptFromOf, mayDecideOn, People, type Role } from "@safe-return/casework"
import type { ChildReference, ChildState, PersonId } from "@safe-return/domain/pathway"
import type { Firing } from "@safe-return/domain/risk"
import { Effect } from "effect"
import { coveredBy } from "./coveredBy.ts"
import { workersOf } from "./workersOf.ts"

/** Whether this person may decide on a trigger of this child, as things stand now. */
export const mayDecideAs = Effect.fn("mayDecideAs")(function* (
  child: ChildReference,
  state: ChildState,
  person: PersonId
) {
  const people = yield* People
  const roles = yield* people.rolesOf(person)
  const workers = yield* workersOf(child, state)
  const covered = yield* coveredBy(person)
  const deciding: Omit<DecidingPerson, "keptFrom"> = {
    person,
    holds: (role: Role) => roles.has(role),
    actsFor: workers.filter((worker) => worker === person || covered.has(worker)),
    isAllocated: workers.length > 0
  }
  return (firing: Firing): boolean => mayDecideOn(firing, { ...deciding, keptFrom: keptFromOf(state, firing) })
})

import { People, type Permission, rolesOnUnallocated } from "@safe-return/casework"
import { allocatedWorkers, type ChildReference, latestEpisode, type PersonId } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { allocatedWorkerOf, findChild } from "./findCase.ts"

/** Whether a case is open to a person because it has no allocated worker. */
export const isUnallocatedCase = Effect.fn("isUnallocatedCase")(function* (
  typed: ChildReference,
  person: PersonId,
  permission: Permission
) {
  const open = rolesOnUnallocated(permission)
  if (open.length === 0) return false
  const people = yield* People
  const roles = yield* people.rolesOf(person)
  if (!open.some((role) => roles.has(role))) return false
  return yield* findChild(typed).pipe(
    Effect.flatMap(({ child, state }) =>
      Effect.map(
        allocatedWorkerOf(child),
        (worker) =>
          worker === undefined &&
          Option.match(latestEpisode(state), {
            onNone: () => false,
            onSome: (episode) => allocatedWorkers(episode).length === 0
          })
      )
    ),
    Effect.catchTag(["AmbiguousReference", "UnknownReference"], () => Effect.succeed(false))
  )
})

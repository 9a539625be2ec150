import { People, type Permission, rolesOnKept } from "@safe-return/casework"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { findChild } from "./findCase.ts"

/** Whether a case is open to a person because another was left out of what an interview brought out. */
export const isKeptCase = Effect.fn("isKeptCase")(function* (
  typed: ChildReference,
  person: PersonId,
  permission: Permission
) {
  const open = rolesOnKept(permission)
  if (open.length === 0) return false
  const people = yield* People
  const roles = yield* people.rolesOf(person)
  if (!open.some((role) => roles.has(role))) return false
  return yield* findChild(typed).pipe(
    Effect.map(({ state }) => state.interviews.some(({ keptFrom = [] }) => keptFrom.length > 0)),
    Effect.catchTag(["AmbiguousReference", "UnknownReference"], () => Effect.succeed(false))
  )
})

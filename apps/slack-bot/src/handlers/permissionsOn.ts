import { People, type Permission, permissions, type Role, reachOf } from "@safe-return/casework"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { isGivenCase } from "./isGivenCase.ts"
import { isKeptCase } from "./isKeptCase.ts"
import { isOwnCase } from "./isOwnCase.ts"
import { isUnallocatedCase } from "./isUnallocatedCase.ts"

export interface Reader {
  readonly person: PersonId
  readonly roles: ReadonlySet<Role>
}

/** As a button asks once it is pressed, by roles as they are known now. */
export const mayDo = Effect.fnUntraced(function* (
  permission: Permission,
  child: Option.Option<ChildReference>,
  { person, roles }: Reader
) {
  const reach = reachOf(roles, permission)
  if (reach === "any" || reach === "none") return reach === "any"
  if (permission === "change-availability") return true
  if (Option.isNone(child)) return false
  return (
    (reach === "own" && (yield* isOwnCase(child.value, person, permission))) ||
    (yield* isGivenCase(child.value, person, permission)) ||
    (yield* isUnallocatedCase(child.value, person, permission)) ||
    (yield* isKeptCase(child.value, person, permission))
  )
})

/** All that a person may do about a child, as things stand now. */
export const permissionsOn = Effect.fn("permissionsOn")(function* (child: ChildReference, person: PersonId) {
  const reader = { person, roles: yield* (yield* People).rolesOf(person) }
  return new Set(yield* Effect.filter(permissions, (permission) => mayDo(permission, Option.some(child), reader)))
})

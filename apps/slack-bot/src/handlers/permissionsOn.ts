import {
  isClosedToLeftOut,
  isLeftOutOf,
  People,
  type Permission,
  permissions,
  type Reach,
  type Role,
  reachOf
} from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import type { ChildReference, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import type { Asked } from "./Asked.ts"
import { findChild } from "./findCase.ts"
import { isGivenCase } from "./isGivenCase.ts"
import { isKeptCase } from "./isKeptCase.ts"
import { isOwnCase } from "./isOwnCase.ts"
import { isUnallocatedCase } from "./isUnallocatedCase.ts"

/** Whether a case is open to a person as things stand now, as far as a role of this reach opens it. */
export const mayOn = Effect.fnUntraced(function* (
  reach: Reach,
  permission: Permission,
  asked: Asked,
  person: PersonId
) {
  if (reach === "any" || reach === "none") return reach === "any"
  return (
    (reach === "own" && (yield* isOwnCase(asked, person, permission))) ||
    (yield* isGivenCase(asked, person, permission)) ||
    (yield* isUnallocatedCase(asked.child, person, permission)) ||
    (yield* isKeptCase(asked.child, person, permission))
  )
})

/** Whether what they may is closed to them, because they were left out of what the interview brought out. */
const isClosed = (permission: Permission, { child, episodeId }: Asked, person: PersonId) =>
  isClosedToLeftOut(permission)
    ? findChild(child).pipe(
        Effect.map(({ state }) => isLeftOutOf(state, person, episodeId)),
        Effect.catchTag(["AmbiguousReference", "UnknownReference"], () => Effect.succeed(false))
      )
    : Effect.succeed(false)

export interface Reader {
  readonly person: PersonId
  readonly roles: ReadonlySet<Role>
}

/** As a button asks once it is pressed, by roles as they are known now. */
export const mayDo = Effect.fnUntraced(function* (
  permission: Permission,
  asked: Option.Option<Asked>,
  { person, roles }: Reader
) {
  const reach = reachOf(roles, permission)
  if (permission === "change-availability") return reach !== "none"
  if (Option.isNone(asked) || reach === "none") return reach === "any"
  if (yield* isClosed(permission, asked.value, person)) return false
  return yield* mayOn(reach, permission, asked.value, person)
})

/** All that a person may do about a child, as things stand now. */
export const permissionsOn = Effect.fn("permissionsOn")(function* (
  child: ChildReference,
  episodeId: EpisodeId | undefined,
  person: PersonId
) {
  const reader = { person, roles: yield* (yield* People).rolesOf(person) }
  const asked = Option.some({ child, ...definedFields({ episodeId }) })
  return new Set(yield* Effect.filter(permissions, (permission) => mayDo(permission, asked, reader)))
})

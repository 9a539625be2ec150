import { People, type Permission, permissions, type Reach, type Role, reachOf } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import type { ChildReference, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import type { CaseLink } from "../blocks/caseLink.ts"
import { isGivenCase } from "./isGivenCase.ts"
import { isKeptCase } from "./isKeptCase.ts"
import { isOwnCase } from "./isOwnCase.ts"
import { isUnallocatedCase } from "./isUnallocatedCase.ts"

/** What a permission is asked about: a child, and which of their episodes, where that is known. */
export type Asked = Pick<CaseLink, "child"> & Partial<Pick<CaseLink, "episodeId">>

/** Whether a case is open to a person whichever of its episodes it is about. */
export const mayOnChild = Effect.fnUntraced(function* (
  reach: Reach,
  permission: Permission,
  child: ChildReference,
  person: PersonId
) {
  if (reach === "any" || reach === "none") return reach === "any"
  return (
    (reach === "own" && (yield* isOwnCase(child, person, permission))) ||
    (yield* isUnallocatedCase(child, person, permission)) ||
    (yield* isKeptCase(child, person, permission))
  )
})

/** Whether it is open to them as things stand now, or because the interview was given to them. */
export const mayOn = Effect.fnUntraced(function* (
  reach: Reach,
  permission: Permission,
  asked: Asked,
  person: PersonId
) {
  return (yield* mayOnChild(reach, permission, asked.child, person)) || (yield* isGivenCase(asked, person, permission))
})

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
  if (reach === "any" || reach === "none") return reach === "any"
  if (permission === "change-availability") return true
  return Option.isSome(asked) && (yield* mayOn(reach, permission, asked.value, person))
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

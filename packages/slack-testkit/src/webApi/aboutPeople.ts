import { type JsonObject, textOr } from "../json.ts"
import { type Member, profileOf, teamId, userObject } from "../members.ts"
import type { UserGroup } from "../options.ts"

/** `users.*` about people: the emulator knows no guests, strangers or deactivated accounts. */
export const answerAboutUsers = (
  members: ReadonlyArray<Member>,
  method: string,
  params: JsonObject,
  by: string
): JsonObject | undefined => {
  const named = (id: string) => members.find((candidate) => candidate.id === id)
  switch (method) {
    case "users.list": {
      // People of other workspaces are met in shared channels only; they are in nobody's list.
      const own = members.filter((member) => member.kind !== "stranger")
      return { ok: true, members: own.map(userObject), response_metadata: { next_cursor: "" } }
    }
    case "users.info": {
      const member = named(textOr(params["user"], ""))
      return member === undefined ? { ok: false, error: "user_not_found" } : { ok: true, user: userObject(member) }
    }
    case "users.profile.get": {
      const member = named(textOr(params["user"], by))
      return member === undefined ? { ok: false, error: "user_not_found" } : { ok: true, profile: profileOf(member) }
    }
    case "users.lookupByEmail": {
      const email = textOr(params["email"], "").toLowerCase()
      const member = members.find((candidate) => !candidate.deleted && candidate.email?.toLowerCase() === email)
      return member === undefined ? { ok: false, error: "users_not_found" } : { ok: true, user: userObject(member) }
    }
    default:
      return undefined
  }
}

/** `usergroups.list` and `usergroups.users.list`, which the emulator does not have. */
const isTrue = (value: unknown) => value === true || value === "true" || value === 1 || value === "1"

const groupObject = (group: UserGroup, withUsers: boolean): JsonObject => ({
  id: group.id,
  team_id: teamId,
  is_usergroup: true,
  is_subteam: true,
  is_external: false,
  name: group.name,
  handle: group.handle,
  description: "",
  date_delete: group.disabled === true ? 1 : 0,
  prefs: { channels: [], groups: [] },
  user_count: group.members.length,
  ...(withUsers ? { users: group.members } : {})
})

export const answerAboutGroups = (
  groups: ReadonlyArray<UserGroup>,
  method: string,
  params: JsonObject
): JsonObject | undefined => {
  const showsDisabled = isTrue(params["include_disabled"])
  const shown = groups.filter((group) => showsDisabled || group.disabled !== true)
  if (method === "usergroups.list") {
    return { ok: true, usergroups: shown.map((group) => groupObject(group, isTrue(params["include_users"]))) }
  }
  if (method !== "usergroups.users.list") return undefined
  const group = shown.find((candidate) => candidate.id === textOr(params["usergroup"], ""))
  return group === undefined ? { ok: false, error: "no_such_subteam" } : { ok: true, users: group.members }
}

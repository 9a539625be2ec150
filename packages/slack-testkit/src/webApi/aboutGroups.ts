/** `usergroups.list` and `usergroups.users.list`, which the emulator does not have. */
import { type JsonObject, textOr } from "../json.ts"
import { teamId } from "../members.ts"
import type { UserGroup } from "../options.ts"

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

/** `users.info`, `users.list`: the emulator knows no guests, strangers or deactivated accounts. */
import { type JsonObject, textOr } from "../json.ts"
import { type Member, userObject } from "../members.ts"

export const answerAboutUsers = (
  members: ReadonlyArray<Member>,
  method: string,
  params: JsonObject
): JsonObject | undefined => {
  if (method === "users.list") {
    // People of other workspaces are met in shared channels only; they are in nobody's list.
    const own = members.filter((member) => member.kind !== "stranger")
    return { ok: true, members: own.map(userObject), response_metadata: { next_cursor: "" } }
  }
  if (method !== "users.info") return undefined
  const member = members.find((candidate) => candidate.id === textOr(params["user"], ""))
  return member === undefined ? { ok: false, error: "user_not_found" } : { ok: true, user: userObject(member) }
}

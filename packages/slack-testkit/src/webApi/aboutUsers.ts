/** `users.*` about people: the emulator knows no guests, strangers or deactivated accounts. */
import { type JsonObject, textOr } from "../json.ts"
import { type Member, profileOf, userObject } from "../members.ts"

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

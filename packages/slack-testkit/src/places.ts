/** Where something happens, as Slack tells an app: only public channels give their name. */
import type { Place } from "./app/payloads.ts"
import { isObject, type JsonObject, textOr } from "./json.ts"

export const placeOf = async (
  person: { readonly call: (method: string, params: JsonObject) => Promise<JsonObject> },
  channel: string
): Promise<Place> => {
  const { channel: info } = await person.call("conversations.info", { channel })
  if (!isObject(info)) return { id: channel, name: "privategroup" }
  if (info["is_im"] === true) return { id: channel, name: "directmessage" }
  return { id: channel, name: info["is_private"] === true ? "privategroup" : textOr(info["name"], "") }
}

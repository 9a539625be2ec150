/** Where something happens, as Slack tells an app: only public channels give their name. */
import { isObject, textOr } from "./json.ts"
import type { NamedConversation } from "./surface.ts"
import type { WebApi } from "./webApi/WebApi.ts"

export const namedConversation = async (api: WebApi, user: string, channel: string): Promise<NamedConversation> => {
  const { channel: info } = await api.call(user, "conversations.info", { channel })
  if (!isObject(info)) return { id: channel, name: "privategroup" }
  if (info["is_im"] === true) return { id: channel, name: "directmessage" }
  return { id: channel, name: info["is_private"] === true ? "privategroup" : textOr(info["name"], "") }
}

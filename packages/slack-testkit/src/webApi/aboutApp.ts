/** `bots.info` with all that Slack says of the app's bot, and `api.test`, which says back what it is given. */
import { type JsonObject, textOr } from "../json.ts"
import type { AppIdentity } from "../options.ts"

export const answerAboutApp = (app: AppIdentity, method: string, params: JsonObject): JsonObject | undefined => {
  if (method === "api.test") {
    const error = textOr(params["error"], "")
    return { ok: error === "", ...(error === "" ? {} : { error }), args: params }
  }
  if (method !== "bots.info") return undefined
  if (textOr(params["bot"], app.botId) !== app.botId) return { ok: false, error: "bot_not_found" }
  const bot = { id: app.botId, app_id: app.id, user_id: app.botUserId, name: app.name, deleted: false, updated: 0 }
  return { ok: true, bot }
}

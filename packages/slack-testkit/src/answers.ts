/** What an app says in answer to a command or through a response URL, shown where it belongs. */
import type { EphemeralMessage } from "./Ephemerals.ts"
import { type JsonObject, objectsOf, parsed, textOr } from "./json.ts"
import type { AnswerTo } from "./ResponseUrls.ts"
import type { WorkspaceParts } from "./WorkspaceParts.ts"

const isTrue = (value: unknown) => value === true || value === "true"

const says = (answer: JsonObject): boolean =>
  textOr(answer["text"], "") !== "" || objectsOf(parsed(answer["blocks"])).length > 0

/** Shows, replaces or deletes as the answer asks; the error code of the Web API when that is refused. */
export const applyAnswer = async (
  parts: WorkspaceParts,
  to: AnswerTo,
  answer: JsonObject
): Promise<string | undefined> => {
  const { api, app, ephemerals, timestamps } = parts
  const callAsApp = async (method: string, params: JsonObject) => {
    const done = await api.call(app.botUserId, method, params)
    return done["ok"] === true ? undefined : textOr(done["error"], "internal_error")
  }
  const { response_type: responseType, replace_original: replaces, delete_original: deletes, ...content } = answer
  const { message } = to
  if (isTrue(deletes) && message !== undefined) {
    if (!message.isEphemeral) return callAsApp("chat.delete", { channel: to.channel, ts: message.ts })
    ephemerals.remove(to.user, message.ts)
    return undefined
  }
  if (!says(answer)) return "no_text"
  if (isTrue(replaces) && message !== undefined) {
    if (!message.isEphemeral) return callAsApp("chat.update", { ...content, channel: to.channel, ts: message.ts })
    ephemerals.replace(to.user, message.ts, content)
    return undefined
  }
  if (responseType === "in_channel") return callAsApp("chat.postMessage", { ...content, channel: to.channel })
  const place: Pick<EphemeralMessage, "ts" | "channel" | "user"> = {
    ts: timestamps.next(),
    channel: to.channel,
    user: app.botUserId
  }
  const inThread = message?.threadTs === undefined ? {} : { thread_ts: message.threadTs }
  ephemerals.show(to.user, place, { ...inThread, ...content })
  return undefined
}

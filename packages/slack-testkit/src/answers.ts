/** What an app says in answer to a command or through a response URL, shown where it belongs. */
import { checkMessage } from "./blockKit/checkMessage.ts"
import { refusalOf } from "./blockKit/Problem.ts"
import type { EphemeralMessage } from "./Ephemerals.ts"
import type { JsonObject } from "./json.ts"
import type { AnswerTo } from "./ResponseUrls.ts"
import type { WorkspaceParts } from "./WorkspaceParts.ts"

const isTrue = (value: unknown) => value === true || value === "true"

/** Shows, replaces or deletes as the answer asks; the Web API's answer when that is refused. */
export const applyAnswer = async (
  parts: WorkspaceParts,
  to: AnswerTo,
  answer: JsonObject
): Promise<JsonObject | undefined> => {
  const { api, app, ephemerals, timestamps } = parts
  const callAsApp = async (method: string, params: JsonObject) => {
    const done = await api.call(app.botUserId, method, params)
    return done["ok"] === true ? undefined : done
  }
  const { response_type: responseType, replace_original: replaces, delete_original: deletes, ...content } = answer
  const { message } = to
  if (isTrue(deletes) && message !== undefined) {
    if (!message.isEphemeral) return callAsApp("chat.delete", { channel: to.channel, ts: message.ts })
    ephemerals.remove(to.user, message.ts)
    return undefined
  }
  const unfit = refusalOf(checkMessage(content))
  if (unfit !== undefined) return unfit
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

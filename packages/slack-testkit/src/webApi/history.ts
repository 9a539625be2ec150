/**
 * `conversations.history` and `conversations.replies` with what the emulator leaves out: `oldest`, `latest`,
 * `inclusive`, and `metadata` only for those who ask for it.
 */
import { type JsonObject, objectsOf, textOr } from "../json.ts"

type Ask = (params: JsonObject) => Promise<{ readonly answer: JsonObject }>

const isTrue = (value: unknown) => value === true || value === "true" || value === 1 || value === "1"

/**
 * The messages from the newest on, by asking the emulator page after page until there are enough; it names a page by its
 * first message. Reading all of a long channel for each page of it would make a test of a busy month mostly that.
 */
const messagesUntil = async (
  params: JsonObject,
  atOnce: number,
  isEnough: (messages: ReadonlyArray<JsonObject>) => boolean,
  ask: Ask
): Promise<JsonObject | ReadonlyArray<JsonObject>> => {
  const messages: Array<JsonObject> = []
  let cursor = ""
  do {
    const { answer } = await ask({ ...params, limit: Math.min(1000, atOnce), cursor })
    if (answer["ok"] !== true) return answer
    messages.push(...objectsOf(answer["messages"]))
    const metadata = answer["response_metadata"] as JsonObject | undefined
    cursor = textOr(metadata?.["next_cursor"], "")
  } while (cursor !== "" && !isEnough(messages))
  return messages
}

const seconds = (ts: unknown, otherwise: number) => (ts === undefined || ts === "" ? otherwise : Number(ts))

export const pageOfHistory = async (method: string, params: JsonObject, ask: Ask): Promise<JsonObject> => {
  const { cursor: asked, limit, oldest, latest, inclusive, include_all_metadata: withMetadata, ...where } = params
  const from = seconds(oldest, 0)
  const until = seconds(latest, Number.POSITIVE_INFINITY)
  const within = (ts: number) => (isTrue(inclusive) ? ts >= from && ts <= until : ts > from && ts < until)
  const isParent = (message: JsonObject) => method === "conversations.replies" && message["ts"] === params["ts"]
  const wanted = (message: JsonObject) => isParent(message) || within(Number(message["ts"]))
  const size = Math.min(Number(limit) || 100, 999)
  const start = Number(textOr(asked, "").replace("from:", "")) || 0
  // One more than the page tells whether there is another.
  const most = start + size + 1
  const isEnough = (read: ReadonlyArray<JsonObject>) => read.filter(wanted).length >= most
  const read = await messagesUntil(where, most, isEnough, ask)
  if (!Array.isArray(read)) return read as JsonObject
  if (method === "conversations.replies" && read.length === 0) return { ok: false, error: "thread_not_found" }

  const messages = read.filter(wanted)
  const page = messages.slice(start, start + size)
  const hasMore = start + size < messages.length
  return {
    ok: true,
    messages: isTrue(withMetadata) ? page : page.map(({ metadata: _, ...message }) => message),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? `from:${start + size}` : "" }
  }
}

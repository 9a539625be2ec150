/** Histories with what the emulator leaves out: `oldest`, `latest`, `inclusive`, a thread's pages, `metadata`. */
import { type JsonObject, objectsOf, textOr } from "../json.ts"

type Ask = (params: JsonObject) => Promise<{ readonly answer: JsonObject }>

interface Page {
  readonly messages: ReadonlyArray<JsonObject>
  /** Where the next one begins; empty after the last. */
  readonly next: string
}

interface Asked {
  readonly where: JsonObject
  readonly cursor: string
  readonly size: number
  /** What is older is not asked for. */
  readonly from: number
  readonly isWanted: (message: JsonObject) => boolean
}

const isTrue = (value: unknown) => value === true || value === "true" || value === 1 || value === "1"

/** The newest first from the cursor on, so that the hundredth page takes no longer than the first. */
const pageOfChannel = async ({ where, cursor, size, from, isWanted }: Asked, ask: Ask): Promise<JsonObject | Page> => {
  const messages: Array<JsonObject> = []
  let next = cursor
  while (true) {
    // One more than the page tells whether there is another.
    const { answer } = await ask({ ...where, limit: size + 1 - messages.length, cursor: next })
    if (answer["ok"] !== true) return answer
    const read = objectsOf(answer["messages"])
    messages.push(...read.filter(isWanted))
    const following = messages[size]
    if (following !== undefined) return { messages: messages.slice(0, size), next: textOr(following["ts"], "") }
    next = textOr((answer["response_metadata"] as JsonObject | undefined)?.["next_cursor"], "")
    if (next === "" || read.some(({ ts }) => Number(ts) < from)) return { messages, next: "" }
  }
}

/** Oldest first; the emulator gives a thread whole. */
const pageOfThread = async ({ where, cursor, size, isWanted }: Asked, ask: Ask): Promise<JsonObject | Page> => {
  const { answer } = await ask(where)
  if (answer["ok"] !== true) return answer
  const thread = objectsOf(answer["messages"])
  if (thread.length === 0) return { ok: false, error: "thread_not_found" }
  const messages = thread.filter(isWanted)
  const start = Number(cursor.replace("from:", "")) || 0
  const end = start + size
  return { messages: messages.slice(start, end), next: end < messages.length ? `from:${end}` : "" }
}

const isPage = (page: JsonObject | Page): page is Page => !("ok" in page)

const seconds = (ts: unknown, otherwise: number) => (ts === undefined || ts === "" ? otherwise : Number(ts))

export const pageOfHistory = async (method: string, params: JsonObject, ask: Ask): Promise<JsonObject> => {
  const { cursor, limit, oldest, latest, inclusive, include_all_metadata: withMetadata, ...where } = params
  const isThread = method === "conversations.replies"
  const from = seconds(oldest, 0)
  const until = seconds(latest, Number.POSITIVE_INFINITY)
  const within = (ts: number) => (isTrue(inclusive) ? ts >= from && ts <= until : ts > from && ts < until)
  const isParent = (message: JsonObject) => isThread && message["ts"] === params["ts"]
  const page = await (isThread ? pageOfThread : pageOfChannel)(
    {
      where,
      cursor: textOr(cursor, ""),
      size: Math.min(Number(limit) || 100, 999),
      from,
      isWanted: (message) => isParent(message) || within(Number(message["ts"]))
    },
    ask
  )
  if (!isPage(page)) return page
  const { messages, next } = page
  return {
    ok: true,
    messages: isTrue(withMetadata) ? messages : messages.map(({ metadata: _, ...message }) => message),
    has_more: next !== "",
    response_metadata: { next_cursor: next }
  }
}

/** Every message of the bot that Slack took: what people saw, whether or not the bot heard of it. */
import { Instant } from "@safe-return/domain/calendar"
import type { AppCall, SlackWorkspace } from "@safe-return/slack-testkit"
import { textOf } from "./slackReading.ts"

export interface PostedMessage {
  readonly at: Instant
  readonly channel: string
  readonly ts: string
  readonly threadTs?: string
  readonly text: string
  /** Which message it is, for good, by what the bot hid in it: a key, among those about one child or the team. */
  readonly about: string
  readonly key: string
}

const parsed = (value: unknown) => (typeof value === "string" ? JSON.parse(value) : value)

const asPosted = ({ params, answer }: AppCall): PostedMessage => {
  const payload = parsed(params["metadata"])?.event_payload
  const threadTs = params["thread_ts"]
  return {
    at: Instant(Math.round(Number(answer["ts"]) * 1000)),
    ts: String(answer["ts"]),
    channel: String(answer["channel"]),
    ...(typeof threadTs === "string" ? { threadTs } : {}),
    text: textOf({ text: params["text"], blocks: parsed(params["blocks"]) }),
    about: String(payload?.about),
    key: String(payload?.key)
  }
}

/** An alert to an account that Slack has not named: it says nothing of the case until it is changed. */
const isWithheld = ({ text }: PostedMessage): boolean => text.includes("What it says is shown here once Slack says")

const OPEN = ":open"
const OVER = ":over"

const isIncident = ({ key }: PostedMessage): boolean => key.startsWith("incident:")

interface Occurrence {
  readonly number: number
  /** The timestamps of its messages that do not yet say that it is over. */
  readonly open: Set<string>
}

/** An incident that comes again after it was over is another one, though its messages have the same key. */
const asOccurrence = (message: PostedMessage, occurrences: Map<string, Occurrence>): PostedMessage => {
  const name = `${message.channel} ${message.key}`
  const before = occurrences.get(name)
  const isAnother = before === undefined || before.open.size === 0
  const occurrence = isAnother ? { number: (before?.number ?? 0) + 1, open: new Set<string>() } : before
  occurrences.set(name, occurrence)
  occurrence.open.add(message.ts)
  return { ...message, key: `${message.key} ${occurrence.number}` }
}

/**
 * Gathered as they are posted, because the workspace remembers only the last calls, and reading thousands of threads
 * afterwards takes a quarter of an hour.
 *
 * @param asked told of every call of the bot, whatever became of it
 */
export const postedMessages = (workspace: SlackWorkspace, asked: () => void = () => {}) => {
  const posted: Array<PostedMessage> = []
  const seen = new WeakSet<object>()
  const places = new Map<string, number>()
  const occurrences = new Map<string, Occurrence>()
  const add = (message: PostedMessage) => {
    places.set(`${message.channel} ${message.ts}`, posted.length)
    posted.push(isIncident(message) ? asOccurrence(message, occurrences) : message)
  }
  const change = (shown: PostedMessage) => {
    const index = places.get(`${shown.channel} ${shown.ts}`)
    const message = index === undefined ? undefined : posted[index]
    if (index === undefined || message === undefined) return
    if (isWithheld(message)) posted[index] = { ...message, text: shown.text }
    if (isIncident(shown) && shown.key.endsWith(OVER)) {
      occurrences.get(`${shown.channel} ${shown.key.replace(OVER, OPEN)}`)?.open.delete(shown.ts)
    }
  }
  const collect = () => {
    const { calls } = workspace
    for (const call of calls.slice(calls.findLastIndex((one) => seen.has(one)) + 1)) {
      seen.add(call)
      asked()
      if (call.answer["ok"] !== true) continue
      if (call.method === "chat.postMessage") add(asPosted(call))
      if (call.method === "chat.update") change(asPosted(call))
    }
  }
  workspace.onChange(() => setImmediate(collect))
  return { posted: posted as ReadonlyArray<PostedMessage>, collect }
}

/** Says of itself that it may be a repeat: the only kind that may come again. */
export const isMarked = ({ text }: PostedMessage): boolean =>
  text.includes("May have been sent before: it could not be recorded.")

/** The messages that Slack took more than once. */
export const postedTwice = (posted: ReadonlyArray<PostedMessage>): ReadonlyArray<string> => {
  const seen = new Set<string>()
  return posted
    .map(({ about, channel, key }) => `${about}: ${key} in ${channel}`)
    .filter((name) => seen.size === seen.add(name).size)
}

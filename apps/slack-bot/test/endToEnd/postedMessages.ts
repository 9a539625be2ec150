/** Every message of the bot that Slack took: what people saw, whether or not the bot heard of it. */
import { Instant } from "@safe-return/domain/calendar"
import type { AppCall, SlackWorkspace } from "@safe-return/slack-testkit"
import { textOf } from "./whatPeopleSee.ts"

export interface Posted {
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

const asPosted = ({ params, answer }: AppCall): Posted => {
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

/**
 * Gathered as they are posted, because the workspace remembers only the last calls, and reading thousands of threads
 * afterwards takes a quarter of an hour.
 *
 * @param asked told of every call of the bot, whatever became of it
 */
export const postedMessages = (workspace: SlackWorkspace, asked: () => void = () => {}) => {
  const posted: Array<Posted> = []
  const seen = new WeakSet<object>()
  const collect = () => {
    const { calls } = workspace
    for (const call of calls.slice(calls.findLastIndex((one) => seen.has(one)) + 1)) {
      seen.add(call)
      asked()
      if (call.method === "chat.postMessage" && call.answer["ok"] === true) posted.push(asPosted(call))
    }
  }
  workspace.onChange(() => setImmediate(collect))
  return { posted: posted as ReadonlyArray<Posted>, collect }
}

/** Says of itself that it may be a repeat: the only kind that may come again. */
export const isMarked = ({ text }: Posted): boolean =>
  text.includes("May have been sent before: it could not be recorded.")

/** The messages that Slack took more than once. */
export const postedTwice = (posted: ReadonlyArray<Posted>): ReadonlyArray<string> => {
  const seen = new Set<string>()
  return posted
    .map(({ about, channel, key }) => `${about}: ${key} in ${channel}`)
    .filter((name) => seen.size === seen.add(name).size)
}

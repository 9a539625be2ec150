/** The messages of a conversation or thread as one persona sees them. */

import { formatInstant, Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { EphemeralMessage, JsonObject, SlackWorkspace } from "@safe-return/slack-testkit"
import { Effect } from "effect"
import type { Conversation, Message } from "../../api.ts"
import { authorName } from "../authors.ts"
import type { Requester } from "../Requester.ts"

/** Slack's timestamps are made from the training clock, so that they tell training time. */
const at = (ts: string): string => formatInstant(Instant(Math.floor(Number(ts) * 1000)))

const posted = (workspace: SlackWorkspace, message: JsonObject): Message => {
  const ts = String(message["ts"])
  const threadTs = message["thread_ts"]
  return {
    ts,
    at: at(ts),
    author: authorName(workspace, String(message["user"])),
    text: String(message["text"] ?? ""),
    blocks: Array.isArray(message["blocks"]) ? message["blocks"] : [],
    ...(typeof threadTs === "string" ? { threadTs } : {}),
    replies: Number(message["reply_count"] ?? 0),
    edited: message["edited"] !== undefined,
    ephemeral: false
  }
}

const forOneOnly = (workspace: SlackWorkspace, message: EphemeralMessage): Message => ({
  ts: message.ts,
  at: at(message.ts),
  author: authorName(workspace, message.user),
  text: message.text,
  blocks: message.blocks,
  ...definedFields({ threadTs: message.threadTs }),
  replies: 0,
  edited: false,
  ephemeral: true
})

const inOrder = (a: Message, b: Message) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0)

/** Of one that the persona is in. A thread that is not there is an empty one: a reset may have taken it away. */
export const readConversation = Effect.fnUntraced(function* (
  { training, person }: Requester,
  id: string,
  thread?: string
) {
  const { workspace, clock, tour } = training
  const askedAt = clock.now()
  const messages = yield* Effect.promise(() => person.messages(id, thread))
  tour.reads.looked(person.id, id, askedAt, thread)
  const ephemerals = person.ephemerals.filter((message) => message.channel === id && message.threadTs === thread)
  const conversation: Conversation = {
    id,
    messages: [
      ...messages.map((message) => posted(workspace, message)),
      ...ephemerals.map((message) => forOneOnly(workspace, message))
    ].sort(inOrder)
  }
  return conversation
})

/** The acts on Slack outreach is made of: find a conversation, look for our own message, post, change. */

import { hash } from "node:crypto"
import type { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { PersonId } from "@safe-return/domain/pathway"
import { type Address, CLOCKS_APART, type MessageName } from "@safe-return/outreach"
import { Effect } from "effect"
import type { MessageContent, ShownBlock } from "../blocks/blocks.ts"
import { SlackApi, SlackFailed } from "./SlackApi.ts"
import { isBlockRefusal } from "./slackFaults.ts"

const EVENT_TYPE = "safe_return_delivery"

/** How many messages are looked through at a time. */
const PAGE = 200

/** Several people may be sent the very same. */
const fingerprints = new WeakMap<MessageContent, string>()

export const fingerprintOf = (content: MessageContent): string => {
  const known = fingerprints.get(content)
  if (known !== undefined) return known
  const fingerprint = hash("sha256", JSON.stringify(content))
  fingerprints.set(content, fingerprint)
  return fingerprint
}

const missingFrom = (method: string) => Effect.fail(new SlackFailed({ method, reason: "answer without an id" }))

/** The direct conversation with a person, opened if need be. */
export const directConversation = Effect.fn("directConversation")(function* (person: PersonId) {
  const slack = yield* SlackApi
  const { channel } = yield* slack.call("conversations.open", (client) => client.conversations.open({ users: person }))
  return channel?.id ?? (yield* missingFrom("conversations.open"))
})

interface FoundMessage {
  readonly ts?: string | undefined
  readonly metadata?: { readonly event_payload?: object | undefined } | undefined
}

interface Page {
  readonly messages: ReadonlyArray<FoundMessage>
  readonly next: string | undefined
}

interface Answer {
  readonly messages?: ReadonlyArray<FoundMessage>
  readonly response_metadata?: { readonly next_cursor?: string | undefined } | undefined
}

/** What a message of ours is called; of others' messages a part is not known. */
export const nameOf = ({ metadata }: FoundMessage) =>
  (metadata?.event_payload ?? {}) as { readonly [part in keyof MessageName]?: unknown }

const carries = (name: MessageName) => (message: FoundMessage) => {
  const { about, key } = nameOf(message)
  return key === name.key && about === name.about
}

/** Slack stamps the messages, and its clock may be behind ours. */
const isFrom = (since: Instant) => (message: FoundMessage) => Number(message.ts) * 1_000 >= since - CLOCKS_APART

/** Where a conversation or thread is read from at first. */
export const FIRST_PAGE = ""

/** A page of a conversation, newest first, or of a thread, oldest first, and where it goes on. */
export const readPage = Effect.fn("readPage")(function* ({ channel, threadTs }: Address, cursor: string) {
  const slack = yield* SlackApi
  const from = cursor === FIRST_PAGE ? {} : { cursor }
  const asked = { channel, limit: PAGE, include_all_metadata: true, ...from } as const
  const { messages = [], response_metadata } = (
    threadTs === undefined
      ? yield* slack.call("conversations.history", (client) => client.conversations.history(asked))
      : yield* slack.call("conversations.replies", (client) => client.conversations.replies({ ...asked, ts: threadTs }))
  ) as Answer
  // Slack ends with an empty cursor.
  const page: Page = { messages, next: response_metadata?.next_cursor || undefined }
  return page
})

/** Nothing on later pages can be as new; a thread begins with its oldest, so that says nothing of it. */
export const isReadBackTo = (since: Instant, { threadTs }: Address, messages: ReadonlyArray<FoundMessage>): boolean =>
  threadTs === undefined && !messages.every(isFrom(since))

/** The timestamp of our message with this name, other than `besides`: looked for back to when it could be there. */
export const findPosted = Effect.fn("findPosted")(function* (
  address: Address,
  name: MessageName,
  since: Instant,
  besides?: string
) {
  let cursor: string | undefined = FIRST_PAGE
  do {
    const { messages, next }: Page = yield* readPage(address, cursor)
    const found = messages.find((message) => carries(name)(message) && message.ts !== besides)
    if (found !== undefined) return found.ts
    cursor = isReadBackTo(since, address, messages) ? undefined : next
  } while (cursor !== undefined)
  return undefined
})

/** Our own messages of the newest page of a conversation, with the keys they go by. */
export const ourMessages = Effect.fn("ourMessages")(function* (channel: string, since: Instant) {
  const { messages } = yield* readPage({ channel }, FIRST_PAGE)
  return messages.filter(isFrom(since)).flatMap((message) => {
    const { key } = nameOf(message)
    return message.ts === undefined || typeof key !== "string" ? [] : [{ sent: message.ts, key }]
  })
})

const payload = (text: string, blocks: ReadonlyArray<ShownBlock>, { about, key }: MessageName) => ({
  text,
  blocks: [...blocks],
  metadata: { event_type: EVENT_TYPE, event_payload: { about, key } }
})

const isRefusedForBlocks = ({ reason }: SlackFailed): boolean => isBlockRefusal(reason)

/** With its charts and tables where the workspace takes them; refused for them, at once with less, and from then on. */
const asFarAsTaken = Effect.fnUntraced(function* <A>(
  content: MessageContent,
  name: MessageName,
  send: (shown: ReturnType<typeof payload>) => Effect.Effect<A, SlackFailed, SlackApi>
) {
  if (content.withTables === undefined && content.withCharts === undefined) {
    return yield* send(payload(content.text, content.blocks, name))
  }
  const { tables } = yield* SlackApi
  const choices = tables.choices(content)
  const attempt = (place: number): Effect.Effect<A, SlackFailed, SlackApi> => {
    const { shown, blocks } = choices[place] ?? { shown: "plain", blocks: content.blocks }
    const sent = Effect.tap(send(payload(content.text, blocks, name)), () => Effect.sync(() => tables.learn(shown)))
    return Effect.catchIf(sent, isRefusedForBlocks, (refused) => {
      if (place >= choices.length - 1) {
        tables.forget(choices)
        return Effect.fail(refused)
      }
      tables.refuse(shown)
      return attempt(place + 1)
    })
  }
  return yield* attempt(0)
})

export const post = Effect.fn("post")(function* (
  { channel, threadTs }: Address,
  name: MessageName,
  content: MessageContent
) {
  const slack = yield* SlackApi
  const thread = definedFields({ thread_ts: threadTs })
  const { ts } = yield* asFarAsTaken(content, name, (shown) =>
    slack.call(
      "chat.postMessage",
      (client) => client.chat.postMessage({ channel, ...thread, ...shown, unfurl_links: false, unfurl_media: false }),
      channel
    )
  )
  return ts ?? (yield* missingFrom("chat.postMessage"))
})

export const change = Effect.fn("change")(function* (
  channel: string,
  ts: string,
  name: MessageName,
  content: MessageContent
) {
  const slack = yield* SlackApi
  yield* asFarAsTaken(content, name, (shown) =>
    slack.call("chat.update", (client) => client.chat.update({ channel, ts, ...shown }))
  )
})

export const takeAway = Effect.fn("takeAway")(function* (channel: string, ts: string) {
  const slack = yield* SlackApi
  yield* slack.call("chat.delete", (client) => client.chat.delete({ channel, ts }))
})

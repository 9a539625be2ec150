/** Everything the bot ever posted, as Slack still has it: the missing channel, its threads and direct conversations. */
import type { Person, SlackWorkspace } from "@safe-return/slack-testkit"
import { CHANNEL, people } from "../endToEnd/trainingCouncil.ts"
import { textOf } from "../endToEnd/whatPeopleSee.ts"

export interface Posted {
  readonly channel: string
  readonly ts: string
  readonly threadTs?: string
  /** Which message it is, for good, by the bot's own metadata. */
  readonly key: string
  readonly text: string
}

interface Page {
  readonly messages?: ReadonlyArray<Record<string, unknown>>
  readonly response_metadata?: { readonly next_cursor?: string }
}

const postedOf = (channel: string, message: Record<string, unknown>): ReadonlyArray<Posted> => {
  const { metadata, ts, thread_ts } = message as {
    readonly metadata?: { readonly event_payload?: { readonly key?: string } }
    readonly ts: string
    readonly thread_ts?: string
  }
  const key = metadata?.event_payload?.key
  if (key === undefined) return []
  const thread = thread_ts === undefined || thread_ts === ts ? {} : { threadTs: thread_ts }
  return [{ channel, ts, ...thread, key, text: textOf(message) }]
}

const everyPage = async (person: Person, method: string, params: Record<string, string>) => {
  const messages: Array<Record<string, unknown>> = []
  let cursor: string | undefined = ""
  while (cursor !== undefined) {
    const page = (await person.call(method, { ...params, cursor, limit: 999, include_all_metadata: true })) as Page
    messages.push(...(page.messages ?? []))
    const next: string | undefined = page.response_metadata?.next_cursor
    cursor = next === "" ? undefined : next
  }
  return messages
}

/** The messages of every conversation one of the people is in, with the replies of each thread. */
export const everythingPosted = async (workspace: SlackWorkspace): Promise<ReadonlyArray<Posted>> => {
  const manager = workspace.person(people.manager)
  const inChannel = await everyPage(manager, "conversations.history", { channel: CHANNEL })
  const posted = inChannel.flatMap((message) => postedOf(CHANNEL, message))
  for (const message of inChannel) {
    if (!message["reply_count"]) continue
    const replies = await everyPage(manager, "conversations.replies", { channel: CHANNEL, ts: String(message["ts"]) })
    posted.push(...replies.slice(1).flatMap((reply) => postedOf(CHANNEL, reply)))
  }
  for (const id of Object.values(people)) {
    const person = workspace.person(id)
    for (const conversation of await person.conversations()) {
      if (conversation["is_im"] !== true) continue
      const channel = String(conversation["id"])
      const messages = await everyPage(person, "conversations.history", { channel })
      posted.push(...messages.flatMap((message) => postedOf(channel, message)))
    }
  }
  return posted
}

/** Reading Slack as a person does: the words on the screen, whatever blocks they are in. */
import type { Person } from "@safe-return/slack-testkit"

/** Everything legible in a message or a view, line by line. */
export const textOf = (shown: unknown): string => {
  const lines: Array<string> = []
  const read = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(read)
    else if (typeof value === "object" && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        if ((name === "text" || name === "title") && typeof part === "string") lines.push(part)
        else read(part)
      }
    }
  }
  read(shown)
  return lines.join("\n")
}

/** The cards of a child's episodes in a channel, oldest first: the messages with the episode's buttons. */
export const cardsOf = async (person: Person, channel: string, child: string) =>
  (await person.messages(channel)).filter((message) => {
    const blocks = (message["blocks"] ?? []) as ReadonlyArray<{ readonly block_id?: string }>
    return blocks.some(({ block_id }) => block_id === "episode") && textOf(message).includes(child)
  })

/** Where a message is, for clicking it. */
export const placeOf = (channel: string, message: Readonly<Record<string, unknown>> | undefined) => ({
  channel,
  ts: String(message?.["ts"])
})

/** What the bot has told a person directly, oldest first. */
export const directMessagesOf = async (person: Person) => {
  const direct = (await person.conversations()).filter((conversation) => conversation["is_im"] === true)
  const messages = await Promise.all(direct.map((conversation) => person.messages(String(conversation["id"]))))
  return messages.flat()
}

/** The replies in a card's thread, oldest first. */
export const threadOf = async (person: Person, at: { readonly channel: string; readonly ts: string }) =>
  (await person.messages(at.channel, at.ts)).slice(1)

/** How long a test waits, in milliseconds: long enough for a machine several times slower. */
const PATIENCE = Number(process.env["TEST_PATIENCE"] ?? 30_000)

/** Waits for what happens in the background; gives up with an error. */
export const waitUntil = async <A>(look: () => Promise<A | undefined | false>, patience = PATIENCE): Promise<A> => {
  const deadline = performance.now() + patience
  for (;;) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
    if (performance.now() > deadline) throw new Error(`waited ${patience} ms without success`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

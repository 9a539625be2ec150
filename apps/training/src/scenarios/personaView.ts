/** What a persona can see: messages, cards, forms, and the words on them, whatever blocks those are in. */
import type { EphemeralMessage, JsonObject } from "@safe-return/slack-testkit"
import { Effect } from "effect"
import type { Requester } from "../server/Requester.ts"
import type { Training } from "../workspace/Training.ts"
import { channelId, channelOfChild, type PersonaKey, personaOf, readerOf } from "./cast.ts"

/** The persona who acts or looks, as the training server's handlers want to be asked. */
export const asking = (training: Training, key: PersonaKey): Requester => {
  const me = personaOf(key)
  return { training, me, person: training.workspace.person(me.id) }
}

/** Everything legible in a message, a view or a block, line by line. */
export const wordsOn = (shown: unknown): string => {
  const lines: Array<string> = []
  const read = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(read)
    else if (typeof value === "object" && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        if (name === "metadata") continue
        if ((name === "text" || name === "title") && typeof part === "string") lines.push(part)
        else read(part)
      }
    }
  }
  read(shown)
  return lines.join("\n")
}

/** What stands on a button, a heading or an option. */
export const faceOf = (object: unknown): string =>
  typeof object === "object" && object !== null && "text" in object
    ? typeof object.text === "string"
      ? object.text
      : faceOf(object.text)
    : ""

export interface LocatedMessage {
  readonly channel: string
  readonly message: JsonObject | EphemeralMessage
}

const locatedIn =
  (channel: string) =>
  (message: JsonObject | EphemeralMessage): LocatedMessage => ({ channel, message })

export const tsOf = ({ message }: LocatedMessage): string => String(message["ts" as keyof typeof message])

/** The messages of a channel, oldest first, with what the bot attached to them. */
export const messagesIn = (training: Training, name: string) =>
  Effect.promise(async () => {
    const channel = channelId(name)
    const { person } = asking(training, readerOf(name))
    const history = await person.call("conversations.history", { channel, limit: 999, include_all_metadata: true })
    return ((history["messages"] ?? []) as ReadonlyArray<JsonObject>).toReversed().map(locatedIn(channel))
  })

const isCard = ({ message }: LocatedMessage): boolean => {
  const { event_payload: payload } = ((message as JsonObject)["metadata"] ?? {}) as JsonObject
  const { key } = (payload ?? {}) as JsonObject
  return typeof key === "string" && /^(education-)?card:/.test(key)
}

/** The cards of a child's episodes or education cases, oldest first. */
export const cardsOf = (training: Training, child: string) =>
  Effect.map(messagesIn(training, channelOfChild(child)), (messages) =>
    messages.filter((each) => isCard(each) && wordsOn(each.message).includes(child))
  )

/** The replies under all of a child's cards. */
export const threadsOf = Effect.fnUntraced(function* (training: Training, child: string) {
  const { person } = asking(training, readerOf(channelOfChild(child)))
  const cards = yield* cardsOf(training, child)
  const threads = yield* Effect.forEach(cards, (card) =>
    Effect.promise(() => person.messages(card.channel, tsOf(card)))
  )
  return threads.flatMap((thread, index) => thread.slice(1).map(locatedIn(cards[index]?.channel ?? "")))
})

/** What the bot has told a persona directly. */
export const directTo = (training: Training, key: PersonaKey) =>
  Effect.promise(async () => {
    const { person } = asking(training, key)
    const direct = (await person.conversations()).filter((conversation) => conversation["is_im"] === true)
    const messages = await Promise.all(
      direct.map(async ({ id }) => (await person.messages(String(id))).map(locatedIn(String(id))))
    )
    return messages.flat()
  })

export const repliesTo = (training: Training, key: PersonaKey): ReadonlyArray<LocatedMessage> =>
  asking(training, key).person.ephemerals.map((message) => ({ channel: message.channel, message }))

export const homeOf = (training: Training, key: PersonaKey) =>
  Effect.promise(async () => {
    const { person } = asking(training, key)
    await person.openHome()
    return person.home
  })

/** Messages that one person sees and nobody else, gone after a restart, as in Slack. */
import { type JsonObject, objectsOf, parsed, textOr } from "./json.ts"
import { withBlockIds } from "./views/blockIds.ts"

export interface EphemeralMessage {
  readonly ts: string
  readonly channel: string
  /** Who says it: the app's bot user, or `USLACKBOT`. */
  readonly user: string
  readonly text: string
  readonly blocks: ReadonlyArray<JsonObject>
  readonly threadTs?: string
}

export class Ephemerals {
  readonly #byPerson = new Map<string, ReadonlyArray<EphemeralMessage>>()
  readonly #changed: (user: string) => void

  constructor(changed: (user: string) => void) {
    this.#changed = changed
  }

  of(person: string): ReadonlyArray<EphemeralMessage> {
    return this.#byPerson.get(person) ?? []
  }

  /** Shows `content` (text, blocks, thread_ts) to a person. */
  show(person: string, place: Pick<EphemeralMessage, "ts" | "channel" | "user">, content: JsonObject): void {
    const threadTs = textOr(content["thread_ts"], "")
    const message: EphemeralMessage = {
      ...place,
      text: textOr(content["text"], ""),
      blocks: withBlockIds(objectsOf(parsed(content["blocks"]))),
      ...(threadTs === "" ? {} : { threadTs })
    }
    this.#byPerson.set(person, [...this.of(person), message])
    this.#changed(person)
  }

  replace(person: string, ts: string, content: JsonObject): void {
    const text = textOr(content["text"], "")
    const blocks = withBlockIds(objectsOf(parsed(content["blocks"])))
    this.#set(
      person,
      this.of(person).map((message) => (message.ts === ts ? { ...message, text, blocks } : message))
    )
  }

  remove(person: string, ts: string): void {
    this.#set(
      person,
      this.of(person).filter((message) => message.ts !== ts)
    )
  }

  #set(person: string, messages: ReadonlyArray<EphemeralMessage>): void {
    this.#byPerson.set(person, messages)
    this.#changed(person)
  }
}

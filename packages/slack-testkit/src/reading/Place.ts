/** A place where messages stand, as one person reads it: a channel, a thread, their direct messages. */
import { type JsonObject, textOr } from "../json.ts"
import { headings, legible, type Names } from "./legible.ts"
import { inWords, NotSeen, says, until, type Words } from "./NotSeen.ts"

/** A message a person has read. */
export interface ReadMessage {
  readonly channel: string
  readonly ts: string
  readonly text: string
  readonly message: JsonObject
}

export interface ReaderSettings {
  readonly who: string
  readonly names: () => Promise<Names>
  readonly patienceMillis: number
}

export class Place {
  readonly #reading: ReaderSettings
  readonly #called: string
  readonly #look: () => Promise<ReadonlyArray<readonly [channel: string, message: JsonObject]>>
  readonly #threadOf: (seen: ReadMessage) => Promise<ReadonlyArray<JsonObject>>

  constructor(
    reading: ReaderSettings,
    called: string,
    look: () => Promise<ReadonlyArray<readonly [channel: string, message: JsonObject]>>,
    threadOf: (seen: ReadMessage) => Promise<ReadonlyArray<JsonObject>>
  ) {
    this.#reading = reading
    this.#called = called
    this.#look = look
    this.#threadOf = threadOf
  }

  /** Everything that stands here now, oldest first. */
  async everything(): Promise<ReadonlyArray<ReadMessage>> {
    const names = await this.#reading.names()
    return (await this.#look()).map(([channel, message]) => ({
      channel,
      ts: textOr(message["ts"], ""),
      text: legible(message, names),
      message
    }))
  }

  /** Those that say all of these words, now. */
  async all(...words: ReadonlyArray<Words>): Promise<ReadonlyArray<ReadMessage>> {
    return (await this.everything()).filter(({ text }) => words.every((one) => says(text, one)))
  }

  /** Waits for a message that says all of these words; of several, the newest. */
  message(...words: ReadonlyArray<Words>): Promise<ReadMessage> {
    return this.#wait(`a message with ${inWords(words)} in ${this.#called}`, async () =>
      (await this.all(...words)).at(-1)
    )
  }

  /** Waits for a message whose heading says `heading` and which says all of the other words; of several, the newest. */
  card(heading: Words, ...words: ReadonlyArray<Words>): Promise<ReadMessage> {
    return this.#wait(`a card headed ${inWords([heading, ...words])} in ${this.#called}`, async () =>
      (await this.all(...words)).findLast(({ message }) => headings(message).some((line) => says(line, heading)))
    )
  }

  /** Nothing here says this now. Wait first for something that comes later, or the answer is only that it is early. */
  async nothing(...words: ReadonlyArray<Words>): Promise<void> {
    const [found] = await this.all(...words)
    if (found !== undefined) {
      throw new NotSeen(this.#reading.who, `${this.#called} without ${inWords(words)}`, [found.text])
    }
  }

  /** The replies to the card with this heading. */
  thread(heading: Words, ...words: ReadonlyArray<Words>): Place {
    const look = async () => {
      const card = await this.card(heading, ...words)
      return (await this.#threadOf(card)).map((message) => [card.channel, message] as const)
    }
    return new Place(this.#reading, `the thread of ${inWords([heading])} in ${this.#called}`, look, this.#threadOf)
  }

  #wait(expected: string, look: () => Promise<ReadMessage | undefined>): Promise<ReadMessage> {
    const { who, patienceMillis } = this.#reading
    return until(patienceMillis, look, async () => {
      const shown = (await this.everything()).slice(-8).map(({ text }) => text)
      return new NotSeen(who, expected, shown)
    })
  }
}

/** A person as a test tells of them, by the words on the screen; a failure prints what they do see. */
import type { AnswerRefused } from "../app/AnswerRefused.ts"
import type { Delivery } from "../app/delivery.ts"
import { type JsonObject, objectsOf, textOr } from "../json.ts"
import type { Person } from "../Person.ts"
import type { SubmissionOutcome } from "../submit.ts"
import type { View } from "../views/view.ts"
import { type Answer, answersByLabel, inputsOf } from "./answersByLabel.ts"
import { labelOf, legible, type Names } from "./legible.ts"
import { inWords, NotSeen, says, until, type Words } from "./NotSeen.ts"
import { Place, type ReaderSettings, type ReadMessage } from "./Place.ts"
import { confirmationOf, pressablesFor } from "./pressing.ts"

export interface ClickOptions {
  /** The message it is in; otherwise the window on top, the newest message that has it, or the App Home. */
  readonly on?: ReadMessage
  /** What is pressed in the dialog that asks for confirmation; its confirming button when not said. */
  readonly answering?: string
}

export class Reader {
  readonly person: Person
  readonly #reading: ReaderSettings
  #filledIn: JsonObject = {}
  #names: Names | undefined

  constructor(person: Person, patienceMillis: number) {
    this.person = person
    this.#reading = { who: person.member.realName, names: () => this.#people(), patienceMillis }
  }

  /** A channel by its name (`#missing`), or this person's direct messages. */
  sees(place: `#${string}` | "direct messages"): Place {
    const look = async () => {
      const chosen = (await this.person.conversations()).filter((conversation) =>
        place === "direct messages" ? conversation["is_im"] === true : `#${String(conversation["name"])}` === place
      )
      const read = chosen.map(async ({ id }) => {
        const channel = textOr(id, "")
        return (await this.person.messages(channel)).map((message) => [channel, message] as const)
      })
      return (await Promise.all(read)).flat()
    }
    const threadOf = async ({ channel, ts }: ReadMessage) => (await this.person.messages(channel, ts)).slice(1)
    return new Place(this.#reading, place, look, threadOf)
  }

  /** Waits until the newest message that only this person sees says all of these words. */
  isTold(...words: ReadonlyArray<Words>): Promise<string> {
    const newest = () => this.#legibles(this.person.ephemerals.slice(-1).map((message) => ({ ...message })))
    return this.#waitFor(`an answer with ${inWords(words)}`, newest, words)
  }

  /** Opens the app's Home and waits until it says all of these words. */
  async seesOnHome(...words: ReadonlyArray<Words>): Promise<string> {
    await this.person.openHome()
    return this.#waitFor(`a Home with ${inWords(words)}`, () => this.#legibles(this.#homes()), words)
  }

  /** Waits until the window on top is called this and says all of these words. */
  async seesModal(title: string, ...words: ReadonlyArray<Words>): Promise<View> {
    const called = (view: View) => view.title?.["text"] === title
    const expected = `a window "${title}"${words.length > 0 ? ` with ${inWords(words)}` : ""}`
    await this.#waitFor(
      expected,
      () => this.#legibles(this.#top().filter(called)),
      words,
      () => this.#legibles(this.#top())
    )
    return this.#window()
  }

  /** Presses what is labelled so, and answers the dialog that asks whether it is meant. */
  async clicks(label: string, { on, answering }: ClickOptions = {}): Promise<Delivery | undefined> {
    const look = () => pressablesFor(this.person, on)
    const find = async () => (await look()).find(({ placed }) => labelOf(placed.element) === label)
    const { at, placed } = await until(this.#reading.patienceMillis, find, async () => {
      const labels = (await look()).map((there) => `[${labelOf(there.placed.element)}]`)
      return new NotSeen(this.#reading.who, `anything to press that says "${label}"`, labels)
    })
    const dialog = confirmationOf(placed.element)
    const pressed = answering ?? dialog?.yes
    if (pressed !== undefined && pressed !== dialog?.yes && pressed !== dialog?.no) {
      const buttons = dialog === undefined ? [] : [`[${dialog.yes}] [${dialog.no}]`]
      throw new NotSeen(this.#reading.who, `a dialog with [${pressed}] after "${label}"`, buttons)
    }
    if (dialog !== undefined && pressed === dialog.no) return undefined
    this.#filledIn = {}
    return this.person.act(at, { actionId: textOr(placed.element["action_id"], ""), blockId: placed.blockId })
  }

  /** Types a slash command or a message, in a channel by its name or else the first the person is in. */
  async types(
    line: string,
    { into }: { readonly into?: `#${string}` } = {}
  ): Promise<Delivery | AnswerRefused | JsonObject> {
    const channels = (await this.person.conversations()).filter((conversation) => conversation["is_im"] !== true)
    const called = (channel: JsonObject) => `#${String(channel["name"])}`
    const channel = into === undefined ? channels[0] : channels.find((candidate) => called(candidate) === into)
    if (channel === undefined) {
      throw new NotSeen(this.#reading.who, into ?? "any channel", [channels.map(called).join(", ")])
    }
    const id = textOr(channel["id"], "")
    this.#filledIn = {}
    if (!line.startsWith("/")) return this.person.say(id, await this.#written(line))
    const [command = "", ...rest] = line.split(" ")
    return this.person.command(id, command, await this.#written(rest.join(" ")))
  }

  /** Fills in the window on top, by the labels of its inputs. Nothing is sent yet. */
  async fills(answers: Readonly<Record<string, Answer>>): Promise<void> {
    const { blocks } = await this.#window()
    this.#filledIn = { ...this.#filledIn, ...answersByLabel(blocks, answers, await this.#people()) }
  }

  /** Sends the window on top; fails when it is not taken, with the sentences beside its inputs. */
  async sends(): Promise<void> {
    const { submitted, beside } = await this.#submit()
    if (submitted.outcome === "acknowledged" && beside.length === 0) return
    const why = submitted.outcome === "answer_refused" ? [submitted.error, ...submitted.messages] : []
    throw new NotSeen(this.#reading.who, "the form taken", [`It was ${submitted.outcome}.`, ...why, ...beside])
  }

  /** Sends the window on top, which is not taken: these inputs say why, and no other does. */
  async isCorrected(sentences: Readonly<Record<string, Words>>): Promise<void> {
    const { beside } = await this.#submit()
    const expected = Object.entries(sentences)
    const isSaid = ([label, words]: readonly [string, Words]) =>
      beside.some((line) => line.startsWith(`${label}: `) && says(line.slice(label.length + 2), words))
    if (beside.length === expected.length && expected.every(isSaid)) return
    const wanted = expected.map(([label, words]) => `${inWords([words])} beside "${label}"`).join(" and ")
    throw new NotSeen(this.#reading.who, wanted, beside)
  }

  async #submit(): Promise<{ readonly submitted: SubmissionOutcome; readonly beside: ReadonlyArray<string> }> {
    const { id, blocks } = await this.#window()
    const submitted = await this.person.submitView(id, { answers: this.#filledIn })
    const label = (blockId: string) => inputsOf(blocks).find((input) => input.blockId === blockId)?.label ?? blockId
    const beside = Object.entries(submitted.fieldErrors).map(([blockId, text]) => `${label(blockId)}: ${text}`)
    if (submitted.outcome === "acknowledged" && beside.length === 0) this.#filledIn = {}
    return { submitted, beside }
  }

  #window(): Promise<View> {
    return until(
      this.#reading.patienceMillis,
      async () => this.person.modal,
      async () => new NotSeen(this.#reading.who, "a window to fill in", [])
    )
  }

  #top(): ReadonlyArray<View> {
    return this.person.modal === undefined ? [] : [this.person.modal]
  }

  #homes(): ReadonlyArray<View> {
    return this.person.home === undefined ? [] : [this.person.home]
  }

  async #legibles(shown: ReadonlyArray<object>): Promise<ReadonlyArray<string>> {
    const names = await this.#people()
    return objectsOf(shown).map((one) => legible(one, names))
  }

  async #waitFor(
    expected: string,
    read: () => Promise<ReadonlyArray<string>>,
    words: ReadonlyArray<Words>,
    instead: () => Promise<ReadonlyArray<string>> = read
  ): Promise<string> {
    const { who, patienceMillis } = this.#reading
    const look = async () => (await read()).findLast((text) => words.every((one) => says(text, one)))
    return until(patienceMillis, look, async () => new NotSeen(who, expected, (await instead()).slice(-8)))
  }

  async #people(): Promise<Names> {
    if (this.#names === undefined) {
      const { members } = await this.person.call("users.list")
      this.#names = new Map(
        objectsOf(members).map((member) => [textOr(member["id"], ""), textOr(member["real_name"], "")])
      )
    }
    return this.#names
  }

  /** What Slack sends for a line in which people are called by their names. */
  async #written(line: string): Promise<string> {
    const names = [...(await this.#people())]
      .filter(([, name]) => name !== "")
      .toSorted(([, a], [, b]) => b.length - a.length)
    return names.reduce((text, [id, name]) => text.replaceAll(`@${name}`, `<@${id}>`), line)
  }
}

/**
 * Reads the screen as this person does.
 *
 * @param patienceMillis how long a verb waits for what it needs, in real time
 */
export const readerOf = (person: Person, { patienceMillis = 10_000 } = {}): Reader => new Reader(person, patienceMillis)

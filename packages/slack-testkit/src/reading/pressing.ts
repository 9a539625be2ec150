/** What a person can press where they look, and the dialog that asks whether it is meant. */
import { isObject, type JsonObject, textOr } from "../json.ts"
import type { Person } from "../Person.ts"
import { elementsOf, type PlacedElement } from "../views/inputState.ts"
import type { View } from "../views/view.ts"
import type { ReadMessage } from "./Place.ts"

export interface Pressable {
  readonly at: { readonly channel: string; readonly ts: string } | { readonly viewId: string }
  readonly placed: PlacedElement
}

const inView = (view: View): ReadonlyArray<Pressable> =>
  elementsOf(view.blocks).map((placed) => ({ at: { viewId: view.id }, placed }))

interface Standing {
  readonly channel: string
  readonly ts: string
  readonly blocks: unknown
}

const inMessage = ({ channel, ts, blocks }: Standing): ReadonlyArray<Pressable> =>
  elementsOf(blocks).map((placed) => ({ at: { channel, ts }, placed }))

const messagesSeen = async (person: Person): Promise<ReadonlyArray<Standing>> => {
  const read = (await person.conversations()).map(async ({ id }) => {
    const channel = textOr(id, "")
    const messages = await person.messages(channel)
    return messages.map(({ ts, blocks }) => ({ channel, ts: textOr(ts, ""), blocks }))
  })
  const newestFirst = (a: Standing, b: Standing) => (a.ts < b.ts ? 1 : -1)
  return [...(await Promise.all(read)).flat(), ...person.ephemerals].toSorted(newestFirst)
}

/** On one message, or else in the window on top, which hides the rest; else in every message, newest first, and Home. */
export const pressablesFor = async (person: Person, on: ReadMessage | undefined): Promise<ReadonlyArray<Pressable>> => {
  if (on !== undefined) {
    const { channel, ts, message } = on
    const now = (await person.messages(channel, ts)).find((standing) => standing["ts"] === ts)
    return inMessage({ channel, ts, blocks: (now ?? message)["blocks"] })
  }
  if (person.modal !== undefined) return inView(person.modal)
  const home = person.home === undefined ? [] : inView(person.home)
  return [...(await messagesSeen(person)).flatMap(inMessage), ...home]
}

/** The two buttons of the dialog an element asks to be confirmed with; Slack's own words where it gives none. */
export const confirmationOf = (element: JsonObject): { readonly yes: string; readonly no: string } | undefined => {
  const dialog = element["confirm"]
  if (!isObject(dialog)) return undefined
  const button = (name: "confirm" | "deny", otherwise: string) =>
    isObject(dialog[name]) ? textOr(dialog[name]["text"], otherwise) : otherwise
  return { yes: button("confirm", "Yes"), no: button("deny", "No") }
}

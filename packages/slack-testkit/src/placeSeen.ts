/** What a person has in front of them: a message, an ephemeral one too, or a view, and an element of it. */
import type { Place, Sender } from "./app/payloads.ts"
import { type JsonObject, objectsOf, textOr } from "./json.ts"
import type { Person } from "./Person.ts"
import { placeOf } from "./places.ts"
import type { Signing } from "./signing.ts"
import { elementsOf, type PlacedElement } from "./views/inputState.ts"
import type { View } from "./views/view.ts"
import type { WorkspaceParts } from "./WorkspaceParts.ts"

export type ActionAt = { readonly channel: string; readonly ts: string } | { readonly viewId: string }

export interface Actor {
  readonly parts: WorkspaceParts
  readonly person: Person
  readonly sender: Sender
  readonly signing: Signing
}

/** The person does not see such a thing: it is gone, or was never there. */
export class NothingThere extends Error {
  override readonly name = "NothingThere"
}

export interface MessageSeen {
  readonly kind: "message"
  readonly blocks: unknown
  readonly channel: Place
  readonly ts: string
  /** Absent for a message only this person sees: Slack keeps no copy of those. */
  readonly message?: JsonObject
  readonly threadTs?: string
}

export interface ViewSeen {
  readonly kind: "view"
  readonly blocks: unknown
  readonly view: View
}

export type PlaceSeen = MessageSeen | ViewSeen

/** Asked as a thread, a message answers with itself, whether it stands in the channel or in a thread. */
const messageNow = async (person: Person, channel: string, ts: string): Promise<JsonObject | undefined> => {
  const { messages } = await person.call("conversations.replies", { channel, ts, include_all_metadata: true })
  return objectsOf(messages).find((message) => message["ts"] === ts)
}

export const messageSeen = async (person: Person, channel: string, ts: string): Promise<MessageSeen> => {
  const ephemeral = person.ephemerals.find((message) => message.channel === channel && message.ts === ts)
  const message = ephemeral === undefined ? await messageNow(person, channel, ts) : undefined
  if (ephemeral === undefined && message === undefined) throw new NothingThere("That message is not there any more.")
  const threadTs = ephemeral?.threadTs ?? textOr(message?.["thread_ts"], "")
  return {
    kind: "message",
    blocks: ephemeral?.blocks ?? message?.["blocks"],
    channel: await placeOf(person, channel),
    ts,
    ...(message === undefined ? {} : { message }),
    ...(threadTs === "" ? {} : { threadTs })
  }
}

export const viewSeen = ({ parts, person }: Actor, viewId: string): ViewSeen => {
  const view = parts.views.seenBy(person.id, viewId)
  if (view === undefined) throw new NothingThere("That window is not open any more.")
  return { kind: "view", blocks: view.blocks, view }
}

export const placeSeen = async (actor: Actor, at: ActionAt): Promise<PlaceSeen> =>
  "viewId" in at ? viewSeen(actor, at.viewId) : messageSeen(actor.person, at.channel, at.ts)

/** The element named, with the options that an app offered for it. */
export const elementAt = (
  { parts }: Actor,
  seen: PlaceSeen,
  named: { readonly actionId: string; readonly blockId?: string }
): PlacedElement => {
  const found = elementsOf(seen.blocks).find(
    ({ blockId, element }) =>
      element["action_id"] === named.actionId && (named.blockId === undefined || named.blockId === blockId)
  )
  if (found === undefined) throw new NothingThere(`There is nothing with the action id "${named.actionId}" here.`)
  return parts.offered.within(keyOf(seen), found)
}

/** The id of a view, or the timestamp of a message. */
export const keyOf = (seen: PlaceSeen): string => (seen.kind === "view" ? seen.view.id : seen.ts)

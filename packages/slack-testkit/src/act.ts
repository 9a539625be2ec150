/** A click or a choice on an element: found where the person sees it, sent with all that surrounds it. */
import type { Delivery } from "./app/delivery.ts"
import { actionInMessage, actionInView, type Sender } from "./app/payloads.ts"
import { type JsonObject, objectsOf, textOr } from "./json.ts"
import type { Person } from "./Person.ts"
import { placeOf } from "./places.ts"
import type { Signing } from "./signing.ts"
import { answered, elementsOf, type InputValues, inputValues, type PlacedElement } from "./views/inputState.ts"
import type { WorkspaceParts } from "./WorkspaceParts.ts"

export type ActionAt = { readonly channel: string; readonly ts: string } | { readonly viewId: string }

export interface ActionGiven {
  readonly actionId: string
  /** Needed only where an action id stands in several blocks. */
  readonly blockId?: string
  /** What was chosen; nothing for a button. */
  readonly answer?: unknown
  /** What stands in the other inputs around it. */
  readonly values?: InputValues
}

interface Actor {
  readonly parts: WorkspaceParts
  readonly person: Person
  readonly sender: Sender
  readonly signing: Signing
}

/** The person does not see such a thing: it is gone, or was never there. */
export class NothingThere extends Error {
  override readonly name = "NothingThere"
}

const find = (blocks: unknown, given: ActionGiven): PlacedElement => {
  const found = elementsOf(blocks).find(
    ({ blockId, element }) =>
      element["action_id"] === given.actionId && (given.blockId === undefined || given.blockId === blockId)
  )
  if (found === undefined) throw new NothingThere(`There is nothing with the action id "${given.actionId}" here.`)
  return found
}

const actionFrom = ({ blockId, element }: PlacedElement, given: ActionGiven, actionTs: string): JsonObject => {
  const { options: _options, option_groups: _groups, ...described } = element
  const chosen = given.answer === undefined ? {} : answered(element, given.answer)
  return { ...described, ...chosen, block_id: blockId, action_ts: actionTs }
}

const withChoice = (place: PlacedElement, given: ActionGiven): InputValues =>
  given.answer === undefined
    ? { ...given.values }
    : {
        ...given.values,
        [place.blockId]: {
          ...given.values?.[place.blockId],
          [given.actionId]: answered(place.element, given.answer)
        }
      }

/** Asked as a thread, a message answers with itself, whether it stands in the channel or in a thread. */
const messageSeen = async (person: Person, channel: string, ts: string): Promise<JsonObject | undefined> => {
  const { messages } = await person.call("conversations.replies", { channel, ts, include_all_metadata: true })
  return objectsOf(messages).find((message) => message["ts"] === ts)
}

const actInMessage = async (actor: Actor, channel: string, ts: string, given: ActionGiven): Promise<Delivery> => {
  const { parts, person, sender, signing } = actor
  const ephemeral = person.ephemerals.find((message) => message.channel === channel && message.ts === ts)
  const message = ephemeral === undefined ? await messageSeen(person, channel, ts) : undefined
  if (ephemeral === undefined && message === undefined) throw new NothingThere("That message is not there any more.")
  const blocks = ephemeral?.blocks ?? message?.["blocks"]
  const found = find(blocks, given)
  const threadTs = ephemeral?.threadTs ?? textOr(message?.["thread_ts"], "")
  const inThread = threadTs === "" ? {} : { threadTs }
  const to = { user: person.id, channel, message: { ts, isEphemeral: ephemeral !== undefined, ...inThread } }
  const payload = actionInMessage(sender, {
    channel: await placeOf(person, channel),
    messageTs: ts,
    ...(message === undefined ? {} : { message }),
    ...inThread,
    values: inputValues(blocks, withChoice(found, given)),
    action: actionFrom(found, given, parts.timestamps.next()),
    triggerId: parts.views.triggers.issue({ user: person.id }),
    responseUrl: parts.responseUrl(parts.responseUrls.issue(to))
  })
  return parts.connection.interaction(payload, signing)
}

const actInView = (actor: Actor, viewId: string, given: ActionGiven): Promise<Delivery> => {
  const { parts, person, sender, signing } = actor
  const seen = parts.views.seenBy(person.id, viewId)
  const found = find(seen?.blocks, given)
  const view = parts.views.type(person.id, viewId, withChoice(found, given))
  if (view === undefined) throw new NothingThere("That window is not open any more.")
  const payload = actionInView(sender, {
    view,
    action: actionFrom(found, given, parts.timestamps.next()),
    triggerId: parts.views.triggers.issue({ user: person.id, viewId })
  })
  return parts.connection.interaction(payload, signing)
}

export const actIn = async (actor: Actor, at: ActionAt, given: ActionGiven): Promise<Delivery> =>
  "viewId" in at ? actInView(actor, at.viewId, given) : actInMessage(actor, at.channel, at.ts, given)

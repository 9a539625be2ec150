/** What a person has in front of them: a message, an ephemeral one too, or a view, and an element of it. */
import type { Sender } from "./app/payloads.ts"
import { type JsonObject, objectsOf, textOr } from "./json.ts"
import { namedConversation } from "./namedConversation.ts"
import type { Signing } from "./signing.ts"
import { keyOf, type Surface, type VisibleMessage, type VisibleView } from "./surface.ts"
import { elementsOf, type PlacedElement } from "./views/inputState.ts"
import type { WorkspaceParts } from "./WorkspaceParts.ts"

export type ActionAt = { readonly channel: string; readonly ts: string } | { readonly viewId: string }

export interface Actor {
  readonly parts: WorkspaceParts
  readonly sender: Sender
  readonly signing: Signing
}

/** The person does not see such a thing: it is gone, or was never there. */
export class TargetNotFound extends Error {
  override readonly name = "TargetNotFound"
}

/** Asked as a thread, a message answers with itself, whether it stands in the channel or in a thread. */
const messageNow = async ({ parts, sender }: Actor, channel: string, ts: string): Promise<JsonObject | undefined> => {
  const { messages } = await parts.api.call(sender.member.id, "conversations.replies", {
    channel,
    ts,
    include_all_metadata: true
  })
  return objectsOf(messages).find((message) => message["ts"] === ts)
}

export const findMessage = async (actor: Actor, channel: string, ts: string): Promise<VisibleMessage> => {
  const { parts, sender } = actor
  const ephemeral = parts.ephemerals
    .of(sender.member.id)
    .find((message) => message.channel === channel && message.ts === ts)
  const message = ephemeral === undefined ? await messageNow(actor, channel, ts) : undefined
  if (ephemeral === undefined && message === undefined) throw new TargetNotFound("That message is not there any more.")
  const threadTs = ephemeral?.threadTs ?? textOr(message?.["thread_ts"], "")
  return {
    kind: "message",
    blocks: ephemeral?.blocks ?? message?.["blocks"],
    channel: await namedConversation(parts.api, sender.member.id, channel),
    ts,
    ...(message === undefined ? {} : { message }),
    ...(threadTs === "" ? {} : { threadTs })
  }
}

const findView = ({ parts, sender }: Actor, viewId: string): VisibleView => {
  const view = parts.views.seenBy(sender.member.id, viewId)
  if (view === undefined) throw new TargetNotFound("That window is not open any more.")
  return { kind: "view", blocks: view.blocks, view }
}

export const findSurface = async (actor: Actor, at: ActionAt): Promise<Surface> =>
  "viewId" in at ? findView(actor, at.viewId) : findMessage(actor, at.channel, at.ts)

/** The element named, with the options that an app offered for it. */
export const elementAt = (
  { parts }: Actor,
  surface: Surface,
  named: { readonly actionId: string; readonly blockId?: string }
): PlacedElement => {
  const found = elementsOf(surface.blocks).find(
    ({ blockId, element }) =>
      element["action_id"] === named.actionId && (named.blockId === undefined || named.blockId === blockId)
  )
  if (found === undefined) throw new TargetNotFound(`There is nothing with the action id "${named.actionId}" here.`)
  return parts.offered.within(keyOf(surface), found)
}

/** A click or a choice on an element: found where the person sees it, sent with all that surrounds it. */
import type { Delivery } from "./app/delivery.ts"
import { actionInMessage, actionInView } from "./app/payloads.ts"
import { type ActionAt, type Actor, elementAt, findSurface, TargetNotFound } from "./findSurface.ts"
import type { JsonObject } from "./json.ts"
import type { VisibleMessage, VisibleView } from "./surface.ts"
import { answered, type InputValues, inputValues, type PlacedElement } from "./views/inputState.ts"

export interface ActionGiven {
  readonly actionId: string
  /** Needed only where an action id stands in several blocks. */
  readonly blockId?: string
  /** What was chosen; nothing for a button. */
  readonly answer?: unknown
  /** What stands in the other inputs around it. */
  readonly values?: InputValues
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

/** Where an answer through the response URL goes. */
export const answersTo = (user: string, { channel, ts, message, threadTs }: VisibleMessage) => ({
  user,
  channel: channel.id,
  message: { ts, isEphemeral: message === undefined, ...(threadTs === undefined ? {} : { threadTs }) }
})

const actInMessage = (actor: Actor, surface: VisibleMessage, given: ActionGiven): Promise<Delivery> => {
  const { parts, sender, signing } = actor
  const found = elementAt(actor, surface, given)
  const payload = actionInMessage(sender, surface, {
    values: inputValues(surface.blocks, withChoice(found, given)),
    action: actionFrom(found, given, parts.timestamps.next()),
    triggerId: parts.views.triggers.issue({ user: sender.member.id }),
    responseUrl: parts.responseUrl(parts.responseUrls.issue(answersTo(sender.member.id, surface)))
  })
  return parts.connection.interaction(payload, signing)
}

const actInView = (actor: Actor, surface: VisibleView, given: ActionGiven): Promise<Delivery> => {
  const { parts, sender, signing } = actor
  const viewId = surface.view.id
  const found = elementAt(actor, surface, given)
  const view = parts.views.type(sender.member.id, viewId, withChoice(found, given))
  if (view === undefined) throw new TargetNotFound("That window is not open any more.")
  const payload = actionInView(sender, view, {
    action: actionFrom(found, given, parts.timestamps.next()),
    triggerId: parts.views.triggers.issue({ user: sender.member.id, viewId })
  })
  return parts.connection.interaction(payload, signing)
}

export const actIn = async (actor: Actor, at: ActionAt, given: ActionGiven): Promise<Delivery> => {
  const surface = await findSurface(actor, at)
  return surface.kind === "view" ? actInView(actor, surface, given) : actInMessage(actor, surface, given)
}

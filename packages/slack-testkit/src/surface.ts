/** What a person has in front of them, as Slack tells an app of it: a message, an ephemeral one too, or a view. */
import type { JsonObject } from "./json.ts"
import type { View } from "./views/view.ts"

export interface NamedConversation {
  readonly id: string
  /** `directmessage` and `privategroup` stand in for the names of conversations that have none to tell. */
  readonly name: string
}

export interface VisibleMessage {
  readonly kind: "message"
  readonly blocks: unknown
  readonly channel: NamedConversation
  readonly ts: string
  /** Absent for a message only this person sees: Slack keeps no copy of those. */
  readonly message?: JsonObject
  readonly threadTs?: string
}

export interface VisibleView {
  readonly kind: "view"
  readonly blocks: unknown
  readonly view: View
}

export type Surface = VisibleMessage | VisibleView

/** The id of a view, or the timestamp of a message. */
export const keyOf = (surface: Surface): string => (surface.kind === "view" ? surface.view.id : surface.ts)

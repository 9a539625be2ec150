import type { EventOf, PathwayEvent } from "../events.ts"
import type { Draft } from "./draft.ts"

/** What one kind of event does to a child's state; nothing, when it is about what is not on the record. */
export type Change<Tag extends PathwayEvent["_tag"]> = (draft: Draft, event: EventOf<Tag>) => void

/** What each kind of event in a list does. */
export type ChangesOf<Events extends ReadonlyArray<{ readonly Type: { readonly _tag: PathwayEvent["_tag"] } }>> = {
  readonly [Tag in Events[number]["Type"]["_tag"]]: Change<Tag>
}

/** What happened to one child, without name or narrative: only added to, new facts of old kinds optional. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../calendar/instantFromIso.ts"
import { PersonId } from "../vocabulary/identifiers.ts"
import { circumstanceEvents } from "./events/circumstanceEvents.ts"
import { correctionEvents } from "./events/correctionEvents.ts"
import { endingEvents } from "./events/endingEvents.ts"
import { historyEvents } from "./events/historyEvents.ts"
import { interviewEvents } from "./events/interviewEvents.ts"
import { openingEvents } from "./events/openingEvents.ts"
import { responsibilityEvents } from "./events/responsibilityEvents.ts"

export const PathwayEvent = Schema.Union([
  ...openingEvents,
  ...interviewEvents,
  ...responsibilityEvents,
  ...correctionEvents,
  ...endingEvents,
  ...circumstanceEvents,
  ...historyEvents
])
export type PathwayEvent = typeof PathwayEvent.Type

/** One kind of event. */
export type EventOf<Tag extends PathwayEvent["_tag"]> = Extract<PathwayEvent, { readonly _tag: Tag }>

/** An event with when and by which person it was recorded. `recordedAt` is our clock, not the time of what happened. */
export const RecordedEvent = Schema.Struct({
  recordedAt: InstantFromIso,
  recordedBy: PersonId,
  event: PathwayEvent
})
export type RecordedEvent = typeof RecordedEvent.Type

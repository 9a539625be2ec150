import * as Schema from "effect/Schema"
import { InstantFromIso } from "../calendar/instantFromIso.ts"
import { PersonId } from "../vocabulary/identifiers.ts"
import { LinkConfirmed, LinkUndone } from "./linkEvents.ts"
import { ExclusionRecorded, IndicatorRecorded, StrandRowWithdrawn } from "./strandRowEvents.ts"

/** Everything of the joined-up view that is kept as an event of its own. */
export const JoinedUpEvent = Schema.Union([
  LinkConfirmed,
  LinkUndone,
  ExclusionRecorded,
  IndicatorRecorded,
  StrandRowWithdrawn
])
export type JoinedUpEvent = typeof JoinedUpEvent.Type

/** An event with when and by which person it was recorded. `recordedAt` is our clock, not the time of what happened. */
export const RecordedJoinedUpEvent = Schema.Struct({
  recordedAt: InstantFromIso,
  recordedBy: PersonId,
  event: JoinedUpEvent
})
export type RecordedJoinedUpEvent = typeof RecordedJoinedUpEvent.Type

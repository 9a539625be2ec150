/** What is recorded of an episode with a time of its own, named by that time: it can be taken back alone. */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../calendar/instantFromIso.ts"

export const Entry = Schema.Union([
  Schema.TaggedStruct("Whereabouts", { since: InstantFromIso }),
  Schema.TaggedStruct("AbsenceChange", { changedAt: InstantFromIso }),
  /** Without `movedAt`, where the child was placed before they went missing. */
  Schema.TaggedStruct("Placement", { movedAt: Schema.optionalKey(InstantFromIso) })
])
export type Entry = typeof Entry.Type

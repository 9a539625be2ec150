/** A person's answer to a risk trigger, with a reason, so that none is left unread. */
import * as Schema from "effect/Schema"
import type { Instant } from "../calendar/instant.ts"
import { ConsideredAnswer } from "./considerations.ts"

/** Names a firing for good: the trigger's code and its evidence. `Firing.key` of the room `risk`. */
export const TriggerKey = Schema.NonEmptyString
export type TriggerKey = typeof TriggerKey.Type

/** Yes: what it asks is done or arranged. No: it was decided against. A later decision stands in place of an earlier. */
export const TriggerDecision = ConsideredAnswer
export type TriggerDecision = typeof TriggerDecision.Type

/** A decision on the record, with when it was recorded; absent before it is. */
export type RecordedDecision = TriggerDecision & { readonly decidedAt?: Instant }

/** By the key of what was decided on. Once its evidence has grown, a trigger has another key and must be decided again. */
export type TriggerDecisions = Readonly<Record<TriggerKey, RecordedDecision>>

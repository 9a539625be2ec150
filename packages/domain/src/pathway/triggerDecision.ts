/**
 * What became of a risk trigger: a person answers it, with a reason, so that none is left standing unread.
 *
 * That what must be done can be decided against only by a team manager other than the child's allocated worker is our
 * own rule: nobody signs off alone on leaving undone what they were to do.
 */
import { Schema } from "effect"
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

/** By the key of what was decided on. Once its evidence has grown, a trigger has another key and is to be decided again. */
export type TriggerDecisions = Readonly<Record<TriggerKey, RecordedDecision>>

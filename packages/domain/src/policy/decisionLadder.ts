/** The people told one after another that a decision waits, frozen onto the episode with its policy. */
import * as Schema from "effect/Schema"
import { Rung } from "./ladder.ts"
import { sourced } from "./sourced.ts"

const { who, afterMinutes, clock, onlyOutOfHours } = Rung.fields

/** A rung above those who decide: it is told that a decision waits, and of nothing that it is about. */
export const DecisionRung = Schema.Struct({ who, afterMinutes, clock, onlyOutOfHours })
export type DecisionRung = typeof DecisionRung.Type

/** In the order in which they are told; the minutes run from when there was something to decide. */
export const DecisionLadder = sourced(Schema.NonEmptyArray(DecisionRung))
export type DecisionLadder = typeof DecisionLadder.Type

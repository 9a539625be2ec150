import { Instant } from "@safe-return/domain/calendar"
import { type ChildState, type Command, decide, type Refusal } from "@safe-return/domain/pathway"
import { Clock, Effect, Result } from "effect"

/**
 * Fails with what the domain answers to a command that stands for the form as it will be filled in, so that nobody
 * fills in a form that cannot be recorded. `unless` names the refusals that the person's own answers will put right.
 */
export const precheck = Effect.fn("precheck")(function* (
  state: ChildState,
  command: Command,
  unless: ReadonlyArray<Refusal["_tag"]> = []
): Effect.fn.Return<void, Refusal> {
  const now = Instant(yield* Clock.currentTimeMillis)
  const decision = decide(state, command, { now })
  if (Result.isFailure(decision) && !unless.includes(decision.failure._tag)) return yield* Effect.fail(decision.failure)
})

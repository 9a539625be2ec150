import * as Result from "effect/Result"
import type { Instant } from "../../calendar/instant.ts"
import { MILLISECONDS_A_MINUTE } from "../../calendar/unitsOfTime.ts"
import type { PersonId } from "../../vocabulary/identifiers.ts"
import { type Check, pass } from "../check.ts"
import type { PathwayEvent } from "../events.ts"
import { type Refusal, TimeInFuture } from "../refusals.ts"

/** What a command comes to: events to record (none when it was done before), or the reason why not. */
export type Decision = Result.Result<ReadonlyArray<PathwayEvent>, Refusal>

/** What a decision may know besides the child's state. */
export interface DecisionContext {
  readonly now: Instant
  /** Who asks; absent where no person does. */
  readonly by?: PersonId
}

export const accept = (...events: ReadonlyArray<PathwayEvent>): Decision => Result.succeed(events)

/** The event, unless it would change nothing: what is said or sent twice is recorded once. */
export const acceptUnless = (isUnchanged: boolean, event: PathwayEvent): Decision =>
  isUnchanged ? accept() : accept(event)

export const refuse = (refusal: Refusal): Decision => Result.fail(refusal)

/** The decision, once the check has passed. */
export const decideAfter = (check: Check, decision: () => Decision): Decision => Result.flatMap(check, decision)

/** The latest time that is not in the future for a clock that shows `now`. */
export const latestAccepted = (now: Instant, toleranceMinutes: number): Instant =>
  (now + toleranceMinutes * MILLISECONDS_A_MINUTE) as Instant

/** Refuses the first of these times that lies ahead of `now` by more than the tolerance. */
export const checkNotFuture = (
  times: Partial<Record<TimeInFuture["field"], Instant | undefined>>,
  now: Instant,
  toleranceMinutes: number
): Check => {
  const latest = latestAccepted(now, toleranceMinutes)
  for (const [field, time] of Object.entries(times)) {
    if (time !== undefined && time > latest) return Result.fail(TimeInFuture({ field: field as TimeInFuture["field"] }))
  }
  return pass
}

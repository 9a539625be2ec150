/** What a persona did, once it was done: kept for sharing, and told to the scenario that may be waiting for it. */
import { Effect } from "effect"
import { keyOfPersona } from "../scenarios/cast.ts"
import type { Does } from "../scenarios/Scenario.ts"
import { ScenarioPlayer } from "../scenarios/ScenarioPlayer.ts"
import type { Requester } from "./Requester.ts"

/**
 * @param step looked at before it is done, because a form that was sent is gone afterwards; undefined for what is no
 *   step of its own
 */
export const recorded = <A, E, R>(
  { training, me }: Requester,
  step: Does | "time passes" | undefined,
  doing: Effect.Effect<A, E, R>
): Effect.Effect<A, E, R | ScenarioPlayer> =>
  Effect.tap(
    doing,
    Effect.fnUntraced(function* () {
      const who = keyOfPersona(me.id)
      if (who === undefined || step === undefined) return
      const does = step === "time passes" ? undefined : step
      yield* training.recording.add(training.clock.now(), who, does)
      yield* (yield* ScenarioPlayer).noticed(who, does)
    })
  )

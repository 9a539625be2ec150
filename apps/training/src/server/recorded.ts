/** Keeps what a persona did as a step of the workspace's recording, once it was done. */
import { Effect } from "effect"
import { keyOfPersona } from "../scenarios/cast.ts"
import type { Does } from "../scenarios/Scenario.ts"
import type { Asked } from "./Asked.ts"

/**
 * @param step looked at before it is done, because a form that was sent is gone afterwards; undefined for what is no
 *   step of its own
 */
export const recorded = <A, E, R>(
  { training, me }: Asked,
  step: Does | "time passes" | undefined,
  doing: Effect.Effect<A, E, R>
): Effect.Effect<A, E, R> =>
  Effect.tap(doing, () =>
    Effect.sync(() => {
      const who = keyOfPersona(me.id)
      if (who === undefined || step === undefined) return
      training.recording.add(training.clock.now(), who, step === "time passes" ? undefined : step)
    })
  )

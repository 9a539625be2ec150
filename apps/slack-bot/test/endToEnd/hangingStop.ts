/** A process whose end hangs, as one does whose database does not answer. */
import { Duration, Effect } from "effect"
import { runUntilStopped } from "../../src/runUntilStopped.ts"

const hanging = Effect.gen(function* () {
  yield* Effect.addFinalizer(() => Effect.never)
  yield* Effect.sync(() => process.send?.("started"))
  return yield* Effect.never
})
// Something has to keep it alive until it is cut.
setInterval(() => {}, 1_000)
runUntilStopped(Effect.scoped(hanging), Duration.millis(200))

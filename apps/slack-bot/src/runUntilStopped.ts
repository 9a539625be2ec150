/** Runs a program until it ends, fails or is interrupted by Ctrl-C; a failure is told in its own sentence. */
import { Effect, Exit, Fiber } from "effect"

export const runUntilStopped = <E extends { readonly message: string }>(program: Effect.Effect<unknown, E>): void => {
  const fiber = Effect.runFork(
    Effect.catch(program, (failed) =>
      Effect.sync(() => {
        process.stderr.write(`${failed.message}\n`)
        process.exitCode = 1
      })
    )
  )
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => Effect.runFork(Fiber.interrupt(fiber)))
  }
  fiber.addObserver((exit) => {
    const isFault = Exit.isFailure(exit) && !Exit.hasInterrupts(exit)
    if (isFault) process.stderr.write(`${String(exit.cause)}\n`)
    // Everything is closed by now; connections kept alive for reuse would hold the process for seconds more.
    process.exit(isFault ? 1 : (process.exitCode ?? 0))
  })
}

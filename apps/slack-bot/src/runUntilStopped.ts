/** Runs a program until it ends, fails or is interrupted by Ctrl-C; a failure is told in its own sentence. */
import { Duration, Effect, Exit, Fiber } from "effect"

/** However long what is under way would take, a database that hangs among it: supervisors kill after a little more. */
const STOP_WITHIN = Duration.seconds(10)

export const runUntilStopped = <E extends { readonly message: string }>(
  program: Effect.Effect<unknown, E>,
  stopWithin: Duration.Duration = STOP_WITHIN
): void => {
  const stop = () => {
    Effect.runFork(Fiber.interrupt(fiber))
    const cut = () => {
      process.stderr.write(
        `Stopped without waiting longer for what did not end within ${Duration.format(stopWithin)}.\n`
      )
      process.exit(process.exitCode ?? 0)
    }
    setTimeout(cut, Duration.toMillis(stopWithin)).unref()
  }
  // Heard before the program begins: a signal that comes at once would end the process unheard.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop)
  const fiber = Effect.runFork(
    Effect.catch(program, (failed) =>
      Effect.sync(() => {
        process.stderr.write(`${failed.message}\n`)
        process.exitCode = 1
      })
    )
  )
  fiber.addObserver((exit) => {
    const isFault = Exit.isFailure(exit) && !Exit.hasInterrupts(exit)
    if (isFault) process.stderr.write(`${String(exit.cause)}\n`)
    // Everything is closed by now; connections kept alive for reuse would hold the process for seconds more.
    process.exit(isFault ? 1 : (process.exitCode ?? 0))
  })
}

import { Effect, Exit, Fiber } from "effect"
import { startFromEnvironment } from "./startFromEnvironment.ts"

const fiber = Effect.runFork(
  startFromEnvironment(process.env).pipe(
    Effect.catch((failed) =>
      Effect.sync(() => {
        process.stderr.write(`${failed.message}\n`)
        process.exitCode = 1
      })
    )
  )
)

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => Effect.runFork(Fiber.interrupt(fiber)))
}

fiber.addObserver((exit) => {
  // Interrupted is how it is meant to stop; anything else is a fault that whoever runs it must notice.
  if (Exit.isFailure(exit) && !Exit.hasInterrupts(exit)) process.exitCode = 1
})

/** What nobody in the program dealt with: it ends no process without people hearing of it. */
import { Deferred, Duration, Effect, Schema } from "effect"
import { Incidents } from "./Incidents.ts"

/** This process cannot go on, and another one can: it ends, and what supervises it starts it again. */
export class MustStartAgain extends Schema.TaggedError<MustStartAgain>()("MustStartAgain", { reason: Schema.String }) {
  override get message() {
    return `${this.reason} This process ends, so that it is started again.`
  }
}

/** It is over when it has not come again for this long. */
const LASTS = Duration.minutes(30)

const REMEDY = "Look for it in the log, and send what it says to the people who maintain Safe Return."

/** Hears of unhandled failures; gives those thrown half way through something, after which the process must end. */
export const programFaults = Effect.gen(function* () {
  const incidents = yield* Incidents
  const run = Effect.runForkWith(yield* Effect.context<never>())
  const mustEnd = yield* Deferred.make<MustStartAgain>()

  const tell = (place: string, what: string, cause: unknown) =>
    Effect.andThen(
      Effect.logError(what, cause),
      incidents.raise({ kind: "program-fault", place, what, remedy: REMEDY, lasts: LASTS })
    )
  const onRejection = (cause: unknown): void => {
    run(tell("promise", "A part of the bot failed in a way nobody foresaw, and the bot goes on.", cause))
  }
  const onException = (cause: unknown): void => {
    const what = "The bot failed in a way nobody foresaw."
    run(
      Effect.andThen(
        tell("exception", `${what} It ends itself, to be started again.`, cause),
        Deferred.succeed(mustEnd, new MustStartAgain({ reason: what }))
      )
    )
  }
  yield* Effect.acquireRelease(
    Effect.sync(() => {
      process.on("unhandledRejection", onRejection)
      process.on("uncaughtException", onException)
    }),
    () =>
      Effect.sync(() => {
        process.off("unhandledRejection", onRejection)
        process.off("uncaughtException", onException)
      })
  )
  return Deferred.await(mustEnd)
})

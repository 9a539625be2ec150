/**
 * Appends to several children at once until it is killed, or until an append fails. Says `open` when it has started
 * and then each event's id once its append has returned.
 */
import { Effect, Logger } from "effect"
import { journalLowdb } from "../../src/files.ts"
import { Journal } from "../../src/index.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

const [, , directory = "", life = "1", lanes = "4"] = process.argv

const say = (line: string) => Effect.sync(() => process.stdout.write(`${line}\n`))

const keepAppending = Effect.fnUntraced(function* (lane: number) {
  const journal = yield* Journal
  for (let number = 0; ; number++) {
    const event = madeUpEvent(`${life}-${lane}-${number}`)
    const { version } = yield* journal.read(child(`LCS-${lane}`))
    yield* journal.append(child(`LCS-${lane}`), version, [event])
    yield* say(event.id)
  }
})

const appendInLanes = Effect.gen(function* () {
  yield* say("open")
  const numbers = Array.from({ length: Number(lanes) }, (_, lane) => lane)
  yield* Effect.forEach(numbers, keepAppending, { concurrency: "unbounded", discard: true })
})

export const run = () =>
  Effect.runPromise(
    appendInLanes.pipe(
      Effect.provide(journalLowdb(directory)),
      Effect.catch((failure) => say(`failed: ${failure.message}`)),
      // What a start says of the kill before it is no line of ours.
      Effect.provide(Logger.layer([]))
    )
  )

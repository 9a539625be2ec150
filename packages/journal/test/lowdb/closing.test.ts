import { setTimeout as pause } from "node:timers/promises"
import { expect, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { Journal, journalLowdb } from "../../src/index.ts"
import { watchFlushes } from "../flushes.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

it.live("closing the journal waits for appends under way and refuses those that come after", () =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    const restart = restarted(journalLowdb(directory))
    const numbers = Array.from({ length: 30 }, (_, number) => number)
    const appendOne = (number: number) =>
      Effect.flatMap(Journal, (journal) => journal.append(child(`LCS-${number}`), 0, [madeUpEvent(number)]))
    yield* watchFlushes(() => pause(20))
    const appending = yield* restart(
      Effect.gen(function* () {
        const appendAll = Effect.forEach(numbers, (number) => Effect.exit(appendOne(number)), {
          concurrency: "unbounded"
        })
        const appending = yield* Effect.forkDetach(appendAll)
        yield* Effect.sleep(10)
        return appending
      })
    )
    const kept = yield* restart(Effect.flatMap(Journal, (journal) => journal.readAll))
    const exits = yield* Fiber.join(appending)
    const succeeded = numbers.filter((number) => exits[number]?._tag === "Success")
    expect(succeeded.length).toBeGreaterThan(0)
    expect(succeeded.length).toBeLessThan(numbers.length)
    expect(new Set<string>(kept.map(({ id }) => id))).toEqual(new Set(succeeded.map((number) => `event-${number}`)))
  }).pipe(Effect.scoped)
)

import { setTimeout as pause } from "node:timers/promises"
import { expect, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { journalLowdb } from "../../src/files.ts"
import { Journal } from "../../src/index.ts"
import { watchFlushes } from "../flushes.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

it.live("closing the journal waits for appends under way and refuses those that come after", () =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    const restart = restarted(journalLowdb(directory))
    // More than are written at once.
    const numbers = Array.from({ length: 100 }, (_, number) => number)
    const appendAll = Effect.fnUntraced(function* (journal: Journal["Service"]) {
      const appendOne = (number: number) => journal.append(child(`LCS-${number}`), 0, [madeUpEvent(number)])
      return yield* Effect.forEach(numbers, (number) => Effect.exit(appendOne(number)), { concurrency: "unbounded" })
    })
    const underWay = Promise.withResolvers<void>()
    let isOpen = false
    yield* watchFlushes((isFolder) => {
      if (isOpen && !isFolder) underWay.resolve()
      return pause(20)
    })
    const [journal, appending] = yield* restart(
      Effect.gen(function* () {
        const journal = yield* Journal
        isOpen = true
        const appending = yield* Effect.forkDetach(appendAll(journal))
        yield* Effect.promise(() => underWay.promise)
        return [journal, appending] as const
      })
    )
    const exits = yield* Fiber.join(appending)
    const succeeded = numbers.filter((number) => exits[number]?._tag === "Success")
    expect(succeeded.length).toBeGreaterThan(0)
    expect(succeeded.length).toBeLessThan(numbers.length)
    const after = yield* Effect.exit(journal.append(child(`LCS-${numbers.length}`), 0, [madeUpEvent(numbers.length)]))
    expect(after._tag).toBe("Failure")
    const kept = yield* restart(Effect.flatMap(Journal, (again) => again.readAll))
    expect(new Set<string>(kept.map(({ id }) => id))).toEqual(new Set(succeeded.map((number) => `event-${number}`)))
  }).pipe(Effect.scoped)
)

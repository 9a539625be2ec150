import { describe, expect, it } from "@effect/vitest"
import { wayTo } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer, Redacted } from "effect"
import { Journal } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { newCouncil } from "./freshDatabase.ts"

/** In time for Slack's three seconds and the tests' slow machines; waiting for a cancellation takes seven and more. */
const IN_TIME = 4_000

const NO_ANSWER = "The journal cannot be used: the database does not answer."

describe("the journal on a database that hangs", () => {
  it.live(
    "everybody is answered in time, told what may be saved, and a repeat is kept once",
    () =>
      Effect.gen(function* () {
        const council = yield* newCouncil
        const url = new URL(Redacted.value(council.url))
        const way = yield* wayTo(Number(url.port))
        url.port = String(way.port)
        const place = { ...council, url: Redacted.make(url.href) }
        const journal = Context.get(yield* Layer.build(postgresLayer(place)), Journal)
        yield* journal.append(child("LCS-1"), 0, [madeUpEvent(1)])

        const appends = [2, 3, 4].map((number) => journal.append(child(`LCS-${number}`), 0, [madeUpEvent(number)]))
        const asked: ReadonlyArray<Effect.Effect<unknown, Error>> = [...appends, journal.read(child("LCS-1"))]

        yield* way.holdUp
        const began = performance.now()
        const failed = yield* Effect.forEach(asked, Effect.flip, { concurrency: "unbounded" })
        expect(performance.now() - began).toBeLessThan(IN_TIME)
        const [first, ...others] = failed.map(({ message }) => message.replace(/ at \S+ /, " "))
        expect(first).toBe(`${NO_ANSWER} It may have been saved all the same: look first.`)
        expect(others.pop()).toBe(`${NO_ANSWER} Nothing was changed.`)
        for (const message of others) expect(message.startsWith(NO_ANSWER)).toBe(true)

        yield* way.goOn
        yield* Effect.all(appends)
        const kept = yield* journal.readAll
        expect(kept.map(({ id }) => id).toSorted()).toEqual(["event-1", "event-2", "event-3", "event-4"])
        expect(kept.map(({ position }) => position)).toEqual([1, 2, 3, 4])
      }).pipe(Effect.scoped),
    120_000
  )
})

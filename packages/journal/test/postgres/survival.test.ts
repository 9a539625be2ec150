import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { askForPostgres, connectedAs, freshDatabaseOn, startPostgres } from "@safe-return/postgres-testkit"
import { Effect, Exit, Fiber, Layer, Redacted, Stream } from "effect"
import { writeOnDisk } from "../../../test-suite/src/writeOnDisk.ts"
import { Deliveries, Journal, type JournalUnavailable } from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { freshCouncil, newCouncil } from "./freshDatabase.ts"

writeOnDisk()

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number)

/** Appends until it succeeds, as a person does who is told that it may not have been saved. */
const appendSurely = (reference: string, version: number, number: number): Effect.Effect<void, never, Journal> =>
  Effect.gen(function* () {
    yield* (yield* Journal).append(child(reference), version, [madeUpEvent(`${reference}-${number}`)])
  }).pipe(
    Effect.catchTag(["EventIdUsed", "StreamMoved"], Effect.die),
    Effect.catchTag("JournalUnavailable", () =>
      Effect.andThen(Effect.sleep(100), appendSurely(reference, version, number))
    )
  )

const LANES = 4
const EACH = 40

/** Appends in several lanes while `disturb` runs, and compares what a subscriber heard with what is kept. */
const appendThrough = <E>(disturb: Effect.Effect<unknown, E>) =>
  Effect.gen(function* () {
    const journal = yield* Journal
    const news = yield* journal.subscribe
    const lanes = yield* Effect.forkChild(
      Effect.forEach(
        numbers(LANES),
        (lane) =>
          Effect.forEach(numbers(EACH), (number) =>
            Effect.andThen(appendSurely(`LCS-${lane}`, number, number), Effect.sleep(10))
          ),
        { concurrency: "unbounded" }
      )
    )
    yield* Effect.sleep(100)
    yield* disturb
    yield* Fiber.join(lanes)
    const kept = yield* journal.readAll
    expect(kept.map(({ position }) => position)).toEqual(numbers(LANES * EACH).map((number) => number + 1))
    expect(yield* news.pipe(Stream.take(LANES * EACH), Stream.runCollect)).toEqual(kept)
  })

const awayInWords = (failed: JournalUnavailable) => {
  expect(failed.message).toMatch(/^The journal at postgresql:\/\/bot_\w+@127\.0\.0\.1:\d+\/test_\w+ cannot be used: /)
  expect(failed.reason).toBe("the database does not answer")
}

describe("the journal in PostgreSQL", () => {
  it.live("goes on when every connection is cut, again and again", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const superuser = yield* connectedAs(yield* Effect.promise(askForPostgres))
      const cut = superuser`
        select pg_terminate_backend(pid) from pg_stat_activity where usename = ${council.role} and pid <> pg_backend_pid()`
      yield* appendThrough(Effect.repeat(Effect.andThen(cut, Effect.sleep(60)), { times: 5 })).pipe(
        Effect.provide(postgresLayer(council))
      )
    }).pipe(Effect.scoped)
  )

  it.live(
    "outlives the server: says so while it is away, loses nothing and goes on by itself",
    () =>
      Effect.gen(function* () {
        const server = yield* Effect.acquireRelease(
          Effect.promise(() => startPostgres()),
          ({ remove }) => Effect.promise(remove)
        )
        const council = yield* freshCouncil(yield* freshDatabaseOn(server.url("postgres", "postgres")))
        const away = Effect.gen(function* () {
          const journal = yield* Journal
          awayInWords(yield* Effect.flip(journal.read(child("LCS-1"))))
          const unsaved = yield* Effect.flip(journal.append(child("LCS-9"), 0, [madeUpEvent("away")]))
          if (unsaved._tag === "JournalUnavailable") awayInWords(unsaved)
          const asked = { key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 1), by: "this" }
          awayInWords(yield* Effect.flip((yield* Deliveries).claim(child("LCS-1"), asked)))
        })
        const restartTwice = Effect.gen(function* () {
          for (const how of ["killed", "fast"] as const) {
            yield* Effect.promise(() => server.stop(how))
            yield* away
            yield* Effect.promise(() => server.start())
            yield* Effect.sleep(300)
          }
        })
        const kept = yield* Layer.build(postgresLayer(council))
        yield* appendThrough(Effect.provideContext(restartTwice, kept)).pipe(Effect.provideContext(kept))
      }).pipe(Effect.scoped),
    120_000
  )

  it.live(
    "a start without a server fails in the same words, or waits for one where that is set",
    () =>
      Effect.gen(function* () {
        const server = yield* Effect.acquireRelease(
          Effect.promise(() => startPostgres()),
          ({ remove }) => Effect.promise(remove)
        )
        const council = yield* freshCouncil(yield* freshDatabaseOn(server.url("postgres", "postgres")))
        yield* Effect.promise(() => server.stop("fast"))
        const start = (waitForAnswer: boolean) =>
          Effect.scoped(Layer.build(postgresLayer({ ...council, waitForAnswer })))
        const failed = yield* Effect.flip(start(false))
        expect(failed.message).toContain("the database does not answer. Nothing was changed.")
        const waiting = yield* Effect.forkChild(start(true))
        yield* Effect.sleep(200)
        expect(waiting.pollUnsafe()).toBeUndefined()
        yield* Effect.promise(() => server.start())
        expect(Exit.isSuccess(yield* Fiber.await(waiting))).toBe(true)
      }).pipe(Effect.scoped),
    120_000
  )

  it.live("tells a password that is wrong from a server that is away", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const url = new URL(Redacted.value(council.url))
      url.username = "nobody_of_that_name"
      const start = Effect.scoped(Layer.build(postgresLayer({ ...council, url: Redacted.make(url.href) })))
      expect((yield* Effect.flip(start)).message).toContain("the database does not let this user in")
    })
  )
})

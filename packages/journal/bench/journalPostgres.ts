/** An append in PostgreSQL beside a bare `INSERT` of the same bytes: one server, one run, as many at once. */
import { PgClient } from "@effect/sql-pg"
import type { Benchmark, Measured, Peer } from "@safe-return/bench"
import { RecordedEvent } from "@safe-return/domain/pathway"
import { freshDatabaseOn, startPostgres } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer, Redacted, Schema } from "effect"
import { Reactivity } from "effect/reactivity"
import { Journal } from "../src/index.ts"
import { postgresLayer } from "../src/postgres/index.ts"
import { child, madeUpEvent } from "../test/syntheticEvents.ts"

/** Short ones in turn: what else the machine does falls on both alike. */
const ROUNDS = 41
const APPENDS_A_ROUND = 48
/** As many as an instance has connections. */
const AT_ONCE = 8

const MUST = "at least 0.7 × a bare INSERT of the same bytes, 8 at once and one after another"

/** Milliseconds each took and the whole round took. */
interface Round {
  readonly each: ReadonlyArray<number>
  readonly whole: number
}

const timed = <E>(one: (number: number) => Effect.Effect<unknown, E>, atOnce: number, first: number) =>
  Effect.gen(function* () {
    const each: Array<number> = []
    const began = performance.now()
    yield* Effect.forEach(
      Array.from({ length: APPENDS_A_ROUND }, (_, index) => first + index),
      (number) => {
        const asked = performance.now()
        return Effect.tap(one(number), () => Effect.sync(() => each.push(performance.now() - asked)))
      },
      { concurrency: atOnce, discard: true }
    )
    return { each, whole: performance.now() - began } satisfies Round
  })

const quantile = (values: ReadonlyArray<number>, at: number): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN
}

const rounded = (value: number): number => Number(value.toPrecision(3))

/** What one append costs of the round's time: with several at once less than each of them waits. */
const median = (rounds: ReadonlyArray<Round>): number =>
  quantile(
    rounds.map(({ whole }) => whole / APPENDS_A_ROUND),
    0.5
  )

const summary = (rounds: ReadonlyArray<Round>) => ({
  median: rounded(median(rounds)),
  p99: rounded(
    quantile(
      rounds.flatMap(({ each }) => each),
      0.99
    )
  )
})

const openBoth = Effect.gen(function* () {
  const server = yield* Effect.acquireRelease(
    Effect.promise(() => startPostgres()),
    ({ remove }) => Effect.promise(remove)
  )
  const database = yield* freshDatabaseOn(server.url("postgres", "postgres"))
  const url = Redacted.make(database.as(database.owner))
  const place = { url, council: "Nowhereshire" }
  const journal = Context.get(yield* Layer.build(postgresLayer(place)), Journal)
  const sql = yield* PgClient.make({ url, maxConnections: AT_ONCE }).pipe(Effect.provide(Reactivity.layer))
  yield* sql`create table bare (id text primary key, recorded text not null)`
  return { journal, sql }
})

const measureBoth = Effect.gen(function* () {
  const { journal, sql } = yield* openBoth
  const bytes = Schema.encodeSync(Schema.fromJsonString(RecordedEvent))(madeUpEvent(0).recorded)
  const append = (number: number) => journal.append(child(`LCS-${number}`), 0, [madeUpEvent(number)])
  const insert = (number: number) => sql`insert into bare (id, recorded) values (${`event-${number}`}, ${bytes})`
  const found = new Map<string, Array<Round>>()
  for (let round = 0; round <= ROUNDS; round++) {
    for (const atOnce of [AT_ONCE, 1]) {
      for (const [name, one] of [
        ["ours", append],
        ["bare", insert]
      ] as const) {
        const measured = yield* timed<unknown>(one, atOnce, (round * 2 + (atOnce === 1 ? 1 : 0)) * APPENDS_A_ROUND)
        // The first round opens connections and plans statements.
        if (round > 0) found.set(`${name} ${atOnce}`, [...(found.get(`${name} ${atOnce}`) ?? []), measured])
      }
    }
  }
  const kept = (yield* journal.readAll).length
  const [{ inserted } = { inserted: 0 }] = yield* sql<{ inserted: number }>`select count(*)::int as inserted from bare`
  if (kept !== inserted) throw new Error(`${kept} appends were kept, and ${inserted} rows`)
  return (key: string) => found.get(key) ?? []
})

const run = async (): Promise<Measured> => {
  const rounds = await Effect.runPromise(Effect.scoped(measureBoth))
  const peer = (atOnce: number, words: string): Peer => {
    const bare = rounds(`bare ${atOnce}`)
    const ours = rounds(`ours ${atOnce}`)
    const ratios = bare.map(({ whole }, round) => whole / (ours[round]?.whole ?? Number.NaN))
    return { name: `a bare INSERT, ${words}`, ...summary(bare), ratio: rounded(quantile(ratios, 0.5)) }
  }
  const peers = [peer(AT_ONCE, `${AT_ONCE} at once`), peer(1, "one after another")]
  return {
    ours: { ...summary(rounds(`ours ${AT_ONCE}`)), unit: "ms", runs: ROUNDS * APPENDS_A_ROUND },
    peers,
    must: MUST,
    met: peers.every(({ ratio }) => ratio >= 0.7)
  }
}

export const journalPostgres: Benchmark = {
  id: "journal.postgres",
  work: `append one event in PostgreSQL, ${AT_ONCE} at once`,
  run
}

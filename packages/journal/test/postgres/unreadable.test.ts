import { describe, expect, it } from "@effect/vitest"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Context, Effect, Layer, Stream } from "effect"
import { Journal } from "../../src/index.ts"
import { type CouncilDatabase, postgresLayer } from "../../src/postgres/index.ts"
import { newerRecords, recordInDatabase } from "../newerVersion.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { unreadableContract } from "../unreadableContract.ts"
import { freshCouncil, freshDatabase, newCouncil } from "./freshDatabase.ts"

const layerOf = (council: CouncilDatabase) => Layer.orDie(postgresLayer(council))

unreadableContract(
  "PostgreSQL",
  Effect.map(newCouncil, (council) => ({
    layer: Layer.catchTag(postgresLayer(council), "DatabaseAddressRefused", (refused) =>
      Layer.effectContext(Effect.die(refused))
    ),
    record: (event) => recordInDatabase(council, event),
    damage: (event) => recordInDatabase(council, event)
  }))
)

const newer = { ...{ child: child("LCS-1"), id: "newer" }, position: 2, version: 2, recorded: newerRecords[0]?.[2] }

describe("an instance beside one of a newer version", () => {
  it.live("hears of every child at once, and of what it cannot read as well", () =>
    Effect.gen(function* () {
      const council = yield* newCouncil
      const [here, there] = yield* Effect.all([
        Layer.build(Layer.fresh(layerOf(council))),
        Layer.build(Layer.fresh(layerOf(council)))
      ])
      const [journal, other] = [Context.get(here, Journal), Context.get(there, Journal)]
      const news = yield* journal.subscribe
      const unreadable = yield* journal.subscribeUnreadable
      const [first] = yield* other.append(child("LCS-1"), 0, [madeUpEvent(1)])
      yield* recordInDatabase(council, newer)
      const began = performance.now()
      const [last] = yield* other.append(child("LCS-2"), 0, [madeUpEvent(2)])
      expect(yield* news.pipe(Stream.take(2), Stream.runCollect)).toEqual([first, last])
      // By itself an instance looks every five seconds.
      expect(performance.now() - began).toBeLessThan(2_500)
      expect(yield* unreadable.pipe(Stream.take(1), Stream.runCollect)).toMatchObject([{ child: "LCS-1", version: 2 }])
      // A stream that ends in what cannot be read goes on being followed.
      const [after] = yield* journal.append(child("LCS-1"), 2, [madeUpEvent(3)])
      expect(after).toMatchObject({ version: 3, position: 4 })
      expect(yield* news.pipe(Stream.take(1), Stream.runCollect)).toEqual([after])
    }).pipe(Effect.scoped)
  )

  it.live("no longer counts what has been corrected, or erased, since", () =>
    Effect.gen(function* () {
      const database = yield* freshDatabase
      const council = yield* freshCouncil(database)
      const journal = Context.get(yield* Layer.build(layerOf(council)), Journal)
      yield* journal.append(child("LCS-1"), 0, [madeUpEvent(1)])
      yield* recordInDatabase(council, newer)
      expect(yield* journal.readAll).toHaveLength(1)
      expect(yield* journal.unreadable).toHaveLength(1)
      const superuser = yield* connectedAs(database.as("postgres"))
      yield* superuser`update safe_return.events e set recorded = first.recorded
        from safe_return.events first where e.id = 'newer' and first.id = 'event-1'`
      expect(yield* journal.unreadable).toEqual([])
      expect((yield* journal.read(child("LCS-1"))).entries).toHaveLength(2)
    }).pipe(Effect.scoped)
  )
})

/** What every layer of the journal makes of events that only a newer version can read. */
import { describe, expect, it } from "@effect/vitest"
import { Effect, type Layer, type Scope } from "effect"
import { type Erasures, Journal, type JournalUnavailable } from "../src/index.ts"
import { appendAtTheEnd } from "./journalContract.ts"
import { type NewerEvent, newerRecords, widerRecord } from "./newerVersion.ts"
import { restarted } from "./restart.ts"
import { child, madeUpEvent } from "./syntheticEvents.ts"

interface NewerPlace {
  readonly layer: Layer.Layer<Journal | Erasures, JournalUnavailable>
  /** A newer version records an event, while none of ours is running. */
  readonly record: (event: NewerEvent) => Effect.Effect<void, JournalUnavailable>
  /** An event becomes something that is no event of any version, by a fault or a hand. */
  readonly damage: (event: NewerEvent) => Effect.Effect<void, JournalUnavailable>
}

const one = child("LCS-1")

export const unreadableContract = (name: string, freshPlace: Effect.Effect<NewerPlace, never, Scope.Scope>) => {
  describe(`${name}: events of a newer version`, () => {
    it.live.each(newerRecords)("are passed over, counted and named: %s", ([, tag, recorded]) =>
      Effect.gen(function* () {
        const place = yield* freshPlace
        const first = yield* restarted(place.layer)(appendAtTheEnd("LCS-1", madeUpEvent(1)))
        yield* place.record({ child: one, version: 2, position: 2, id: "newer", recorded })
        const unreadable = [{ id: "newer", child: one, version: 2, position: 2, tag, isReadInPart: false }]
        yield* restarted(place.layer)(
          Effect.gen(function* () {
            const journal = yield* Journal
            expect(yield* journal.readAll).toEqual(first)
            expect(yield* journal.unreadable).toEqual(unreadable)
            expect(yield* journal.read(one)).toEqual({ child: one, version: 2, entries: first, unreadable })
            // Another child's stream goes on, at the next position.
            const other = yield* journal.append(child("LCS-2"), 0, [madeUpEvent(2)])
            expect(other).toMatchObject([{ version: 1, position: 3 }])
            // A decision that counted without it is told that the stream has moved.
            const moved = yield* Effect.flip(journal.append(one, 1, [madeUpEvent(3)]))
            expect(moved).toMatchObject({ _tag: "StreamMoved", actual: 2 })
            expect(yield* journal.append(one, 2, [madeUpEvent(3)])).toMatchObject([{ version: 3, position: 4 }])
          })
        )
        yield* restarted(place.layer)(
          Effect.gen(function* () {
            const journal = yield* Journal
            const all = yield* journal.readAll
            expect(all.map(({ id, version, position }) => [id, version, position])).toEqual([
              ["event-1", 1, 1],
              ["event-2", 1, 3],
              ["event-3", 3, 4]
            ])
            expect(yield* journal.unreadable).toEqual(unreadable)
            expect((yield* journal.read(one)).version).toBe(3)
          })
        )
      }).pipe(Effect.scoped)
    )

    it.live("are read as far as they go where they merely say more, and counted all the same", () =>
      Effect.gen(function* () {
        const place = yield* freshPlace
        yield* restarted(place.layer)(appendAtTheEnd("LCS-1", madeUpEvent(1)))
        yield* place.record({ child: one, version: 2, position: 2, id: "wider", recorded: widerRecord })
        yield* restarted(place.layer)(
          Effect.gen(function* () {
            const journal = yield* Journal
            const [, wider] = yield* journal.readAll
            expect(wider).toMatchObject({ id: "wider", version: 2, recorded: madeUpEvent(1).recorded })
            expect(yield* journal.unreadable).toMatchObject([{ id: "wider", tag: "ChildFound", isReadInPart: true }])
            expect(yield* journal.append(one, 2, [madeUpEvent(3)])).toMatchObject([{ version: 3, position: 3 }])
          })
        )
        const left = restarted(place.layer)(Effect.flatMap(Journal, ({ readAll }) => readAll))
        expect((yield* left).map(({ id }) => id)).toEqual(["event-1", "wider", "event-3"])
      }).pipe(Effect.scoped)
    )

    it.live("keep their id, so that nothing else is recorded under it", () =>
      Effect.gen(function* () {
        const place = yield* freshPlace
        yield* restarted(place.layer)(appendAtTheEnd("LCS-1", madeUpEvent(1)))
        const recorded = newerRecords[0]?.[2]
        yield* place.record({ child: one, version: 2, position: 2, id: "event-7", recorded })
        yield* restarted(place.layer)(
          Effect.gen(function* () {
            const journal = yield* Journal
            const used = yield* Effect.flip(journal.append(child("LCS-2"), 0, [madeUpEvent(7)]))
            expect(used).toMatchObject({ _tag: "EventIdUsed", id: "event-7" })
          })
        )
      }).pipe(Effect.scoped)
    )

    it.live("may be all there is of a child, and the newest of all", () =>
      Effect.gen(function* () {
        const place = yield* freshPlace
        const recorded = newerRecords[0]?.[2]
        yield* restarted(place.layer)(appendAtTheEnd("LCS-2", madeUpEvent(1)))
        yield* place.record({ child: one, version: 1, position: 2, id: "newer", recorded })
        yield* restarted(place.layer)(
          Effect.gen(function* () {
            const journal = yield* Journal
            expect(yield* journal.readAll).toHaveLength(1)
            expect(yield* journal.read(one)).toMatchObject({ version: 1, entries: [] })
            expect(yield* journal.append(one, 1, [madeUpEvent(2)])).toMatchObject([{ version: 2, position: 3 }])
            expect(yield* journal.unreadable).toHaveLength(1)
          })
        )
      }).pipe(Effect.scoped)
    )

    it.live("are told from what is no event of any version, which refuses to be read", () =>
      Effect.gen(function* () {
        const place = yield* freshPlace
        yield* restarted(place.layer)(appendAtTheEnd("LCS-1", madeUpEvent(1)))
        yield* place.damage({ child: one, version: 2, position: 2, id: "damaged", recorded: { event: "ChildFound" } })
        const refused = yield* Effect.flip(restarted(place.layer)(Effect.flatMap(Journal, ({ readAll }) => readAll)))
        expect(refused).toMatchObject({ _tag: "JournalUnavailable" })
        expect(refused.message.toLowerCase()).toContain("lcs-1")
      }).pipe(Effect.scoped)
    )
  })
}

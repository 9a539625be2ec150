/** What every layer of erasures must do, wherever the records are kept. */
import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { Effect, type Layer, Option, type Scope, Stream } from "effect"
import { leastOf } from "../src/Erasures.ts"
import { Deliveries, Erasures, Holds, Journal, type JournalUnavailable, Profiles } from "../src/index.ts"
import { madeUpHold } from "./holdsContract.ts"
import { asked } from "./madeUpErasure.ts"
import { restarted } from "./restart.ts"
import { child, madeUpEvent } from "./syntheticEvents.ts"

export type Kept = Deliveries | Erasures | Holds | Journal | Profiles

/** Two children: LCS-1 with the first and the last position, LCS-2 with the one between. */
export const fill = Effect.gen(function* () {
  const journal = yield* Journal
  const deliveries = yield* Deliveries
  const profiles = yield* Profiles
  yield* journal.append(child("LCS-1"), 0, [madeUpEvent(1)])
  yield* journal.append(child("LCS-2"), 0, [madeUpEvent(2)])
  yield* journal.append(child("LCS-1"), 1, [madeUpEvent(3)])
  for (const reference of ["LCS-1", "LCS-2"]) {
    yield* deliveries.keep(child(reference), {
      _tag: "Superseded",
      key: `reminder:${reference}`,
      by: "later",
      at: utc(2026, 11, 1)
    })
    yield* profiles.bring({ child: child(reference), allocatedWorker: PersonId.make("UMADEUP1") })
  }
})

/** What is held of a child, as a reader sees it. */
export const heldOf = (reference: string) =>
  Effect.gen(function* () {
    const { entries } = yield* (yield* Journal).read(child(reference))
    return {
      events: entries.length,
      profile: Option.isSome(yield* (yield* Profiles).find(child(reference))),
      deliveries: (yield* (yield* Deliveries).of(child(reference))).size
    }
  })

export const nothing = { events: 0, profile: false, deliveries: 0 }

const erase = Effect.flatMap(Erasures, (erasures) => erasures.erase(asked))

export const erasuresContract = (
  name: string,
  fresh: Effect.Effect<Layer.Layer<Kept, JournalUnavailable>, never, Scope.Scope>
) =>
  describe(`erasures in ${name}`, () => {
    it.live("leave nothing of the child and everything of others, and say what was removed", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        yield* restart(fill)
        const tombstone = yield* restart(erase)
        expect(tombstone).toMatchObject({
          ...asked,
          removed: { events: 2, profile: 1, deliveries: 1, reveals: 0 },
          lastPosition: 3
        })
        expect(yield* restart(heldOf("LCS-1"))).toEqual(nothing)
        expect(yield* restart(heldOf("LCS-2"))).toEqual({ events: 1, profile: true, deliveries: 1 })
        const all = yield* restart(Effect.flatMap(Journal, (journal) => journal.readAll))
        expect(all.map(({ position }) => position)).toEqual([2])
        expect(yield* restart(Effect.flatMap(Erasures, (erasures) => erasures.all))).toEqual([tombstone])
      }).pipe(Effect.scoped)
    )

    it.live("give no position out again, and let the child be recorded again", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        yield* restart(fill)
        yield* restart(erase)
        const again = yield* restart(
          Effect.flatMap(Journal, (journal) => journal.append(child("LCS-1"), 0, [madeUpEvent(4)]))
        )
        expect(again).toMatchObject([{ version: 1, position: 4 }])
        expect(yield* restart(heldOf("LCS-1"))).toEqual({ ...nothing, events: 1 })
        const second = yield* restart(erase)
        expect(second).toMatchObject({ removed: { events: 1 }, lastPosition: 4 })
        expect(yield* restart(Effect.flatMap(Erasures, (erasures) => erasures.all))).toHaveLength(2)
        expect(yield* restart(heldOf("LCS-1"))).toEqual(nothing)
      }).pipe(Effect.scoped)
    )

    it.live("are done again on a journal from before them, past a hold it brought back, and once", () =>
      Effect.gen(function* () {
        const later = restarted(yield* fresh)
        yield* later(fill)
        const tombstone = yield* later(erase)
        const restored = restarted(yield* fresh)
        yield* restored(fill)
        yield* restored(Effect.flatMap(Holds, (holds) => holds.set(madeUpHold(1))))
        const other = { ...tombstone, child: child("LCS-9"), lastPosition: 12 }
        const doAgain = Effect.flatMap(Erasures, (erasures) => erasures.replayErasures([tombstone, other]))
        expect(yield* restored(doAgain)).toEqual({ erased: [child("LCS-1")], tombstones: 2 })
        expect(yield* restored(heldOf("LCS-1"))).toEqual(nothing)
        expect(yield* restored(heldOf("LCS-2"))).toEqual({ events: 1, profile: true, deliveries: 1 })
        expect(yield* restored(Effect.flatMap(Erasures, (erasures) => erasures.all))).toEqual([tombstone, other])
        expect(yield* restored(doAgain)).toEqual({ erased: [], tombstones: 0 })
        const [added] = yield* restored(
          Effect.flatMap(Journal, (journal) => journal.append(child("LCS-1"), 0, [madeUpEvent(5)]))
        )
        expect(added?.position).toBe(13)
        yield* restored(doAgain)
        expect((yield* restored(heldOf("LCS-1"))).events).toBe(1)
      }).pipe(Effect.scoped)
    )

    it.live("are told to subscribers, with the last position to forget", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        yield* restart(
          Effect.scoped(
            Effect.gen(function* () {
              yield* fill
              const news = yield* (yield* Erasures).subscribe
              const tombstone = yield* erase
              expect(tombstone.lastPosition).toBe(3)
              expect(yield* news.pipe(Stream.take(1), Stream.runCollect)).toEqual([leastOf(tombstone)])
            })
          )
        )
      }).pipe(Effect.scoped)
    )

    it.live("are refused while a hold stands on another spelling of the reference", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        yield* restart(fill)
        yield* restart(Effect.flatMap(Holds, (holds) => holds.set(madeUpHold(1, "lcs-1"))))
        expect(yield* restart(Effect.flip(erase))).toMatchObject({ _tag: "UnderHold" })
        expect((yield* restart(heldOf("LCS-1"))).events).toBe(2)
      }).pipe(Effect.scoped)
    )

    it.live("are refused while any hold stands, and of a child without records", () =>
      Effect.gen(function* () {
        const restart = restarted(yield* fresh)
        yield* restart(fill)
        const { reference } = madeUpHold(1)
        yield* restart(Effect.flatMap(Holds, (holds) => holds.set(madeUpHold(1))))
        const refused = yield* restart(Effect.flip(erase))
        expect(refused).toMatchObject({ _tag: "UnderHold" })
        expect(refused.message).toContain("court proceedings (LEGAL-1)")
        expect(yield* restart(heldOf("LCS-1"))).toEqual({ events: 2, profile: true, deliveries: 1 })
        yield* restart(
          Effect.flatMap(Holds, (holds) =>
            holds.release({ child: child("LCS-1"), reference, at: utc(2027, 1, 1), by: asked.by })
          )
        )
        yield* restart(erase)
        expect((yield* restart(Effect.flip(erase)))._tag).toBe("NoRecordsHeld")
        expect(yield* restart(Effect.flatMap(Holds, (holds) => holds.of(child("LCS-1"))))).toHaveLength(1)
      }).pipe(Effect.scoped)
    )
  })

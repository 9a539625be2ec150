/** What every layer of the journal promises, whatever it keeps the entries in. */

import { describe, expect, it } from "@effect/vitest"
import { Instant } from "@safe-return/domain/calendar"
import { Effect, Exit, Fiber, type Scope, Stream } from "effect"
import fc from "fast-check"
import { type EventIdUsed, Journal, type JournalEntry, type JournalUnavailable, type NewEvent } from "../src/index.ts"
import { behavesLikeLists, deeds } from "./journalModel.ts"
import { type FreshJournal, restarted } from "./restart.ts"
import { child, madeUpEvent } from "./syntheticEvents.ts"

const events = (...numbers: ReadonlyArray<number>): ReadonlyArray<NewEvent> => numbers.map(madeUpEvent)

const idsOf = (entries: ReadonlyArray<JournalEntry>) => entries.map(({ id }) => id)

/** Appends whatever was recorded in between, as a caller does. */
export const appendAtTheEnd = (
  reference: string,
  event: NewEvent
): Effect.Effect<ReadonlyArray<JournalEntry>, EventIdUsed | JournalUnavailable, Journal> =>
  Effect.gen(function* () {
    const journal = yield* Journal
    const { version } = yield* journal.read(child(reference))
    return yield* journal.append(child(reference), version, [event])
  }).pipe(Effect.catchTag("StreamMoved", () => appendAtTheEnd(reference, event)))

export const journalContract = (name: string, freshJournal: FreshJournal) => {
  const inFreshJournal = <A, E>(effect: Effect.Effect<A, E, Journal | Scope.Scope>) =>
    Effect.scoped(Effect.flatMap(freshJournal, (layer) => restarted(layer)(Effect.scoped(effect))))

  describe(`${name}: the journal's contract`, () => {
    it.live("knows nothing of a child without records", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          expect(yield* journal.read(child("LCS-1"))).toEqual({ child: "LCS-1", version: 0, entries: [] })
          expect(yield* journal.readAll).toEqual([])
        })
      )
    )

    it.live("names every child with records, as recorded", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          expect(yield* journal.children).toEqual([])
          yield* journal.append(child("lcs-2"), 0, events(1))
          yield* journal.append(child("LCS-1"), 0, events(2))
          yield* journal.append(child("lcs-2"), 1, events(3))
          expect([...(yield* journal.children)].sort()).toEqual(["LCS-1", "lcs-2"])
        })
      )
    )

    it.live("counts versions a child and positions over all children", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          yield* journal.append(child("LCS-1"), 0, events(1, 2))
          yield* journal.append(child("LCS-2"), 0, events(3))
          const added = yield* journal.append(child("LCS-1"), 2, events(4))
          expect(added).toEqual([{ ...madeUpEvent(4), child: "LCS-1", version: 3, position: 4 }])
          const stream = yield* journal.read(child("LCS-1"))
          expect(stream.version).toBe(3)
          expect(stream.entries.map(({ version, position }) => [version, position])).toEqual([
            [1, 1],
            [2, 2],
            [3, 4]
          ])
          expect(idsOf(yield* journal.readAll)).toEqual(["event-1", "event-2", "event-3", "event-4"])
        })
      )
    )

    it.live("tells references apart that differ in case alone", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          yield* journal.append(child("LCS-1"), 0, events(1))
          yield* journal.append(child("lcs-1"), 0, events(2))
          expect(idsOf((yield* journal.read(child("LCS-1"))).entries)).toEqual(["event-1"])
          expect(idsOf((yield* journal.read(child("lcs-1"))).entries)).toEqual(["event-2"])
        })
      )
    )

    it.live.each([0, 1, 3])("refuses an append decided on version %i when the stream is at 2", (expected) =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          yield* journal.append(child("LCS-1"), 0, events(1, 2))
          const moved = yield* Effect.flip(journal.append(child("LCS-1"), expected, events(3)))
          expect(moved).toMatchObject({ _tag: "StreamMoved", child: "LCS-1", expected, actual: 2 })
          expect(idsOf(yield* journal.readAll)).toEqual(["event-1", "event-2"])
        })
      )
    )

    it.live("answers a repeated append with the entries it recorded the first time", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          const first = yield* journal.append(child("LCS-1"), 0, events(1, 2))
          yield* journal.append(child("LCS-1"), 2, events(3))
          expect(yield* journal.append(child("LCS-1"), 0, structuredClone(events(1, 2)))).toEqual(first)
          expect(idsOf(yield* journal.readAll)).toEqual(["event-1", "event-2", "event-3"])
        })
      )
    )

    it.live("answers a repeated append so whatever version it is decided on by now", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          const first = yield* journal.append(child("LCS-1"), 0, events(1))
          const second = yield* journal.append(child("LCS-1"), 1, events(2, 3))
          for (const version of [0, 1, 3, 7]) {
            expect(yield* journal.append(child("LCS-1"), version, structuredClone(events(1)))).toEqual(first)
            expect(yield* journal.append(child("LCS-1"), version, structuredClone(events(2, 3)))).toEqual(second)
          }
          expect(idsOf(yield* journal.readAll)).toEqual(["event-1", "event-2", "event-3"])
        })
      )
    )

    const otherwise = (number: number): NewEvent => {
      const { id, recorded } = madeUpEvent(number)
      return { id, recorded: { ...recorded, recordedAt: Instant(0) } }
    }
    const usedAgain: ReadonlyArray<[string, string, number, ReadonlyArray<NewEvent>, string]> = [
      ["with another content at the stream's end", "LCS-1", 2, [otherwise(1)], "event-1"],
      ["with another content in its place", "LCS-1", 0, [otherwise(1)], "event-1"],
      ["with another content in the place of several", "LCS-1", 0, [madeUpEvent(1), otherwise(2)], "event-1"],
      ["twice in one append", "LCS-1", 2, events(4, 4), "event-4"],
      ["behind a new event", "LCS-1", 2, events(4, 2), "event-2"],
      ["before a new event", "LCS-1", 1, events(2, 4), "event-2"],
      ["in another order", "LCS-1", 2, events(2, 1), "event-2"],
      ["of another child with another content", "LCS-2", 1, [otherwise(1)], "event-1"],
      ["of another child with the same content", "LCS-2", 1, events(1), "event-1"],
      ["of another child beside a new event", "LCS-2", 1, events(4, 1), "event-1"],
      ["for a child without records", "LCS-3", 0, events(1), "event-1"]
    ]
    it.live.each(usedAgain)("refuses an id used before %s", ([, about, version, again, used]) =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          yield* journal.append(child("LCS-1"), 0, events(1, 2))
          yield* journal.append(child("LCS-2"), 0, events(3))
          const before = yield* journal.readAll
          const refusal = yield* Effect.flip(journal.append(child(about), version, again))
          expect(refusal).toMatchObject({ _tag: "EventIdUsed", id: used, child: about })
          expect(refusal.message).toMatch(/^The id .* Nothing was saved: give every new event an id of its own\.$/)
          expect(yield* journal.readAll).toEqual(before)
          // What was refused used no id and no position.
          expect(yield* journal.append(child("LCS-2"), 1, events(4))).toMatchObject([{ version: 2, position: 4 }])
        })
      )
    )

    it.live("lets one of several children have an id, and tells the others that it is used", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          const children = Array.from({ length: 12 }, (_, number) => child(`LCS-${number}`))
          const outcomes = yield* Effect.forEach(
            children,
            (about) =>
              Effect.match(journal.append(about, 0, events(1)), {
                onFailure: ({ _tag }) => _tag,
                onSuccess: ([entry]) => entry?.child
              }),
            { concurrency: "unbounded" }
          )
          const all = yield* journal.readAll
          expect(all).toHaveLength(1)
          expect(outcomes.filter((outcome) => outcome !== "EventIdUsed")).toEqual([all[0]?.child])
        })
      )
    )

    it.live("refuses an id used before a restart, and still answers the append that used it", () =>
      Effect.scoped(
        Effect.gen(function* () {
          const restart = restarted(yield* freshJournal)
          const first = yield* restart(Effect.flatMap(Journal, (one) => one.append(child("LCS-1"), 0, events(1, 2))))
          yield* restart(
            Effect.gen(function* () {
              const journal = yield* Journal
              expect(yield* journal.append(child("LCS-1"), 2, structuredClone(events(1, 2)))).toEqual(first)
              for (const [about, version] of [
                ["LCS-1", 2],
                ["LCS-2", 0]
              ] as const) {
                const refusal = yield* Effect.flip(journal.append(child(about), version, [otherwise(2)]))
                expect(refusal).toMatchObject({ _tag: "EventIdUsed", id: "event-2" })
              }
              expect(yield* journal.readAll).toEqual(first)
            })
          )
        })
      )
    )

    it.live("refuses all of an append when one event could not be read again", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          const year12000 = Instant(Date.UTC(12_000, 0))
          const unreadable = { ...madeUpEvent(2), recorded: { ...madeUpEvent(2).recorded, recordedAt: year12000 } }
          const refusal = yield* Effect.flip(journal.append(child("LCS-1"), 0, [...events(1), unreadable]))
          expect(refusal._tag).toBe("JournalUnavailable")
          expect(yield* journal.readAll).toEqual([])
        })
      )
    )

    it.live("gives a subscriber what is appended from then on, before it has begun to read", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          yield* journal.append(child("LCS-1"), 0, events(1))
          const news = yield* journal.subscribe
          yield* journal.append(child("LCS-1"), 1, events(2, 3))
          yield* journal.append(child("LCS-2"), 0, events(4))
          const heard = yield* news.pipe(Stream.take(3), Stream.runCollect)
          expect(idsOf(heard)).toEqual(["event-2", "event-3", "event-4"])
        })
      )
    )

    it.live("loses and reorders nothing when many append to one child at once", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const numbers = Array.from({ length: 40 }, (_, number) => number)
          yield* Effect.forEach(numbers, (number) => appendAtTheEnd("LCS-1", madeUpEvent(number)), {
            concurrency: "unbounded"
          })
          const { entries } = yield* (yield* Journal).read(child("LCS-1"))
          expect(entries.map(({ version }) => version)).toEqual(numbers.map((number) => number + 1))
          expect(new Set(idsOf(entries))).toEqual(new Set(numbers.map((number) => `event-${number}`)))
        })
      )
    )

    it.live("lets one of several win that decided on the same version", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          const append = (number: number) => Effect.exit(journal.append(child("LCS-1"), 0, events(number)))
          const exits = yield* Effect.forEach([1, 2, 3, 4, 5], append, { concurrency: "unbounded" })
          expect(exits.filter(Exit.isSuccess)).toHaveLength(1)
          expect((yield* journal.read(child("LCS-1"))).version).toBe(1)
        })
      )
    )

    it.live("answers each of those that append at once by itself", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          yield* journal.append(child("LCS-1"), 0, events(1))
          const asked: ReadonlyArray<[string, number, ReadonlyArray<NewEvent>]> = [
            ["LCS-2", 0, events(2, 3)],
            ["LCS-1", 0, events(1)],
            ["LCS-3", 5, events(4)],
            ["LCS-4", 0, events(5, 6, 5)],
            ["LCS-1", 0, events(7)],
            ["LCS-2", 2, events(8)],
            ["LCS-5", 0, events(9)]
          ]
          const outcomes = yield* Effect.forEach(
            asked,
            ([reference, version, appended]) =>
              journal.append(child(reference), version, appended).pipe(
                Effect.map(idsOf),
                Effect.catch(({ _tag }) => Effect.succeed(_tag))
              ),
            { concurrency: "unbounded" }
          )
          expect(outcomes).toEqual([
            ["event-2", "event-3"],
            ["event-1"],
            "StreamMoved",
            "EventIdUsed",
            "StreamMoved",
            ["event-8"],
            ["event-9"]
          ])
          const kept = yield* journal.readAll
          expect(idsOf(kept).toSorted()).toEqual(["event-1", "event-2", "event-3", "event-8", "event-9"])
          expect(kept.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
        })
      )
    )

    it.live("shows many children's entries in one order without gaps, and nothing earlier later", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const journal = yield* Journal
          const news = yield* journal.subscribe
          const glimpses: Array<ReadonlyArray<JournalEntry>> = []
          const look = Effect.forever(
            Effect.flatMap(journal.readAll, (entries) => Effect.sync(() => glimpses.push(entries))).pipe(
              Effect.andThen(Effect.sleep(1))
            )
          )
          const looking = yield* Effect.forkChild(look)
          const numbers = Array.from({ length: 120 }, (_, number) => number)
          const returned = yield* Effect.forEach(
            numbers,
            (number) =>
              Effect.gen(function* () {
                const [added] = yield* appendAtTheEnd(`LCS-${number % 17}`, madeUpEvent(number))
                const visible = yield* journal.readAll
                return added !== undefined && visible.some(({ id }) => id === added.id)
              }),
            { concurrency: 24 }
          )
          yield* Fiber.interrupt(looking)
          const all = yield* journal.readAll
          expect(returned.every(Boolean)).toBe(true)
          expect(all.map(({ position }) => position)).toEqual(numbers.map((number) => number + 1))
          expect(yield* news.pipe(Stream.take(numbers.length), Stream.runCollect)).toEqual(all)
          expect(glimpses.length).toBeGreaterThan(1)
          for (const glimpse of glimpses) expect(glimpse).toEqual(all.slice(0, glimpse.length))
        })
      )
    )

    it.live("returns the first append while others keep coming", () =>
      inFreshJournal(
        Effect.gen(function* () {
          const keepComing = (lane: number) =>
            Effect.forEach(Array.from({ length: 1_000 }), (_, number) =>
              appendAtTheEnd(`LCS-${lane}`, madeUpEvent(`${lane}-${number}`))
            )
          const crowd = yield* Effect.forEach([1, 2, 3, 4, 5, 6], (lane) => Effect.forkChild(keepComing(lane)))
          yield* appendAtTheEnd("LCS-7", madeUpEvent("first"))
          expect(crowd.every((fiber) => fiber.pollUnsafe() === undefined)).toBe(true)
          yield* Effect.forEach(crowd, Fiber.interrupt)
        })
      )
    )

    it.live("keeps everything over a restart, and goes on counting", () =>
      Effect.scoped(
        Effect.gen(function* () {
          const restart = restarted(yield* freshJournal)
          const before = yield* restart(
            Effect.gen(function* () {
              const journal = yield* Journal
              yield* journal.append(child("LCS-1"), 0, events(1, 2))
              yield* journal.append(child("lcs-1"), 0, events(3))
              return yield* journal.readAll
            })
          )
          yield* restart(
            Effect.gen(function* () {
              const journal = yield* Journal
              expect(yield* journal.readAll).toEqual(before)
              const [added] = yield* journal.append(child("LCS-1"), 2, events(4))
              expect(added).toMatchObject({ version: 3, position: 4 })
            })
          )
        })
      )
    )

    it.live("stays one with itself and with what is kept when appends are interrupted at any moment", () =>
      Effect.scoped(
        Effect.gen(function* () {
          const restart = restarted(yield* freshJournal)
          const interruptAgainAndAgain = Effect.fnUntraced(function* (lane: number) {
            const journal = yield* Journal
            const reference = child(`LCS-${lane}`)
            for (let number = 0; number < 25; number++) {
              const appending = yield* Effect.forkChild(appendAtTheEnd(reference, madeUpEvent(`${lane}-${number}`)))
              yield* Effect.sleep(((number * 7 + lane) % 23) / 5)
              yield* Fiber.interrupt(appending)
              const { version } = yield* journal.read(reference)
              const [added] = yield* journal.append(reference, version, [madeUpEvent(`${lane}-${number}-sure`)])
              expect(added?.version).toBe(version + 1)
            }
          })
          const before = yield* restart(
            Effect.gen(function* () {
              yield* Effect.forEach([1, 2, 3, 4], interruptAgainAndAgain, { concurrency: "unbounded" })
              return yield* (yield* Journal).readAll
            })
          )
          expect(before.filter(({ id }) => id.endsWith("sure"))).toHaveLength(100)
          expect(yield* restart(Effect.flatMap(Journal, (journal) => journal.readAll))).toEqual(before)
        })
      )
    )

    it.live("behaves like a plain list a child, whatever is done in whatever order", () =>
      Effect.promise(() => fc.assert(fc.asyncProperty(deeds, behavesLikeLists(freshJournal)), { numRuns: 25 }))
    )
  })
}

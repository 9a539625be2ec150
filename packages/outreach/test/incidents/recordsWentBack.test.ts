/** What people are told when the database has less than was recorded. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Journal, type JournalEntry, type WentBack } from "@safe-return/journal"
import { Effect, Layer, Queue, Stream } from "effect"
import { expect, it } from "vitest"
import { Incidents, type OpenIncident } from "../../src/incidents/Incidents.ts"
import { recordsWentBack } from "../../src/incidents/recordsWentBack.ts"

const [one, other] = [ChildReference.make("LCS-60001"), ChildReference.make("LCS-60002")]
const nothing: WentBack = { written: 0, differ: 0, differing: [], lost: 0, children: [] }

/** What is open after each step: a report of what went back, or a child with a new record. */
const openAfter = (steps: ReadonlyArray<WentBack | ChildReference>) =>
  Effect.gen(function* () {
    const found = yield* Queue.unbounded<WentBack>()
    const recorded = yield* Queue.unbounded<JournalEntry>()
    const journal = Layer.mock(Journal, {
      wentBack: Effect.succeed(Stream.fromQueue(found)),
      subscribe: Effect.succeed(Stream.fromQueue(recorded))
    })
    const settle = Effect.forEach(Array.from({ length: 20 }), () => Effect.yieldNow, { discard: true })
    return yield* Effect.gen(function* () {
      yield* recordsWentBack
      const seen: Array<OpenIncident | undefined> = []
      for (const step of steps) {
        if (typeof step === "string") yield* Queue.offer(recorded, { child: step } as JournalEntry)
        else yield* Queue.offer(found, step)
        yield* settle
        seen.push((yield* (yield* Incidents).open)[0])
      }
      return seen
    }).pipe(Effect.provide(Layer.mergeAll(journal, Incidents.layer)))
  }).pipe(Effect.scoped, Effect.runPromise)

it("an administrator reads counts, and people on duty which children to look at", async () => {
  const [open] = await openAfter([{ ...nothing, written: 1, differ: 3, differing: [one, other], lost: 2 }])
  expect(open?.what).toContain(
    "1 event written again; 3 events about 2 children stand otherwise; 2 events lost, which this instance does not hold"
  )
  expect(`${open?.what} ${open?.remedy}`).not.toContain("LCS")
  expect(open?.duty?.sentence).toContain(`${one}, ${other}`)
  expect(open?.duty?.sentence).toContain("ask the police what they reported last")
  expect(open?.lasts).toBeUndefined()
})

it("an administrator reads that everything is there where another instance wrote it again", async () => {
  const [open] = await openAfter([nothing])
  expect(open?.what).toContain("as after a failover: everything is there, written again by another instance.")
  expect(open?.duty).toBeUndefined()
})

it("what was written again asks nothing of anybody on duty, and is shown for a day", async () => {
  const [open] = await openAfter([{ ...nothing, written: 2 }])
  expect(open?.duty).toBeUndefined()
  expect(open?.lasts).toBeDefined()
})

it("children who differ stay named until each has a new record, over several reports too", async () => {
  const seen = await openAfter([
    { ...nothing, differ: 1, differing: [one] },
    { ...nothing, differ: 1, differing: [other] },
    one,
    one,
    other
  ])
  expect(seen[1]?.duty?.sentence).toContain(`${one}, ${other}`)
  expect(seen.map((open) => open?.kind)).toEqual([...Array.from({ length: 4 }, () => "records-went-back"), undefined])
})

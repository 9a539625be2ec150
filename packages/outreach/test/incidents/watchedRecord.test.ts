/** Which refusals say that nothing can be recorded, and what is not even asked while nobody answers. */
import { ChildReference } from "@safe-return/domain/pathway"
import {
  Audit,
  Availabilities,
  Journal,
  JournalUnavailable,
  NotAudited,
  Profiles,
  type WriteFault
} from "@safe-return/journal"
import { Effect, Layer } from "effect"
import { expect, it } from "vitest"
import { Incidents } from "../../src/incidents/Incidents.ts"
import { RecordStanding } from "../../src/incidents/RecordStanding.ts"
import { watchedRecordLayer } from "../../src/incidents/watchedRecord.ts"

const child = ChildReference.make("LCS-10432")

const unavailable = (fault?: WriteFault) =>
  new JournalUnavailable({ path: "journal", reason: "refused", ...(fault === undefined ? {} : { fault }) })

/** The incidents that are open after the steps, with a record that answers everything so. */
const openAfter = (
  answer: Effect.Effect<never, unknown>,
  steps: Effect.Effect<unknown, unknown, Audit | Journal | Profiles | RecordStanding>
) => {
  let asks = 0
  const answered = () =>
    Effect.suspend(() => {
      asks += 1
      return answer
    }) as never
  const record = Layer.mergeAll(
    Layer.mock(Audit, { add: answered }),
    Layer.mock(Availabilities, { all: answered() }),
    Layer.mock(Journal, { read: answered, append: answered }),
    Layer.mock(Profiles, { find: answered })
  )
  const layer = watchedRecordLayer.pipe(
    Layer.provide(record),
    Layer.provideMerge(RecordStanding.layer),
    Layer.provideMerge(Incidents.layer)
  )
  return Effect.gen(function* () {
    yield* steps
    return { asks, open: (yield* (yield* Incidents).open).map(({ kind, place }) => [kind, place]) }
  }).pipe(Effect.provide(layer), Effect.runPromise)
}

const append = Effect.flip(Effect.flatMap(Journal, (journal) => journal.append({} as never, {} as never, {} as never)))
const read = Effect.flip(Effect.flatMap(Journal, (journal) => journal.read(child)))
const audit = Effect.flip(Effect.flatMap(Audit, ({ add }) => add({} as never)))

it("people hear of a write that a full disk refused, of the journal and of the audit", async () => {
  const unwritable = { asks: 1, open: [["journal-unwritable", undefined]] }
  expect(await openAfter(Effect.fail(unavailable("disk-full")), append)).toEqual(unwritable)
  const notAudited = new NotAudited({ path: "audit", reason: "no space left", fault: "disk-full" })
  expect(await openAfter(Effect.fail(notAudited), audit)).toEqual(unwritable)
})

it("a write that is refused for what it says is no fault of the record", async () => {
  for (const refusal of [{ _tag: "VersionConflict", fault: "disk-full" }, {}, null, undefined, "refused"]) {
    const refused: Array<unknown> = []
    const steps = Effect.tap(append, (failed) => Effect.sync(() => refused.push(failed)))
    expect((await openAfter(Effect.fail(refusal), steps)).open).toEqual([])
    expect(refused).toEqual([refusal])
  }
})

it("a record that cannot be read is told of by itself", async () => {
  expect((await openAfter(Effect.fail(unavailable()), read)).open).toEqual([["records-damaged", undefined]])
})

it("nothing is read while nobody answers, and it fails as the check did", async () => {
  const away = unavailable("away")
  const steps = Effect.gen(function* () {
    yield* (yield* RecordStanding).stopped(away)
    expect(yield* read).toBe(away)
    expect(yield* Effect.flip(Effect.flatMap(Profiles, ({ find }) => find(child)))).toBe(away)
  })
  expect((await openAfter(Effect.fail(unavailable()), steps)).asks).toBe(0)
})

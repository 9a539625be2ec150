import { expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { writeMadeUpJournal } from "../../bench/madeUpJournal.ts"
import { unsealed } from "../../src/documents/sealing.ts"
import { inspectJournal, lowdbLayer } from "../../src/files.ts"
import { Deliveries, Journal, Profiles } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

it.live("the journal made up for measuring is one that appends could have left, and goes on", () =>
  Effect.gen(function* () {
    const directory = yield* freshDirectory
    const size = { children: 60, events: 2_000, deliveries: 1_600 }
    writeMadeUpJournal(directory, size)
    expect(yield* inspectJournal(directory, unsealed)).toMatchObject({ children: 60, events: 2_000, faults: [] })
    const restart = restarted(lowdbLayer({ directory }))
    const first = child("LCS-100000")
    const entries = yield* restart(
      Effect.gen(function* () {
        const journal = yield* Journal
        expect(yield* journal.readAll).toHaveLength(2_000)
        expect((yield* (yield* Deliveries).of(first)).size).toBe(26)
        expect((yield* (yield* Profiles).find(first))._tag).toBe("Some")
        const { version } = yield* journal.read(first)
        expect(yield* journal.append(first, version, [madeUpEvent("next")])).toMatchObject([{ position: 2_001 }])
        return yield* journal.readAll
      })
    )
    expect(yield* restart(Effect.flatMap(Journal, (journal) => journal.readAll))).toEqual(entries)
    expect(yield* inspectJournal(directory, unsealed)).toMatchObject({ events: 2_001, faults: [] })
  }).pipe(Effect.scoped)
)

import { existsSync } from "node:fs"
import { cp } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { Effect, Layer, Logger, Stream } from "effect"
import { sealedWith, unsealed } from "../../src/documents/sealing.ts"
import { inspectJournal, lowdbLayer } from "../../src/files.ts"
import { Audit, Journal, Profiles } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

const fixtures = join(import.meta.dirname, "../fixtures/november2026")

/** Written by the program of November 2026, before the audit's end said whether it was closed. */
describe("a journal of an earlier version that was closed in order", () => {
  it.live.each([
    ["plain", unsealed],
    ["sealed", sealedWith(Buffer.alloc(32, 7))]
  ] as const)("is whole, starts without a word and goes on: %s", ([form, sealing]) =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* Effect.promise(() => cp(join(fixtures, form), directory, { recursive: true }))
      const whole = { events: 5, children: 2, closed: true, ahead: [], faults: [] }
      expect(yield* inspectJournal(directory, sealing)).toMatchObject(whole)
      const lines: Array<string> = []
      const log = Logger.layer([Logger.map(Logger.formatSimple, (line) => void lines.push(line))])
      const restart = restarted(lowdbLayer({ directory, sealing }).pipe(Layer.provide(log)))
      yield* restart(
        Effect.gen(function* () {
          const journal = yield* Journal
          expect((yield* journal.readAll).map(({ id }) => id)).toEqual([
            "event-o",
            "event-0",
            "event-1",
            "event-2",
            "event-30"
          ])
          const records = yield* Stream.runCollect((yield* Audit).read)
          expect(records.map((record) => record._tag === "Entry" && record.number)).toEqual([1, 2, 3, 4])
          expect(yield* (yield* Profiles).all).toEqual([{ child: "L-1" }])
          expect(yield* journal.append(child("L-2"), 1, [madeUpEvent("later")])).toMatchObject([{ position: 6 }])
        })
      )
      expect(lines).toEqual([])
      // Earlier versions did not keep the ledger's end apart: from now on it is.
      expect(existsSync(join(fixtures, form, "heads.end"))).toBe(false)
      expect(existsSync(join(directory, "heads.end"))).toBe(true)
      expect(yield* inspectJournal(directory, sealing)).toMatchObject({ ...whole, events: 6 })
    }).pipe(Effect.scoped)
  )
})

import { readdir, readFile, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import type { ChildReference } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Effect } from "effect"
import fc from "fast-check"
import { journalLowdb } from "../../src/files.ts"
import { Journal, type JournalEntry } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent, newEvents, opened } from "../syntheticEvents.ts"
import { writeFormatOne } from "./formatOne.ts"

const readAll = Effect.flatMap(Journal, (journal) => journal.readAll)

const madeUpEntry = (reference: string, version: number, position: number): JournalEntry => ({
  ...madeUpEvent(position),
  child: child(reference),
  version,
  position
})

const streams = [madeUpEntry("LCS-1", 1, 1), madeUpEntry("LCS-1", 2, 2), madeUpEntry("LCS-2", 1, 3)]

const one = "children/lcs-1.json"

const damages: ReadonlyArray<[string, (text: string) => string, RegExp]> = [
  ["cut short", (text) => text.slice(0, -30), /not whole JSON/],
  ["holding a key this version does not know", (text) => text.replace('"child"', '"later":1,"child"'), /later/],
  [
    "holding an unknown key deep inside",
    (text) => text.replace('"_tag":', '"later":1,"_tag":'),
    /"entries"\]\[0\]\["recorded"\]\["event"\]/
  ],
  [
    "holding an unknown event",
    (text) => text.replace("ChildFound", "ChildLost"),
    /"entries"\]\[0\]\["recorded"\]\["event"\]/
  ],
  [
    "holding a time without offset",
    (text) => text.replace("12:00:00.000Z", "12:00:00"),
    /a date and time with an offset.*"recordedAt"/
  ],
  ["missing a version", (text) => text.replace('"version":1', '"version":3'), /versions 1 to 2/],
  ["out of order", (text) => text.replace('"position":2', '"position":1'), /version 2 .*position/],
  ["holding an id twice", (text) => text.replace("event-2", "event-1"), /version 2 has the id/],
  [
    "holding another's position",
    (text) => text.replace('"position":2', '"position":3'),
    /position 3.*another document/
  ],
  ["about another child", (text) => text.replace("LCS-1", "LCS-9"), /about LCS-9, its name stands for LCS-1/]
]

describe("a journal of format 1", () => {
  it.live.each(damages)("stops the start when a document is %s", ([, damage, reason]) =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* Effect.promise(() => writeFormatOne(directory, streams))
      const path = join(directory, one)
      const text = yield* Effect.promise(() => readFile(path, "utf8"))
      expect(damage(text)).not.toBe(text)
      yield* Effect.promise(() => writeFile(path, damage(text)))
      const refusal = yield* Effect.flip(restarted(journalLowdb(directory))(readAll))
      expect(refusal.message).toMatch(reason)
      expect(yield* Effect.promise(() => readFile(path, "utf8"))).toBe(damage(text))
    }).pipe(Effect.scoped)
  )

  it.live("is watched over from its first start on, before any of it has been rewritten", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* Effect.promise(() => writeFormatOne(directory, streams))
      const restart = restarted(journalLowdb(directory))
      yield* restart(readAll)
      const path = join(directory, one)
      const text = yield* Effect.promise(() => readFile(path, "utf8"))
      yield* Effect.promise(() => writeFile(path, text.replace("UMADEUP1", "UMADEUP2")))
      expect((yield* Effect.flip(restart(readAll))).message).toMatch(/lcs-1\.json.*not the one that was written last/)
    }).pipe(Effect.scoped)
  )

  it.live("says the same after each document was rewritten by an append, its policies kept once", () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(newEvents, { minLength: 1, maxLength: 12, selector: ({ id }) => id }),
          (events) =>
            Effect.gen(function* () {
              const directory = yield* freshDirectory
              const references: ReadonlyArray<ChildReference> = [child("LCS-1"), child("lcs-1"), child("A/1")]
              const versions = new Map<ChildReference, number>()
              const before = events.map((event, index): JournalEntry => {
                const of = references[index % 3] ?? child("LCS-1")
                versions.set(of, (versions.get(of) ?? 0) + 1)
                return { ...event, child: of, version: versions.get(of) ?? 1, position: index + 1 }
              })
              yield* Effect.promise(() => writeFormatOne(directory, before))
              const restart = restarted(journalLowdb(directory))
              const after = yield* restart(
                Effect.gen(function* () {
                  const journal = yield* Journal
                  expect(yield* journal.readAll).toEqual(before)
                  for (const [of, version] of versions) yield* journal.append(of, version, [madeUpEvent(of)])
                  return yield* journal.readAll
                })
              )
              expect(after.slice(0, before.length)).toEqual(before)
              expect(yield* restart(readAll)).toEqual(after)
            }).pipe(Effect.scoped, Effect.runPromise)
        ),
        { numRuns: 20 }
      )
    )
  )

  it.live("is a tenth of its size once the policies are out of it", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const [sample] = fc.sample(opened, { numRuns: 1, seed: 1 })
      if (sample === undefined) throw new Error("no sample")
      const entries = Array.from({ length: 20 }, (_, index): JournalEntry => {
        const entry = madeUpEntry("LCS-1", index + 1, index + 1)
        return { ...entry, recorded: { ...entry.recorded, event: { ...sample, policy: structuredClone(rotherham) } } }
      })
      yield* Effect.promise(() => writeFormatOne(directory, entries))
      const size = async () => (await stat(join(directory, one))).size
      const before = yield* Effect.promise(size)
      yield* restarted(journalLowdb(directory))(
        Effect.flatMap(Journal, (journal) => journal.append(child("LCS-1"), 20, [madeUpEvent("last")]))
      )
      expect(yield* Effect.promise(size)).toBeLessThan(before / 10)
      expect(yield* Effect.promise(() => readdir(join(directory, "policies")))).toHaveLength(1)
    }).pipe(Effect.scoped)
  )
})

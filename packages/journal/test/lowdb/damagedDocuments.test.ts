import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join, relative } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { Effect } from "effect"
import { sha256 } from "../../src/documents/checkedText.ts"
import { lowdbLayer } from "../../src/files.ts"
import { Deliveries, Journal, Profiles } from "../../src/index.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

const fill = Effect.gen(function* () {
  const journal = yield* Journal
  yield* journal.append(child("LCS-1"), 0, [madeUpEvent(1), madeUpEvent(2)])
  yield* journal.append(child("LCS-2"), 0, [madeUpEvent(3)])
  const claimed = { _tag: "Claimed", key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 1) } as const
  yield* (yield* Deliveries).keep(child("LCS-1"), claimed)
  yield* (yield* Deliveries).announceFrom(utc(2026, 11, 1))
  yield* (yield* Profiles).bring({ child: child("LCS-1") })
})

/** Every file below the directory with its bytes. */
const filesIn = async (directory: string): Promise<Record<string, string>> => {
  const found = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(paths.sort().map(async (path) => [path, (await readFile(path)).toString("base64")]))
  )
}

const rewritten =
  (path: string, change: (text: string) => string) =>
  async (directory: string): Promise<void> => {
    const text = await readFile(join(directory, path), "utf8")
    expect(change(text)).not.toBe(text)
    await writeFile(join(directory, path), change(text))
  }

const one = "children/lcs-1.json"

const CHECKSUM = /does not match its checksum: it was cut short, damaged or changed/

/** The digest made to fit again, as by an attacker who knows how the documents are made. */
const withChecksum = (text: string): string => {
  const covered = text.slice(text.indexOf('"generation"'))
  return `{"format":2,"sha256":"${sha256(covered)}",${covered}`
}

const damages: ReadonlyArray<[string, string, (directory: string) => Promise<void>, RegExp]> = [
  ["empty", one, rewritten(one, () => ""), /the document is empty/],
  ["cut short", one, rewritten(one, (text) => text.slice(0, -30)), CHECKSUM],
  ["cut short by its last character", one, rewritten(one, (text) => text.slice(0, -1)), CHECKSUM],
  ["longer by a character", one, rewritten(one, (text) => `${text} `), CHECKSUM],
  ["zeros, as after a power cut", one, rewritten(one, (text) => "\0".repeat(text.length)), CHECKSUM],
  ["null", one, rewritten(one, () => "null\n"), CHECKSUM],
  ["a list", one, rewritten(one, () => "[]"), CHECKSUM],
  [
    "no text",
    one,
    async (directory) => writeFile(join(directory, one), Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
    /the document is not text/
  ],
  ["of a later format", one, rewritten(one, (text) => text.replace('"format":2', '"format":3')), /of format 3/],
  ["edited", one, rewritten(one, (text) => text.replace("UMADEUP1", "UMADEUP2")), CHECKSUM],
  [
    "edited, with its checksum made to fit",
    one,
    rewritten(one, (text) => withChecksum(text.replace("UMADEUP1", "UMADEUP2"))),
    /not the one that was written last/
  ],
  [
    "about another child",
    one,
    async (directory) => writeFile(join(directory, one), await readFile(join(directory, "children/lcs-2.json"))),
    /not the one that was written last|written by something else/
  ],
  [
    "under a name no reference gives",
    "children/LCS-1.json",
    (directory) => rename(join(directory, one), join(directory, "children/LCS-1.json")),
    /no case reference/
  ],
  ["missing", one, (directory) => rm(join(directory, one)), /the document is missing/],
  [
    "a folder",
    one,
    async (directory) => {
      await rm(join(directory, one))
      await mkdir(join(directory, one))
    },
    /a folder stands where the document should be/
  ],
  ["a damaged profile", "profiles/lcs-1.json", rewritten("profiles/lcs-1.json", () => "{}"), CHECKSUM],
  ["a missing profile", "profiles/lcs-1.json", (directory) => rm(join(directory, "profiles/lcs-1.json")), /is missing/],
  ["a damaged start of announcements", "announce-from.json", rewritten("announce-from.json", () => ""), /is empty/],
  ["a missing start of announcements", "announce-from.json", (d) => rm(join(d, "announce-from.json")), /is missing/],
  [
    "a missing ledger",
    "heads.ledger",
    (directory) => rm(join(directory, "heads.ledger")),
    /it is missing or empty, and .*json/
  ],
  ["an emptied ledger", "heads.ledger", rewritten("heads.ledger", () => ""), /it is missing or empty, and .*json/],
  [
    "the last line of the ledger changed",
    "heads.ledger",
    rewritten("heads.ledger", (text) => text.replace('"closed"', '"klosed"')),
    /line \d+ is not the one that was written there/
  ],
  [
    "a line changed in the ledger",
    "heads.ledger",
    rewritten("heads.ledger", (text) => text.replace('"generation":1', '"generation":2')),
    /line 2 is not the one that was written there/
  ]
]

describe("a damaged document", () => {
  it.live.each(damages)("stops the start when it is %s, and stays as it is", ([, path, damage, reason]) =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      yield* restart(fill)
      yield* Effect.promise(() => damage(directory))
      const before = yield* Effect.promise(() => filesIn(directory))
      const refusal = yield* Effect.flip(restart(Journal))
      expect(refusal).toMatchObject({ _tag: "JournalUnavailable", path: join(directory, path) })
      expect(refusal.reason).toMatch(reason)
      expect(refusal.message).toContain(path)
      expect(refusal.message).not.toContain("\n")
      expect(yield* Effect.promise(() => filesIn(directory))).toEqual(before)
    }).pipe(Effect.scoped)
  )

  it.live("does not say what is in it", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      yield* restart(fill)
      for (const entries of ["secret-text", '"secret-text"']) {
        yield* Effect.promise(() =>
          writeFile(join(directory, one), `{"format":2,"child":"LCS-1","entries":${entries}}`)
        )
        expect((yield* Effect.flip(restart(Journal))).message).not.toContain("secret")
      }
    }).pipe(Effect.scoped)
  )
})

describe("a damaged document of what was sent", () => {
  const path = "deliveries/lcs-1.json"
  it.live.each<[string, (directory: string) => Promise<void>, RegExp]>([
    ["cut short", rewritten(path, (text) => text.slice(1)), CHECKSUM],
    ["empty", rewritten(path, () => ""), /the document is empty/],
    ["missing", (directory) => rm(join(directory, path)), /the document is missing/]
  ])("is refused by name and stays as it is when it is %s, and all others are used", ([, damage, reason]) =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      const sent = (key: string) => ({ _tag: "Superseded", key, by: "another", at: utc(2026, 11, 2) }) as const
      const ofOther = Effect.flatMap(Deliveries, (deliveries) => deliveries.of(child("LCS-2")))
      yield* restart(fill)
      yield* restart(Effect.flatMap(Deliveries, (deliveries) => deliveries.keep(child("LCS-2"), sent("card:2"))))
      yield* Effect.promise(() => damage(directory))
      const before = (yield* Effect.promise(() => filesIn(directory)))[join(directory, path)]
      const refusals = yield* restart(
        Effect.gen(function* () {
          const deliveries = yield* Deliveries
          yield* deliveries.keep(child("LCS-2"), sent("card:3"))
          const asked = { key: "card:1", channel: "C1", claimedAt: utc(2026, 11, 2), by: "us" }
          return yield* Effect.forEach(
            [
              deliveries.of(child("LCS-1")),
              deliveries.keep(child("LCS-1"), sent("card:1")),
              deliveries.claim(child("LCS-1"), asked)
            ],
            (tried) => Effect.flip(Effect.asVoid(tried))
          )
        })
      )
      for (const refusal of refusals) {
        expect(refusal).toMatchObject({ _tag: "JournalUnavailable", path: join(directory, path) })
        expect(refusal).not.toHaveProperty("fault")
        expect(refusal.reason).toMatch(reason)
      }
      expect((yield* Effect.promise(() => filesIn(directory)))[join(directory, path)]).toBe(before)
      expect([...(yield* restart(ofOther)).keys()]).toEqual(["card:2", "card:3"])
    }).pipe(Effect.scoped)
  )
})

describe("what is no document", () => {
  it.live("a half-written file of a killed process is passed over and cleared away", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      const restart = restarted(lowdbLayer({ directory }))
      yield* restart(fill)
      for (const path of [one, "deliveries/lcs-1.json", "profiles/lcs-1.json", "announce-from.json"]) {
        const leftover = join(directory, `${path}.0b0e7a36-8f0c-4a53-9b0a-0d6b9a2f7c11.tmp`)
        yield* Effect.promise(() => writeFile(leftover, '{"format":1,"child":"LCS-1","entr'))
      }
      yield* Effect.promise(() => writeFile(join(directory, "children/README"), "kept"))
      expect(yield* restart(Effect.flatMap(Journal, (journal) => journal.readAll))).toHaveLength(3)
      const left = Object.keys(yield* Effect.promise(() => filesIn(directory)))
      expect(left.map((path) => relative(directory, path))).toEqual([
        "announce-from.json",
        "audit/000000000001.jsonl",
        "audit/end.json",
        "children/README",
        "children/lcs-1.json",
        "children/lcs-2.json",
        "deliveries/lcs-1.json",
        "heads.end",
        "heads.ledger",
        "profiles/lcs-1.json"
      ])
    }).pipe(Effect.scoped)
  )
})

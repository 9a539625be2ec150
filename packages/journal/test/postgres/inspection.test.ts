import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { sealedWith } from "../../src/documents/sealing.ts"
import { Audit, Erasures, Journal } from "../../src/index.ts"
import { type CouncilDatabase, inspectDatabase, postgresLayer } from "../../src/postgres/index.ts"
import { fill } from "../erasuresContract.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { madeUpEntry } from "../madeUpEntry.ts"
import { asked } from "../madeUpErasure.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { freshDatabase } from "./freshDatabase.ts"

const sealing = sealedWith(Buffer.alloc(32, 7))

/** A database of one council with two children's events at positions 1 to 3, its heads kept outside, and what its owner can do. */
const watched = Effect.gen(function* () {
  const database = yield* freshDatabase
  const council: CouncilDatabase = { url: Redacted.make(database.as(database.owner)), council: "Nowhereshire" }
  const restart = restarted(postgresLayer(council))
  yield* restart(
    Effect.andThen(
      fill,
      Effect.flatMap(Audit, (audit) => audit.add(madeUpEntry(1)))
    )
  )
  const headsFile = { path: join(yield* freshDirectory, "heads.ledger"), sealing }
  const look = inspectDatabase(council, headsFile)
  const before = yield* look
  const superuser = yield* connectedAs(database.as("postgres"))
  /** As an owner of the database can, past row security and past the guard of what was recorded. */
  const tamper = (statements: ReadonlyArray<string>) =>
    superuser.withTransaction(
      Effect.forEach(["set local session_replication_role = replica", ...statements], (one) => superuser.unsafe(one))
    )
  return { council, headsFile, look, before, restart, tamper }
})

const faultsOf = ({ faults }: { readonly faults: ReadonlyArray<{ document: string; reason: string }> }) =>
  faults.map(({ document, reason }) => `${document}: ${reason}`)

const CHANGED = "is not as it was when the heads were kept: it was changed, or moved"
const MOVED = "an event was taken away, put in, or moved"

const TABLES = ["events", "councils", "audit", "profiles"]

const GONE = "no event stands there, and no erasure took it away"

interface Tampering {
  readonly what: string
  readonly statements: ReadonlyArray<string>
  readonly faults: ReadonlyArray<string>
}

const tamperings: ReadonlyArray<Tampering> = [
  {
    what: "a changed event",
    statements: ["update safe_return.events set recorded = replace(recorded, 'P1', 'P2') where position = 1"],
    faults: [`LCS-1: version 1 to 2 ${CHANGED}`]
  },
  {
    what: "another id",
    statements: ["update safe_return.events set id = 'event-9' where position = 2"],
    faults: [`LCS-2: version 1 ${CHANGED}`]
  },
  {
    what: "a tail that was taken away",
    statements: ["delete from safe_return.events where position = 3"],
    faults: [`position 3: ${GONE}`, "LCS-1: version 2 is missing: it was taken away"]
  },
  {
    what: "the same, and its trace in the count",
    statements: [
      "delete from safe_return.events where position = 3",
      "update safe_return.councils set last_position = 2"
    ],
    faults: ["LCS-1: version 2 is missing: it was taken away"]
  },
  {
    what: "a beginning that was taken away",
    statements: ["delete from safe_return.events where position = 1"],
    faults: [`position 1: ${GONE}`, `LCS-1: version 2 follows on version 0: ${MOVED}`]
  },
  {
    what: "a child who is gone without a tombstone",
    statements: ["delete from safe_return.events where child = 'LCS-2'"],
    faults: [`position 2: ${GONE}`, "LCS-2: version 1 is missing: it was taken away"]
  },
  {
    what: "another order",
    statements: [
      "update safe_return.events set version = version + 10 where child = 'LCS-1'",
      "update safe_return.events set version = 13 - version where child = 'LCS-1'"
    ],
    faults: [`LCS-1: version 2 follows on version 0: ${MOVED}`]
  },
  {
    what: "two events in each other's place",
    statements: [
      "update safe_return.events set id = id || ' once' where child = 'LCS-1'",
      `update safe_return.events e set recorded = o.recorded, id = replace(o.id, ' once', '')
         from safe_return.events o where e.child = 'LCS-1' and o.child = 'LCS-1' and o.version = 3 - e.version`
    ],
    faults: [`LCS-1: version 1 to 2 ${CHANGED}`]
  },
  {
    what: "an event put at the end, past the count",
    statements: [
      "insert into safe_return.events select council, child, 3, 4, 'event-4', recorded from safe_return.events where position = 3"
    ],
    faults: ["positions: the council's count stands at 3, and there is an event at 4: the count was changed"]
  },
  {
    what: "an event that cannot be read",
    statements: ["update safe_return.events set recorded = '{' where position = 2"],
    faults: [expect.stringMatching(/^LCS-2: version 1 cannot be read: /)]
  },
  {
    what: "a changed audit",
    statements: ["update safe_return.audit set line = replace(line, 'UMADEUP', 'UMADE')"],
    faults: [expect.stringMatching(/^audit: entry 1 /)]
  },
  {
    what: "a profile that cannot be read",
    statements: ["update safe_return.profiles set profile = '['"],
    faults: [expect.stringMatching(/^profiles: /)]
  }
]

describe("looking through a database", () => {
  it.live("finds what was written whole, and vouches for what it has seen before", () =>
    Effect.gen(function* () {
      const { before, look, restart } = yield* watched
      expect(before).toMatchObject({ events: 3, children: 2, position: 3, vouchedFor: 0, erased: [], faults: [] })
      yield* restart(Effect.flatMap(Journal, (journal) => journal.append(child("LCS-2"), 1, [madeUpEvent(4)])))
      expect(yield* look).toMatchObject({ events: 4, vouchedFor: 3, faults: [] })
      expect(yield* look).toMatchObject({ events: 4, vouchedFor: 4, faults: [] })
    }).pipe(Effect.scoped)
  )

  it.live("names whatever was changed, taken away or moved, and leaves its heads as they were", () =>
    Effect.gen(function* () {
      const { headsFile, look, tamper } = yield* watched
      const heads = yield* Effect.promise(() => readFile(headsFile.path, "utf8"))
      yield* tamper(TABLES.map((table) => `create table public.${table} as select * from safe_return.${table}`))
      for (const { what, statements, faults } of tamperings) {
        yield* tamper(statements)
        expect([what, ...faultsOf(yield* look)]).toEqual([what, ...faults])
        expect(yield* Effect.promise(() => readFile(headsFile.path, "utf8"))).toBe(heads)
        yield* tamper(
          TABLES.flatMap((table) => [
            `delete from safe_return.${table}`,
            `insert into safe_return.${table} select * from public.${table}`
          ])
        )
      }
      expect((yield* look).faults).toEqual([])
    }).pipe(Effect.scoped)
  )

  it.live("takes an erasure for one, and the child who is on record again for another", () =>
    Effect.gen(function* () {
      const { look, restart } = yield* watched
      yield* restart(Effect.flatMap(Erasures, (erasures) => erasures.erase(asked)))
      expect(yield* look).toMatchObject({ events: 1, vouchedFor: 1, erased: ["LCS-1"], faults: [] })
      yield* restart(Effect.flatMap(Journal, (journal) => journal.append(child("LCS-1"), 0, [madeUpEvent(5)])))
      expect(yield* look).toMatchObject({ events: 2, vouchedFor: 1, erased: [], faults: [] })
      expect(yield* look).toMatchObject({ events: 2, vouchedFor: 2, faults: [] })
    }).pipe(Effect.scoped)
  )

  it.live("refuses heads that were cut short, changed, or kept with another key, and leaves them", () =>
    Effect.gen(function* () {
      const { council, headsFile, look } = yield* watched
      const whole = yield* Effect.promise(() => readFile(headsFile.path, "utf8"))
      const lines = whole.split("\n")
      for (const [text, says] of [
        [lines.slice(0, -2).join("\n"), "its end is missing"],
        [whole.replace("LCS-2", "LCS-3"), "is not the one that was written there"]
      ] as const) {
        yield* Effect.promise(() => writeFile(headsFile.path, text))
        expect((yield* Effect.flip(look)).message).toContain(says)
        expect(yield* Effect.promise(() => readFile(headsFile.path, "utf8"))).toBe(text)
      }
      yield* Effect.promise(() => writeFile(headsFile.path, whole))
      const other = sealedWith(Buffer.alloc(32, 8))
      const refused = yield* Effect.flip(inspectDatabase(council, { ...headsFile, sealing: other }))
      expect(refused.message).toContain("this journal is encrypted with the key")
      expect((yield* look).faults).toEqual([])
    }).pipe(Effect.scoped)
  )
})

import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Context, Effect, Exit, Layer, Redacted, Stream } from "effect"
import fc from "fast-check"
import { lowdbLayer } from "../../src/files.ts"
import {
  Audit,
  Availabilities,
  Deliveries,
  EducationCases,
  Erasures,
  Holds,
  JoinedUpRecords,
  Journal,
  moveRecords,
  Profiles,
  PublishedScorecards,
  type RecordsPlace,
  Reveals
} from "../../src/index.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { madeUpLeave } from "../availabilitiesContract.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { madeUpHold } from "../holdsContract.ts"
import { appendAtTheEnd } from "../journalContract.ts"
import { pupil, recordCase } from "../madeUpCases.ts"
import { entriesFrom } from "../madeUpEntry.ts"
import { asked } from "../madeUpErasure.ts"
import { recordExclusion, recordLink } from "../madeUpJoins.ts"
import { newerRecords, recordInFolder } from "../newerVersion.ts"
import { newCouncil } from "../postgres/freshDatabase.ts"
import { october } from "../publishedScorecardsContract.ts"
import { child, madeUpEvent, newEvents } from "../syntheticEvents.ts"

const REVEALED = { reveals: [{ by: "UMADEUP1", at: "2026-11-23T09:00:00.000Z" }] }

const openDirectory = (directory: string) => Layer.build(lowdbLayer({ directory }))
const openDatabase = Effect.flatMap(newCouncil, (council) => Layer.build(postgresLayer(council)))

/** Events of every shape, in turn of several children, and one of each kind of everything else. */
const fill = (place: RecordsPlace) =>
  Effect.gen(function* () {
    const events = fc.sample(newEvents, { numRuns: 40, seed: 7 })
    yield* Effect.forEach(events, (event, index) => appendAtTheEnd(`LCS-${(index * 7) % 5}`, event))
    const deliveries = yield* Deliveries
    const sent = { _tag: "Sent", channel: "C1", ts: "1", fingerprint: "f", sentAt: utc(2026, 11, 1) } as const
    yield* deliveries.keep(child("LCS-1"), { ...sent, key: "card:1" })
    yield* deliveries.keep("team", { ...sent, key: "digest:1" })
    yield* deliveries.announceFrom(utc(2026, 10, 1))
    yield* (yield* Profiles).bring({ child: child("LCS-1"), revision: 3 })
    yield* (yield* Profiles).bring({ child: child("LCS-99") })
    const holds = yield* Holds
    yield* holds.set(madeUpHold(1, "LCS-2"))
    yield* holds.set(madeUpHold(2, "LCS-2"))
    yield* holds.release({ ...madeUpHold(1, "LCS-2"), at: utc(2026, 11, 27), by: PersonId.make("UMADEUP1") })
    yield* (yield* Availabilities).bring(madeUpLeave("UMADEUP2"))
    yield* (yield* Availabilities).bring(madeUpLeave("UMADEUP1"))
    yield* recordCase("EDU-1", 5)
    yield* recordCase("EDU-2", 1)
    yield* recordLink("EDU-1", "LCS-1", 3)
    yield* recordExclusion("EDU-2")
    yield* (yield* PublishedScorecards).publish(october)
    yield* Effect.forEach(entriesFrom(0, 12), (yield* Audit).add)
  }).pipe(Effect.provideContext(place))

describe("records of a newer version", () => {
  it.live("are not moved, and named: only that version can write them elsewhere", () =>
    Effect.gen(function* () {
      const directory = yield* freshDirectory
      yield* Effect.scoped(Effect.flatMap(openDirectory(directory), fill))
      const recorded = newerRecords[0]?.[2]
      yield* recordInFolder(directory, { child: child("LCS-77"), version: 1, position: 41, id: "newer", recorded })
      const [from, to] = [yield* openDirectory(directory), yield* openDirectory(yield* freshDirectory)]
      const refused = yield* Effect.flip(moveRecords(from, to, utc(2026, 11, 27)))
      expect(refused).toMatchObject({ _tag: "NeedsNewerVersion" })
      expect(refused.message).toContain("1 of the records, of LCS-77, can only be read by a newer version")
      expect(yield* Context.get(to, Journal).readAll).toEqual([])
    }).pipe(Effect.scoped)
  )
})

const eraseSomebody = Effect.gen(function* () {
  yield* (yield* Profiles).bring({ child: child("LCS-50") })
  yield* (yield* Erasures).erase({ ...asked, child: child("LCS-50") })
  yield* recordCase("EDU-50", 2)
  yield* (yield* Erasures).erase({ ...asked, child: child("EDU-50"), strand: "education" })
})

const filledDirectory = Effect.gen(function* () {
  const directory = yield* freshDirectory
  yield* Effect.promise(async () => {
    await mkdir(join(directory, "reveals"))
    await writeFile(
      join(directory, "reveals/lcs-1.json"),
      `${JSON.stringify({ format: 1, child: "LCS-1", ...REVEALED })}\n`
    )
  })
  // A start of its own, because an open folder keeps what it has read.
  yield* Effect.scoped(Effect.flatMap(openDirectory(directory), (place) => Effect.provideContext(eraseSomebody, place)))
  const place = yield* openDirectory(directory)
  yield* fill(place)
  return place
})

const whatIsIn = (place: RecordsPlace) =>
  Effect.gen(function* () {
    const entries = yield* (yield* Journal).readAll
    const deliveries = yield* Deliveries
    return {
      events: entries.map(({ id, child, version, recorded }) => ({ id, child, version, recorded })),
      deliveries: [yield* deliveries.of(child("LCS-1")), yield* deliveries.of("team")],
      announceFrom: yield* deliveries.announceFrom(utc(2030, 1, 1)),
      profiles: yield* (yield* Profiles).all,
      holds: yield* (yield* Holds).all,
      erased: yield* (yield* Erasures).all,
      availability: (yield* (yield* Availabilities).all).get(PersonId.make("UMADEUP1")),
      reveals: yield* (yield* Reveals).of(child("LCS-1")),
      education: yield* Effect.forEach([pupil("EDU-1"), pupil("EDU-2")], (yield* EducationCases).read),
      joinedUp: yield* (yield* JoinedUpRecords).all,
      published: yield* (yield* PublishedScorecards).all,
      audit: yield* Stream.runCollect((yield* Audit).read)
    }
  }).pipe(Effect.provideContext(place))

const now = utc(2026, 11, 26)

describe("moving everything to another place", () => {
  it.live("is refused where scorecards were published, which are of another council's children", () =>
    Effect.gen(function* () {
      const [from, to] = [yield* openDirectory(yield* freshDirectory), yield* openDirectory(yield* freshDirectory)]
      yield* Context.get(to, PublishedScorecards).publish(october)
      expect(yield* Effect.flip(moveRecords(from, to, now))).toMatchObject({ holds: "1 published scorecards" })
    }).pipe(Effect.scoped)
  )

  it.live("carries it to PostgreSQL and back to a folder, the same event by event", () =>
    Effect.gen(function* () {
      const source = yield* filledDirectory
      const database = yield* openDatabase
      const back = yield* openDirectory(yield* freshDirectory)
      const moved = yield* moveRecords(source, database, now)
      expect(moved).toEqual({ events: 40, children: 6, profiles: 2, deliveries: 2, audited: 12 })
      expect(yield* moveRecords(database, back, now)).toEqual(moved)
      const before = yield* whatIsIn(source)
      expect(before.availability).toEqual(madeUpLeave("UMADEUP1"))
      expect(before.announceFrom).toBe(utc(2026, 10, 1))
      expect([before.reveals, before.holds, before.erased].map(({ length }) => length)).toEqual([1, 2, 2])
      expect(before.published).toEqual([october])
      expect(before.education.map(({ version }) => version)).toEqual([5, 1])
      expect(before.joinedUp.map(({ version }) => version)).toEqual([3, 1])
      expect(yield* whatIsIn(database)).toEqual(before)
      expect(yield* whatIsIn(back)).toEqual(before)
    }).pipe(Effect.scoped)
  )

  it.live("refuses a place that holds anything, and leaves it as it is", () =>
    Effect.gen(function* () {
      const source = yield* filledDirectory
      const database = yield* openDatabase
      yield* Effect.provideContext(appendAtTheEnd("LCS-7", madeUpEvent(1)), database)
      const refused = yield* Effect.flip(moveRecords(source, database, now))
      expect(refused.message).toContain("holds 1 events already. Nothing was moved")
      expect((yield* Context.get(database, Journal).readAll).map(({ id }) => id)).toEqual(["event-1"])
    }).pipe(Effect.scoped)
  )

  it.live("is not called moved when the place it was moved to says otherwise", () =>
    Effect.gen(function* () {
      const source = yield* filledDirectory
      const council = yield* newCouncil
      const database = yield* Layer.build(postgresLayer(council))
      const deaf = Profiles.of({ ...Context.get(database, Profiles), bring: () => Effect.void })
      const exit = yield* Effect.exit(moveRecords(source, Context.add(database, Profiles, deaf), now))
      expect(Exit.isFailure(exit) && String(exit.cause)).toContain("A profile is not the same at both places")
      const sql = yield* connectedAs(Redacted.value(council.url))
      expect(yield* sql`select count(*)::int as events from safe_return.events`).toEqual([{ events: 40 }])
    }).pipe(Effect.scoped)
  )
})

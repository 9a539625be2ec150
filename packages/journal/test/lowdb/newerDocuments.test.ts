import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Layer, Logger, Option, Result } from "effect"
import { replaceDocument } from "../../src/documents/Document.ts"
import { DocumentAdapter } from "../../src/documents/DocumentAdapter.ts"
import { LockedDirectory } from "../../src/documents/LockedDirectory.ts"
import { unsealed } from "../../src/documents/sealing.ts"
import { inspectJournal, lowdbLayer } from "../../src/files.ts"
import { Availabilities, Deliveries, EducationCases, Erasures, Holds, Journal, Profiles } from "../../src/index.ts"
import { type Records, readAllRecords } from "../../src/upkeep/allRecords.ts"
import { madeUpLeave } from "../availabilitiesContract.ts"
import { freshDirectory } from "../freshDirectory.ts"
import { madeUpHold } from "../holdsContract.ts"
import { appendAtTheEnd } from "../journalContract.ts"
import { pupil, recordCase } from "../madeUpCases.ts"
import { asked } from "../madeUpErasure.ts"
import { restarted } from "../restart.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"

const [one, other] = [child("L-1"), child("L-2")]
const sent = { _tag: "Superseded", key: "card:1", by: "x", at: utc(2026, 11, 1) } as const

/** Writes a document as a newer version would, with everything that vouches for it. */
const rewrite = (directory: string, name: string, change: (body: string) => string) =>
  Effect.gen(function* () {
    const locked = yield* LockedDirectory
    const text = new DocumentAdapter(join(directory, name), name, locked.sealing).readNow()
    if (text === null) throw new Error("no such document")
    for (const folder of [
      "children",
      "profiles",
      "deliveries",
      "reveals",
      "holds",
      "erased",
      "education",
      "joined-up",
      "audit"
    ]) {
      locked.heads.isInStep(folder)
    }
    const form = { read: () => "", write: (body: string) => body }
    const held = { current: () => text.body, keep: () => {} }
    yield* replaceDocument(locked, name, form, held, () => ({ document: change(text.body) }))
  }).pipe(Effect.provide(LockedDirectory.layer(directory), { local: true }))

const filled = Effect.gen(function* () {
  const directory = yield* freshDirectory
  const lines: Array<string> = []
  const log = Logger.layer([Logger.map(Logger.formatSimple, (line) => void lines.push(line))])
  const restart = restarted(lowdbLayer({ directory }).pipe(Layer.provide(log)))
  yield* restart(
    Effect.gen(function* () {
      for (const each of ["L-1", "L-2"]) {
        yield* appendAtTheEnd(each, madeUpEvent(each))
        yield* (yield* Deliveries).keep(child(each), sent)
        yield* (yield* Profiles).bring({ child: child(each), revision: 1 })
        yield* (yield* Holds).set(madeUpHold(1, each))
      }
      yield* (yield* Deliveries).keep("team", sent)
      for (const person of ["UONE", "UTWO"]) yield* (yield* Availabilities).bring(madeUpLeave(person))
      yield* appendAtTheEnd("L-3", madeUpEvent("L-3"))
    })
  )
  lines.length = 0
  return { directory, lines, restart, textOf: (name: string) => readFileSync(join(directory, name), "utf8") }
})

const newer = '{"_tag":"Whispered","key":"alert:1","to":["a","b"],"whisperedAt":"2026-11-02T09:00:00.000Z"}'
const wider = '{"_tag":"Superseded","key":"alert:2","by":"x","at":"2026-11-02T09:00:00.000Z","why":{"of":"later"}}'
const withNewer = (body: string): string => body.replace("]}", `,${newer},${wider}]}`)

describe("a delivery of a newer version in a folder", () => {
  it.live.each([
    ["a child", one, "deliveries/l-1.json"],
    ["the team", "team", "team-deliveries.json"]
  ] as const)("hides no other, may have been sent, and stays to the letter: %s", ([, subject, name]) =>
    Effect.gen(function* () {
      const { directory, lines, restart, textOf } = yield* filled
      yield* rewrite(directory, name, (body) => withNewer(body).replace("{", '{"ofLater":[1],'))
      const seen = yield* restart(
        Effect.gen(function* () {
          const deliveries = yield* Deliveries
          const seen = yield* deliveries.of(subject)
          yield* deliveries.keep(subject, { ...sent, key: "card:3", at: utc(2026, 11, 3) })
          return seen
        })
      )
      const claimedAt = utc(2026, 11, 2) + 9 * 3_600_000
      expect([...seen.values()]).toMatchObject([
        sent,
        { _tag: "Claimed", key: "alert:1", claimedAt, isOfNewer: true },
        { _tag: "Superseded", key: "alert:2" }
      ])
      expect(lines.join()).toContain("2 can only be read whole by a newer version")
      for (const whole of [newer, wider, '"ofLater":[1]', "card:3"]) expect(textOf(name)).toContain(whole)
      expect(yield* inspectJournal(directory, unsealed)).toMatchObject({ faults: [] })
      // Claimed here, it is this version's.
      const asked = { key: "alert:1", channel: "C1", claimedAt: utc(2026, 11, 4), by: "me" }
      const claim = yield* restart(Effect.flatMap(Deliveries, (deliveries) => deliveries.claim(subject, asked)))
      expect(claim).toMatchObject({ _tag: "Won", before: { key: "alert:1", claimedAt } })
      expect(textOf(name)).not.toContain("Whispered")
      expect(textOf(name)).toContain(wider)
    }).pipe(Effect.scoped)
  )

  it.live("is told from what is no delivery of any version, which is refused by name", () =>
    Effect.gen(function* () {
      const { directory, restart } = yield* filled
      yield* rewrite(directory, "deliveries/l-1.json", (body) => body.replace("]}", ',{"key":"alert:1"}]}'))
      const refused = yield* restart(Effect.flip(Effect.flatMap(Deliveries, (deliveries) => deliveries.of(one))))
      expect(refused.message).toContain("deliveries/l-1.json")
    }).pipe(Effect.scoped)
  )
})

describe("a profile or a hold of a newer version in a folder", () => {
  it.live.each([
    ["a word", '"caseStatus":"of-later"', false],
    ["a field", '"ofLater":true', true]
  ] as const)("hides no other child's, and is never written over: %s", ([, field, isReadInPart]) =>
    Effect.gen(function* () {
      const { directory, restart, textOf } = yield* filled
      yield* rewrite(directory, "profiles/l-1.json", (body) => body.replace(/\}$/, `,${field}}`))
      const before = textOf("profiles/l-1.json")
      yield* restart(
        Effect.gen(function* () {
          const profiles = yield* Profiles
          expect((yield* profiles.all).map((profile) => profile.child)).toEqual(isReadInPart ? [one, other] : [other])
          expect(Result.isSuccess(yield* Effect.result(profiles.find(one)))).toBe(isReadInPart)
          expect(Option.isSome(yield* profiles.find(other))).toBe(true)
          for (const write of [profiles.bring({ child: one }), profiles.change(one, () => Result.succeed({}))]) {
            expect((yield* Effect.flip(write)).message).toMatch(/l-1\.json.*newer version/)
          }
          yield* profiles.bring({ child: other, revision: 2 })
        })
      )
      expect(textOf("profiles/l-1.json")).toBe(before)
    }).pipe(Effect.scoped)
  )

  it.live("is a hold nobody can say is released: it is refused by name, and others are not", () =>
    Effect.gen(function* () {
      const { directory, restart, textOf } = yield* filled
      yield* rewrite(directory, "holds/l-1.json", (body) => body.replace(/"reason":"[^"]+"/, '"reason":"of-later"'))
      const before = textOf("holds/l-1.json")
      yield* restart(
        Effect.gen(function* () {
          const holds = yield* Holds
          expect((yield* holds.all).map((hold) => hold.child)).toEqual([other])
          expect(yield* holds.unreadable).toEqual([one])
          const erased = yield* Effect.flip((yield* Erasures).erase({ ...asked, child: one }))
          expect(erased.message).toMatch(/l-1\.json.*newer version/)
          expect((yield* (yield* Journal).read(one)).entries).toHaveLength(1)
          for (const refused of [holds.of(one), holds.set(madeUpHold(2, "L-1"))]) {
            expect((yield* Effect.flip(Effect.asVoid(refused))).message).toMatch(/l-1\.json.*newer version/)
          }
        })
      )
      expect(textOf("holds/l-1.json")).toBe(before)
    }).pipe(Effect.scoped)
  )
})

describe("a tombstone of a newer version in a folder", () => {
  const gone = child("L-3")
  const ofLater = (body: string): string =>
    body.replace(/"reason":"[^"]+"/, '"reason":"of-later"').replace("{", '{"ofLater":[1],')
  const erase = Effect.flatMap(Erasures, (erasures) => erasures.erase({ ...asked, child: gone }))

  it.live("hides no other, is not written over, and what it says was erased is not erased again", () =>
    Effect.gen(function* () {
      const { directory, restart, textOf } = yield* filled
      const tombstone = yield* restart(erase)
      yield* rewrite(directory, "erased/l-3.json", ofLater)
      const before = textOf("erased/l-3.json")
      yield* restart(
        Effect.gen(function* () {
          const erasures = yield* Erasures
          expect(yield* erasures.all).toEqual([])
          expect(yield* erasures.unreadable).toEqual([gone])
          expect(yield* erasures.replayErasures([tombstone])).toEqual({ erased: [], tombstones: 0 })
          // Recorded again, and no position of what was erased is given out.
          const [again] = yield* appendAtTheEnd("L-3", madeUpEvent("again"))
          expect(again?.position).toBe(tombstone.lastPosition + 1)
          expect((yield* Effect.flip(erase)).message).toMatch(/l-3\.json.*newer version/)
          expect((yield* (yield* Journal).read(gone)).entries).toHaveLength(1)
        })
      )
      expect(textOf("erased/l-3.json")).toBe(before)
      expect(yield* inspectJournal(directory, unsealed)).toMatchObject({ faults: [] })
    }).pipe(Effect.scoped)
  )

  it.live("of an erasure that was cut short takes away what is known of, and stays as it is", () =>
    Effect.gen(function* () {
      const { directory, restart, textOf } = yield* filled
      yield* restart(erase)
      yield* restart(appendAtTheEnd("L-3", madeUpEvent("left")))
      yield* rewrite(directory, "erased/l-3.json", (body) =>
        ofLater(body).replace('"underWay":false', '"underWay":true')
      )
      const before = textOf("erased/l-3.json")
      expect((yield* restart(Effect.flatMap(Journal, (journal) => journal.read(gone)))).entries).toEqual([])
      expect(textOf("erased/l-3.json")).toBe(before)
    }).pipe(Effect.scoped)
  )

  it.live("is told from damage, which refuses the start by name", () =>
    Effect.gen(function* () {
      const { directory, restart } = yield* filled
      yield* restart(erase)
      yield* rewrite(directory, "erased/l-3.json", (body) => body.replace(/"lastPosition":\d+/, '"last":1'))
      expect((yield* Effect.flip(restart(Effect.asVoid(Erasures)))).message).toContain("erased/l-3.json")
    }).pipe(Effect.scoped)
  )
})

describe("when people are there, as a newer version wrote it in a folder", () => {
  const [worker, another] = [PersonId.make("UONE"), PersonId.make("UTWO")]
  it.live.each([
    ["a word", (body: string) => body.replace(/"opens":"[^"]+"/, '"opens":"of-later"'), false],
    ["a field", (body: string) => body.replace('"person":"UONE"', '"person":"UONE","ofLater":true'), true]
  ] as const)("hides nobody else's, and stays to the letter: %s", ([, change, isReadInPart]) =>
    Effect.gen(function* () {
      const { directory, restart, textOf } = yield* filled
      yield* rewrite(directory, "availability.json", (body) => change(body).replace("{", '{"beside":[1],'))
      const written = textOf("availability.json")
      yield* restart(
        Effect.gen(function* () {
          const availabilities = yield* Availabilities
          const known = isReadInPart ? [worker, another] : [another]
          expect([...(yield* availabilities.all).keys()]).toEqual(known)
          expect(yield* availabilities.unreadable).toEqual([worker])
          const back = (person: PersonId) =>
            availabilities.change({ person, by: person, at: utc(2026, 11, 3), to: () => ({ away: [] }) })
          expect((yield* Effect.flip(back(worker))).message).toMatch(/availability\.json.*newer version/)
          expect(yield* back(another)).toMatchObject({ away: [] })
          expect(yield* availabilities.letGo(() => ({ away: [] }))).toEqual([another])
        })
      )
      const [mark] = /"(?:opens|ofLater)":(?:"of-later"|true)/.exec(written) ?? [""]
      for (const whole of [mark, '"beside":[1]']) expect(textOf("availability.json")).toContain(whole)
      expect((yield* inspectJournal(directory, unsealed)).faults).toEqual([])
    }).pipe(Effect.scoped)
  )

  it.live("is told from damage, which refuses the start by name", () =>
    Effect.gen(function* () {
      const { directory, restart } = yield* filled
      yield* rewrite(directory, "availability.json", (body) => body.replace('"person":"UONE"', '"who":"UONE"'))
      const refused = yield* Effect.flip(restart(Effect.asVoid(Availabilities)))
      expect(refused.message).toContain("availability.json")
    }).pipe(Effect.scoped)
  )
})

describe("records of which a newer version wrote a part", () => {
  it.live.each([
    ["a delivery", "deliveries/l-1.json", withNewer],
    ["a profile", "profiles/l-1.json", (body: string) => body.replace(/\}$/, ',"caseStatus":"of-later"}')],
    ["a hold", "holds/l-1.json", (body: string) => body.replace(/"reason":"[^"]+"/, '"reason":"of-later"')],
    ["a person's days", "availability.json", (body: string) => body.replace('"person"', '"ofLater":1,"person"')]
  ] as const)("are not carried to another place without it: %s", ([, name, change]) =>
    Effect.gen(function* () {
      const { directory } = yield* filled
      const everything = Effect.flatMap(Layer.build(lowdbLayer({ directory })), readAllRecords).pipe(Effect.scoped)
      expect((yield* everything).children).toEqual([one, other, child("L-3")])
      yield* rewrite(directory, name, change)
      expect((yield* Effect.flip(everything)).message).toContain("newer version")
    }).pipe(Effect.scoped)
  )
})

describe("an education case of a newer version in a folder", () => {
  it.live("is listed, refused by name and kept to the letter, and hides no other", () =>
    Effect.gen(function* () {
      const { directory, restart, textOf } = yield* filled
      for (const each of ["EDU-1", "EDU-2"]) yield* restart(recordCase(each, 2))
      yield* rewrite(directory, "education/edu1.json", (body) => body.replace("StartRecorded", "StartOfLater"))
      const written = textOf("education/edu1.json")
      yield* restart(
        Effect.gen(function* () {
          const cases = yield* EducationCases
          const refusals = [
            yield* Effect.flip(cases.read(pupil("EDU-1"))),
            yield* Effect.flip(recordCase("EDU-1", 1, 2)),
            yield* Effect.flip(readAllRecords(yield* Effect.context<Records>()))
          ]
          for (const { message } of refusals) expect(message).toMatch(/edu1.json cannot be used.*newer version/)
          expect(yield* cases.pupils).toEqual([
            { child: "EDU-1", version: 2 },
            { child: "EDU-2", version: 2 }
          ])
          expect(yield* cases.read(pupil("EDU-2"))).toMatchObject({ version: 2 })
        })
      )
      expect(textOf("education/edu1.json")).toBe(written)
    }).pipe(Effect.scoped)
  )
})

import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  found,
  manager,
  missing,
  offered,
  returned,
  type Told,
  worker
} from "@safe-return/casework/testing"
import { londonDayOf } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import type { CaseSnapshot } from "../../src/owed/OwedMessage.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const coordinator = PersonId.make("U0COORDINATOR")
const alerted = [`worker-alert:episode-1:${worker}`, `ladder:episode-1:1:missing-coordinator:${coordinator}`]

const clearsOf = (told: ReadonlyArray<Told>, sent = alerted, more: Partial<CaseSnapshot> = {}) =>
  owedMessages(caseSnapshot(told, { delivered: sentUnder(sent), allocatedWorker: worker, ...more })).filter(({ key }) =>
    key.startsWith("all-clear:")
  )

const keysOf = (...given: Parameters<typeof clearsOf>) => clearsOf(...given).map(({ key }) => key)

const by = (hours: number, command: Told["command"]): Told => ({ by: manager, now: at(hours), command })
const inHospital = by(6, { _tag: "RecordWhereabouts", episodeId, whereabouts: "hospital", since: at(5) })
const cancelled = by(6, { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" })

describe("that a child is found or back", () => {
  it("is told to everybody who was alerted, and once for the two", () => {
    const once = [`all-clear:3:episode-1:${worker}`, `all-clear:3:episode-1:${coordinator}`]
    expect(keysOf([missing(), found(5)])).toEqual(once)
    const back = clearsOf([missing(), found(5), returned(7)], [...alerted, ...once])
    expect(back.map(({ key }) => key)).toEqual(once)
    for (const { message, keptCurrent } of back) {
      expect(keptCurrent).toBe(true)
      expect(message()).toMatchObject({ _tag: "AlertAllClear", child, outcome: { _tag: "Back", at: at(7) } })
    }
  })

  it("is told again to everybody who read so, where the report was not of this child", () => {
    const wrong = by(8, { _tag: "CancelEpisode", episodeId, reason: "wrong-child" })
    const told = [`all-clear:3:episode-1:${worker}`, `all-clear:3:episode-1:${coordinator}`]
    const sent = [...alerted.slice(0, 1), ...told]
    const again = [`all-clear:4:episode-1:${worker}`, `all-clear:4:episode-1:${coordinator}`]
    const rung = clearsOf([missing(), returned(6), wrong], sent).filter(({ key }) => !sent.includes(key))
    expect(rung.map(({ key }) => key)).toEqual(again)
    for (const { message } of rung) expect(message()).toMatchObject({ outcome: { _tag: "OfAnotherChild" } })
    // Who moved the report knows.
    const byWorker = clearsOf([missing(), returned(6), { ...wrong, by: worker }], sent)
    expect(byWorker.map(({ key }) => key).filter((key) => !sent.includes(key))).toEqual(again.slice(1))
    const after = clearsOf([missing(), returned(6), wrong], [...sent, ...again])
    const earlier = after.filter(({ key }) => told.includes(key)).map(({ message }) => message())
    expect(earlier).toMatchObject([{ outcome: { _tag: "SaidLater" } }, { outcome: { _tag: "SaidLater" } }])
  })

  it("is not told to a worker who was replaced, whose messages end with who has the child now", () => {
    const next = PersonId.make("U0NEXT")
    const allocated = (hours: number, to: PersonId) =>
      by(hours, { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker: to } })
    const before = [missing(), allocated(1, worker)]
    const replaced = [...before, allocated(2, next), returned(7)]
    expect(keysOf(replaced, alerted.slice(0, 1), { allocatedWorker: next })).toEqual([`all-clear:5:episode-1:${next}`])
    const after = [...before, returned(7), allocated(8, next)]
    const sent = [...alerted.slice(0, 1), `all-clear:4:episode-1:${worker}`]
    const toFormer = owedMessages(caseSnapshot(after, { delivered: sentUnder(sent), allocatedWorker: next })).filter(
      ({ place }) => place._tag === "Person" && place.person === worker
    )
    expect(toFormer.map(({ key }) => key).toSorted()).toEqual(
      [...sent, `worker-replaced:5:episode-1:${worker}`].toSorted()
    )
    for (const { message } of toFormer) {
      expect(message()).toMatchObject({ _tag: "RequestOver", outcome: { _tag: "WithOthers", people: [next] } })
    }
  })

  it("is told again at the return of a child who was found elsewhere", () => {
    const first = [`all-clear:3:episode-1:${worker}`]
    const told = [missing(), found(5), inHospital, returned(30)]
    const sent = alerted.slice(0, 1)
    expect(keysOf(told.slice(0, 3), sent)).toEqual(first)
    expect(keysOf(told, [...sent, ...first])).toEqual([...first, `all-clear:5:episode-1:${worker}`])
  })

  it("is told again to those whose child was missing after all", () => {
    const wrong = by(8, { _tag: "CorrectEpisode", episodeId, reason: "told-wrongly", withdrawn: "returned" })
    const before = keysOf([missing(), returned(7)])
    const again = keysOf([missing(), returned(7), wrong, returned(12)], [...alerted, ...before])
    expect(again.filter((key) => !before.includes(key))).toHaveLength(2)
  })

  it("goes to the address out of Slack that had the alert, and says nothing of the child there", () => {
    const sent = ["ladder:episode-1:1:team-manager:email-0"]
    const [clear, ...more] = clearsOf([missing(), returned(5)], sent, { allocatedWorker: coordinator }).filter(
      ({ place }) => place._tag === "Outside"
    )
    expect(more).toEqual([])
    expect(clear?.place).toEqual({ _tag: "Outside", way: "email", role: "team-manager", nth: 0 })
    expect(clear?.message()).toEqual({ _tag: "OutsideAllClear" })
  })

  it("is no news three days later, nor from before the bot began to announce", () => {
    expect(keysOf([missing(), returned(5)], alerted, { now: at(76) })).toHaveLength(2)
    expect(keysOf([missing(), returned(5)], alerted, { now: at(77) })).toEqual([])
    expect(keysOf([missing(), returned(5)], alerted, { announceFrom: at(6) })).toEqual([])
  })

  it("reaches a worker who was allocated since, while there is something left to do", () => {
    expect(keysOf([missing(), returned(5)], [])).toEqual([`all-clear:3:episode-1:${worker}`])
    expect(keysOf([missing(), returned(5), assigned(6), offered(7), completed(8)], [])).toEqual([])
  })

  it("is never told of a child who died", () => {
    const died = by(8, { _tag: "RecordDeath", knownFrom: at(8), by: manager })
    const sent = [...alerted, ...keysOf([missing(), returned(5)])]
    const said = owedMessages(caseSnapshot([missing(), returned(5), died], { delivered: sentUnder(sent) })).filter(
      ({ key }) => sent.includes(key)
    )
    expect(said).toHaveLength(sent.length)
    for (const { message } of said) {
      expect(message()).toEqual({ _tag: "RequestOver", child, outcome: { _tag: "Unsaid" } })
    }
  })
})

it("everybody who was alerted is told that a report was cancelled, and nobody else", () => {
  const clears = clearsOf([missing(), cancelled])
  expect(clears.map(({ place }) => place)).toEqual([worker, coordinator].map((person) => ({ _tag: "Person", person })))
  for (const { message } of clears) expect(message()).toMatchObject({ outcome: { _tag: "Cancelled" } })
  expect(clearsOf([missing(), cancelled], [])).toEqual([])
})

describe("who covers for a person who was alerted of a report that was cancelled before", () => {
  const cover = PersonId.make("U0COVER")
  const toWorker = [alerted[0] ?? "", `all-clear:3:episode-1:${worker}`]
  const second = missing(8, { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" })

  it.each([at(10), undefined])("is told nothing of it (recorded at %s)", (recordedAt) => {
    const away = { from: londonDayOf(at(6)), for: "sickness", cover, ...definedFields({ recordedAt }) } as const
    const there: Roster = {
      ...emptyRoster,
      acting: (person) => (person === worker ? { _tag: "Cover", person: cover, away } : { _tag: "Themselves" })
    }
    const told = [missing(), cancelled, second]
    expect(keysOf(told, toWorker, { there, now: at(11) })).toEqual(toWorker.slice(1))
  })
})

it("a cover who never had the alert reads who they cover for, at the return", () => {
  const cover = PersonId.make("U0COVER")
  const away = { from: londonDayOf(at(-24)), for: "sickness", cover } as const
  const there: Roster = {
    ...emptyRoster,
    acting: (person) => (person === worker ? { _tag: "Cover", person: cover, away } : { _tag: "Themselves" })
  }
  const toCover = clearsOf([missing(), returned(6)], [], { there }).find(({ key }) => key.endsWith(cover))
  expect(toCover?.message()).toMatchObject({ _tag: "AlertAllClear", coversFor: worker })
})

it("a worker who was replaced still reads that an earlier report was cancelled", () => {
  const next = PersonId.make("U0NEXT")
  const sent = [alerted[0] ?? "", `all-clear:4:episode-1:${worker}`]
  const told = [
    missing(),
    by(2, { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker } }),
    cancelled,
    missing(8, { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" }),
    by(10, {
      _tag: "RecordAllocation",
      episodeId: EpisodeId.make("episode-2"),
      allocated: { to: "social-worker", worker: next }
    })
  ]
  const owed = owedMessages(caseSnapshot(told, { delivered: sentUnder(sent), allocatedWorker: next, now: at(11) }))
  for (const key of sent) {
    expect(owed.find((one) => one.key === key)?.message()).toMatchObject({ outcome: { _tag: "Cancelled" } })
  }
})

import {
  assigned,
  at,
  child,
  completed,
  episodeId,
  found,
  interviewer,
  manager,
  missing,
  offered,
  returned,
  type Told,
  worker
} from "@safe-return/casework/testing"
import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
import type { Delivery } from "@safe-return/journal"
import { describe, expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const second = EpisodeId.make("episode-2")
const [coordinator, head] = [PersonId.make("U0COORDINATOR"), PersonId.make("U0HEAD")]
const there: Roster = {
  ...emptyRoster,
  holders: {
    ...emptyRoster.holders,
    "missing-coordinator": [coordinator],
    "team-manager": [manager],
    "head-of-service": [head]
  }
}

const { render } = makePlainTextRenderer((person) => `<${person}>`)

const over = { _tag: "RequestOver", child, outcome: { _tag: "Unsaid" } }

const by = (hours: number, command: Told["command"]): Told => ({ by: manager, now: at(hours), command })
const died = (hours: number): Told => by(hours, { _tag: "RecordDeath", knownFrom: at(hours), by: manager })
const takenBack = (hours: number): Told => by(hours, { _tag: "TakeBackDeath", reason: "wrong-record" })
const confirmed = (hours: number): Told => by(hours, { _tag: "ConfirmDeath", by: manager })
const reportedAgain = missing(10, { id: second, reference: "SYP-2026-0000002" })

const owed = (told: ReadonlyArray<Told>, sent: ReadonlyArray<string> = [], announceFrom = at(-100), now = at(200)) =>
  owedMessages(caseSnapshot(told, { delivered: sentUnder(sent), there, announceFrom, allocatedWorker: worker, now }))

const keysOf = (...given: Parameters<typeof owed>) => owed(...given).map(({ key }) => key)
const kindsOf = (...given: Parameters<typeof owed>) => [
  ...new Set(keysOf(...given).map((key) => key.slice(0, key.indexOf(":"))))
]
const toldTo = (prefix: string, ...given: Parameters<typeof owed>) =>
  owed(...given)
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ place }) => (place._tag === "Person" ? place.person : place._tag))

describe("a child's death", () => {
  it("is told once to the worker, the co-ordinators, the managers and the heads of service", () => {
    expect(toldTo("death:", [missing(), died(5)]).sort()).toEqual([coordinator, head, manager, worker].sort())
    const corrected = by(6, { _tag: "RecordDeath", knownFrom: at(4), by: manager })
    expect(toldTo("death:", [missing(), died(5), corrected])).toHaveLength(4)
    expect(keysOf([missing(), died(5)]).filter((key) => key.startsWith("death:"))).toEqual(
      keysOf([missing(), died(5), corrected]).filter((key) => key.startsWith("death:"))
    )
  })

  it("is told to who has their interview, and who was alerted of a child who is looked for", () => {
    expect(toldTo("death:", [missing(), returned(3), assigned(4), died(5)])).toContain(interviewer)
    const held = [missing(), returned(3), assigned(4), offered(4.2, "accepted"), completed(4.5), died(5)]
    expect(toldTo("death:", held)).not.toContain(interviewer)
    const duty = PersonId.make("U0DUTY")
    const alerted = [`ladder:episode-1:1:out-of-hours-duty:${duty}`]
    expect(toldTo("death:", [missing(), died(5)], alerted)).toContain(duty)
    expect(toldTo("death:", [missing(), returned(4), died(5)], alerted)).not.toContain(duty)
  })

  it("leaves nothing else to say but the card and its own lines", () => {
    for (const before of [[missing()], [missing(), found(3)], [missing(), returned(3), assigned(4)]]) {
      expect(kindsOf(before).length).toBeGreaterThan(2)
      expect(kindsOf([...before, died(5)]).sort()).toEqual(["card", "death", "timeline"])
    }
  })

  it("that was wrong leaves a child who is looked for, and those who were told of it read that", () => {
    const alerted = [`worker-alert:episode-1:${worker}`, `coordinator-alert:episode-1:${coordinator}`]
    const sent = [...alerted, ...[manager, coordinator, head].map((person) => `death:3:${person}`)]
    const withdrawal = (...told: ReadonlyArray<Told>) =>
      owed([missing(), died(5), takenBack(6), ...told], sent, at(-100), told.at(-1)?.now ?? at(6))
        .filter(({ key }) => key.startsWith("death-taken-back:"))
        .map(({ message }) => render(message()).lines.join(" "))
    expect(withdrawal()).toHaveLength(3)
    for (const words of withdrawal()) expect(words).toContain("The child is missing, last seen Mon 23 Nov, 18:00.")
    for (const words of withdrawal(returned(8))) expect(words).toContain("The child is back since Tue 24 Nov, 02:00.")
  })

  it("is not announced when it is history that was brought in", () => {
    expect(kindsOf([missing(), died(5)], [], at(6))).not.toContain("death")
  })

  it("takes back what an alert that was sent still asks for", () => {
    const sent = ["worker-alert:episode-1:U0WORKER", "ladder:episode-1:1:team-manager:U0MANAGER", "alert:episode-1:2"]
    const ended = owed([missing(), died(5)], sent).filter(({ key }) => sent.includes(key))
    expect(ended.map(({ keptCurrent }) => keptCurrent)).toEqual([true, true, true])
    for (const { message } of ended) expect(message()).toMatchObject(over)
  })

  it("leaves alone what never arrived, and what is no alert about the ended episode", () => {
    const sent = (key: string): [string, Delivery] => [
      key,
      { _tag: "Sent", key, channel: "D1", ts: "1.0", fingerprint: "", sentAt: at(0) }
    ]
    const arrivedNever = `worker-alert:episode-1:${manager}`
    const delivered = new Map<string, Delivery>([
      sent(`worker-alert:episode-1:${worker}`),
      [arrivedNever, { _tag: "Undelivered", key: arrivedNever, reason: "user_disabled", since: at(0), at: at(1) }],
      sent("trigger:still-missing:episode-1"),
      sent(`worker-alert:episode-2:${worker}`)
    ])
    const snapshot = caseSnapshot([missing(), died(5)], { delivered, there, now: at(6) })
    const ended = owedMessages(snapshot).filter(({ message }) => message()._tag === "RequestOver")
    expect(ended.map(({ key }) => key)).toEqual([`worker-alert:episode-1:${worker}`])
  })

  it("ends what the interviewer was asked to do, in the message they have", () => {
    const given = [missing(), found(5), returned(6), assigned(7)]
    const [key] = keysOf(given).filter((one) => one.startsWith("interviewer-alert:"))
    const sent = owed([...given, died(8)], [key ?? ""]).filter((message) => message.key === key)
    expect(sent).toMatchObject([{ place: { _tag: "Person" }, keptCurrent: true }])
    expect(sent.map(({ message }) => message())).toEqual([over])
  })
})

describe("a death that is taken back", () => {
  const told = [missing(), died(5), takenBack(6)]
  const deathKeys = keysOf([missing(), died(5)]).filter((key) => key.startsWith("death:"))

  const alertKeys = [`worker-alert:episode-1:${worker}`, `coordinator-alert:episode-1:${coordinator}`]

  it("is told to those who were told of it and have no alert of it, and to nobody else", () => {
    const sent = [...deathKeys, ...alertKeys]
    expect(toldTo("death-taken-back:", told, sent, at(-100), at(6)).sort()).toEqual([coordinator, head, manager].sort())
    expect(toldTo("death-taken-back:", told)).toEqual([])
    // Who was sent it already goes on having it.
    const before = `death-taken-back:4:${worker}`
    expect(toldTo("death-taken-back:", told, [...sent, before])).toContain(worker)
  })

  it("rings once for who is alerted, in words that say of both", () => {
    const soon = caseSnapshot(told, {
      delivered: sentUnder([...deathKeys, ...alertKeys]),
      there,
      allocatedWorker: worker,
      now: at(6)
    })
    const rung = owedMessages(soon).filter(
      ({ key, place }) => place._tag === "Person" && place.person === worker && !soon.delivered.has(key)
    )
    expect(rung.map(({ key }) => key)).toEqual([`missing-after-all:4:episode-1:${worker}`])
    const words = rung
      .map(({ message }) => render(message()))
      .map(({ subject, lines }) => [subject, ...lines].join("\n"))
    expect(words.join()).toContain("The record that LCS-10432 has died was wrong. LCS-10432 is missing after all.")
    expect(words.join()).not.toContain("A later report, a correction or a reopening")
  })

  it("is what the news of the death says from then on", () => {
    const said = owed(told, deathKeys).filter(({ key }) => deathKeys.includes(key))
    expect(said).toHaveLength(deathKeys.length)
    for (const { message } of said) {
      expect(message()).toMatchObject({ _tag: "RequestOver", child, outcome: { _tag: "DeathTakenBack" } })
    }
    const standing = owed([missing(), died(5)], [...deathKeys, "death:3:U0FORMERMANAGER"])
    expect(standing.map(({ key }) => key)).not.toContain("death:3:U0FORMERMANAGER")
  })

  it("is told to those who were told of that death, and not of one that was taken back before", () => {
    const again = [...told, died(7), takenBack(8)]
    const secondKeys = keysOf([...told, died(7)], deathKeys).filter((key) => key.startsWith("death:"))
    const later = keysOf(again, [...secondKeys.slice(1, 3), ...alertKeys], at(-100), at(8)).filter((key) =>
      key.startsWith("death-taken-back:")
    )
    expect(secondKeys.some((key) => deathKeys.includes(key))).toBe(false)
    expect(later).toHaveLength(2)
  })

  it("says that a child who was found is not back, and asks for the return as before", () => {
    const inHospital = by(4, { _tag: "RecordWhereabouts", episodeId, whereabouts: "hospital", since: at(3.5) })
    const before = [missing(), found(3), inHospital]
    const sent = keysOf(before, [`worker-alert:episode-1:${worker}`], at(-100), at(5)).filter((key) =>
      key.startsWith("all-clear:")
    )
    expect(sent).toHaveLength(2)
    const after = owed([...before, died(5), takenBack(6)], [...sent, ...deathKeys.map((key) => key.replace("3", "5"))])
    const wordsOf = (prefix: string) =>
      after.filter(({ key }) => key.startsWith(prefix)).map(({ message }) => render(message()).lines.join(" "))
    expect(wordsOf("all-clear:")).toHaveLength(2)
    for (const words of wordsOf("all-clear:")) {
      expect(words).toContain("The child is in hospital since Mon 23 Nov, 21:30.")
      expect(words).toContain("Record Returned once they are back.")
    }
    for (const words of wordsOf("death-taken-back:")) {
      expect(words).toContain(
        "found Mon 23 Nov, 21:00 and no return is recorded. The child is in hospital since Mon 23 Nov, 21:30. Once they are back, the return has to be recorded."
      )
    }
    expect(wordsOf("death-taken-back:")).not.toEqual([])
  })

  it("alerts people again that the child is missing, and not to one who is back", () => {
    expect(toldTo("missing-after-all:", told)).toEqual(["MissingChannel", worker])
    expect(kindsOf([missing(), returned(3), died(5), takenBack(6)])).not.toContain("missing-after-all")
  })

  it("opens what was reported meanwhile with an alert of its own", () => {
    const opened = [missing(), returned(3), died(5), reportedAgain, takenBack(12)]
    expect(toldTo("worker-alert:episode-2", opened)).toEqual([worker])
    const [alert] = owed(opened).filter(({ key }) => key.startsWith("worker-alert:episode-2"))
    expect(alert?.message()).toMatchObject({ _tag: "MissingAlert", isDeathTakenBack: true })
    expect(toldTo("missing-after-all:", opened)).toEqual([])
  })
})

describe("a report that a child is missing after their death was recorded", () => {
  const told = [missing(), returned(3), died(5), reportedAgain]

  it("is shown in the channel and to those who can act, and climbs nowhere", () => {
    expect(toldTo("after-death:", told).sort()).toEqual(["MissingChannel", coordinator, manager].sort())
    expect(kindsOf(told)).not.toContain("worker-alert")
    expect(kindsOf(told)).not.toContain("ladder")
  })

  it("is a line of the thread as well, though nothing else is said there of a child who died", () => {
    const lines = owed(told).filter(({ place }) => place._tag === "ThreadOf")
    expect(lines.map(({ message }) => message())).toContainEqual(
      expect.objectContaining({
        _tag: "TimelineEntry",
        recorded: expect.objectContaining({ event: expect.objectContaining({ _tag: "NotificationAfterDeath" }) })
      })
    )
  })

  it("goes on being shown until a person says that the record is right", () => {
    const sent = keysOf(told).filter((key) => key.startsWith("after-death:"))
    const now = owed([...told, confirmed(12)], sent)
      .filter(({ key }) => sent.includes(key))
      .map(({ message }) => message())
    expect(now).toHaveLength(3)
    for (const message of now) {
      expect(message).toMatchObject({ _tag: "ReportAfterDeath", child, report: { lookedAt: at(12) } })
    }
    expect(kindsOf([...told, confirmed(12)])).not.toContain("after-death")
  })
})

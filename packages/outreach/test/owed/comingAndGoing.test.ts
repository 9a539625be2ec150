/** What people read of one missing child while those who are told come back from leave and go. */
import { at, child, episodeId, missing, type Told, worker } from "@safe-return/casework/testing"
import { addHours, civilDay, londonDayOf } from "@safe-return/domain/calendar"
import { actingFor } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { expect, it } from "vitest"
import type { Message } from "../../src/message/Message.ts"
import { alertStandingOf } from "../../src/owed/alertStanding.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const [coordinator, manager, head, duty] = ["U0COORDINATOR", "U0MANAGER", "U0HEAD", "U0DUTY"].map((id) =>
  PersonId.make(id)
) as [PersonId, PersonId, PersonId, PersonId]

type Gone = readonly [PersonId, PersonId?]

const without = (...gone: ReadonlyArray<Gone>): Roster => ({
  ...emptyRoster,
  holders: {
    "missing-coordinator": [coordinator],
    "team-manager": [manager],
    "head-of-service": [head],
    "out-of-hours-duty": [duty]
  },
  acting: (person) =>
    actingFor(person, at(0), (one) => {
      const [, cover] = gone.find(([absent]) => absent === one) ?? []
      if (!gone.some(([absent]) => absent === one)) return undefined
      const period = { from: civilDay(2026, 11, 1), for: "leave" } as const
      return { away: [cover === undefined ? period : { ...period, cover }] }
    })
})

/** Tuesday at 08:41, before the office opens. */
const start = at(14 + 41 / 60)
const report = missing(13 + 41 / 60)
const byHead: Told = {
  by: head,
  now: addHours(start, 9 / 60),
  command: { _tag: "AcknowledgeAlert", episodeId, by: head, as: ["head-of-service"] }
}

const workerCovered: Gone = [worker, manager]
const everybodyGone = without(workerCovered, [coordinator], [manager], [head], [duty])
const someAreBack = without(workerCovered, [head, coordinator], [duty])

const live = () => {
  const delivered = new Map<DeliveryKey, Delivery>()
  const shown = new Map<DeliveryKey, Message>()
  return (there: Roster, minutes: number, ...more: ReadonlyArray<Told>) => {
    const now = addHours(start, minutes / 60)
    const snapshot = () =>
      caseSnapshot([report, ...more], { there, allocatedWorker: worker, now, delivered: new Map(delivered) })
    for (const _ of [1, 2]) {
      for (const { key, message } of owedMessages(snapshot())) {
        shown.set(key, message())
        const sent = { _tag: "Sent", key, channel: "D1", ts: "1", fingerprint: "", sentAt: now } as const
        delivered.set(key, delivered.get(key) ?? sent)
      }
    }
    const [episode] = snapshot().state.episodes
    const alert = (end: string) => shown.get(`ladder:episode-1:1:${end}`)
    return { shown, alert, standing: episode && alertStandingOf(snapshot(), episode) }
  }
}

const wordsOf = (message: Message | undefined): string =>
  message === undefined ? "" : JSON.stringify(makePlainTextRenderer((person) => person).render(message))

it("an alert whose readers all went away rings for those alone who had none, and says who had", () => {
  const look = live()
  look(without(workerCovered), 0)
  const { shown, alert } = look(everybodyGone, 2)
  for (const person of [coordinator, head, duty]) {
    expect(wordsOf(alert(`nobody:${person}`))).toContain(`${manager} in place of the allocated worker`)
    expect(wordsOf(alert(`nobody:${person}`))).not.toMatch(/told first|Nobody was told|U0HEAD|U0DUTY/)
  }
  for (const person of [worker, manager]) expect(alert(`nobody:${person}`)).toBeUndefined()
  expect(shown.get(`worker-alert:episode-1:${manager}`)).toMatchObject({ _tag: "MissingAlert", isStandIn: "before" })
  expect(wordsOf(alert("nobody"))).toContain("Nobody was there")
})

it("an answer given on leave asks those in the same role all the same once they are back", () => {
  const look = live()
  look(without(workerCovered), 0)
  look(everybodyGone, 2)
  look(everybodyGone, 9, byHead)
  const { shown, alert, standing } = look(someAreBack, 24, byHead)
  expect(standing).toMatchObject({ hasStopped: false })
  const asked = alert(`missing-coordinator:${coordinator}`)
  expect(asked).toMatchObject({ _tag: "EscalationAlert", reader: coordinator, isAnswered: false })
  expect(asked?.coversFor).toBeUndefined()
  expect(alert(`nobody:${coordinator}`)).toMatchObject({ outcome: { _tag: "SaidLater" } })
  expect(alert(`nobody:${duty}`)).toMatchObject({ _tag: "EscalationAlert", reader: duty })
  const told = standing?.told.map(({ who, people, standIns = [] }) => [who, people, standIns])
  expect(told).toContainEqual(["missing-coordinator", [coordinator], []])
  expect(told).toContainEqual(["head-of-service", [head, coordinator], [coordinator]])
  for (const message of shown.values()) expect(wordsOf(message)).not.toContain(`sees to ${child}`)
})

it("a worker who answered and goes sick leaves the alert to their cover", () => {
  const cover = PersonId.make("U0COVER")
  const byWorker: Told = {
    by: worker,
    now: addHours(start, 5 / 60),
    command: { _tag: "AcknowledgeAlert", episodeId, by: worker, as: ["worker"] }
  }
  const sickAt = addHours(start, 1)
  const sick = (cover?: PersonId): Roster => {
    const away = { from: londonDayOf(sickAt), for: "sickness", recordedAt: sickAt } as const
    const acting = cover === undefined ? { _tag: "Nobody" } : { _tag: "Cover", person: cover }
    return {
      ...without(),
      acting: (person) => (person === worker ? ({ ...acting, away } as never) : { _tag: "Themselves" })
    }
  }
  const toldBy = (minutes: number, there: Roster) => {
    const look = live()
    for (const each of [0, 6]) look(without(), each, byWorker)
    for (const each of [60, minutes]) look(there, each, byWorker)
    const { shown, standing } = look(there, minutes, byWorker)
    const asked = [...shown].flatMap(([, message]) => (message._tag === "EscalationAlert" ? [message.reader] : []))
    return { asked, shown, standing }
  }
  const first = toldBy(61, sick(cover))
  expect(first.asked).toEqual([])
  expect(first.shown.get(`worker-alert:episode-1:${cover}`)).toMatchObject({ _tag: "MissingAlert", isAnswered: false })
  expect(first.standing?.told[0]).toMatchObject({ who: "worker", people: [cover], at: sickAt })
  expect(toldBy(76, sick(cover)).asked).toContain(coordinator)
  expect(toldBy(61, sick()).asked).toContain(coordinator)
})

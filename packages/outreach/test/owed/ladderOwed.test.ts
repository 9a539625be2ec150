/** Who an alert that nobody acknowledges is owed to, rung by rung. */

import { at, episodeId, missing, type Told, worker } from "@safe-return/casework/testing"
import { alertOf, PersonId } from "@safe-return/domain/pathway"
import type { OnRung } from "@safe-return/domain/policy"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { expect, it } from "vitest"
import { ladder } from "../../src/owed/ladderOwed.ts"
import type { CaseSnapshot } from "../../src/owed/OwedMessage.ts"
import { unacknowledgedAlerts } from "../../src/owed/unacknowledged.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const [coordinator, manager, head, duty] = ["U0COORDINATOR", "U0MANAGER", "U0HEAD", "U0DUTY"].map((id) =>
  PersonId.make(id)
) as [PersonId, PersonId, PersonId, PersonId]
const holders = {
  "missing-coordinator": [coordinator],
  "team-manager": [manager],
  "head-of-service": [head],
  "out-of-hours-duty": [duty]
}

/** Reported at 19:00 on a Monday; `hours` after 18:00. */
const owedAt = (
  hours: number,
  there: Partial<Roster> = {},
  told: ReadonlyArray<Told> = [],
  kept: ReadonlyArray<readonly [DeliveryKey, "Sent" | "Undelivered"]> = [],
  workers: Pick<CaseSnapshot, "allocatedWorker"> = { allocatedWorker: worker }
) => {
  const delivered = kept.map(([key, tag]): [DeliveryKey, Delivery] => [
    key,
    tag === "Sent"
      ? { _tag: "Sent", key, channel: "D1", ts: "1", fingerprint: "", sentAt: at(1) }
      : { _tag: "Undelivered", key, reason: "not-delivered", since: at(1), at: at(1) }
  ])
  return ladder(
    caseSnapshot([missing(), ...told], {
      there: { ...emptyRoster, holders, ...there },
      delivered: new Map(delivered),
      ...workers,
      now: at(hours)
    })
  )
}
const keysAt = (...given: Parameters<typeof owedAt>) => owedAt(...given).map(({ key }) => key)
const toRole = (role: string, person: string): DeliveryKey => `ladder:episode-1:1:${role}:${person}`

it("the next rungs are told in their order, each in its time", () => {
  expect(keysAt(1.2)).toEqual([])
  const evening = [toRole("missing-coordinator", coordinator), toRole("out-of-hours-duty", duty)]
  expect(keysAt(1.3)).toEqual(evening)
  expect(keysAt(1.6)).toEqual([...evening, toRole("team-manager", manager)])
  expect(keysAt(2.1)).toEqual([...evening, toRole("team-manager", manager), toRole("head-of-service", head)])
})

it("a person who stands on two rungs is told on the first alone", () => {
  const keys = keysAt(3, { holders: { ...holders, "team-manager": [coordinator], "head-of-service": [coordinator] } })
  expect(keys.filter((key) => key.endsWith(coordinator))).toEqual([toRole("missing-coordinator", coordinator)])
})

const answered = (hours: number, by: PersonId, as: ReadonlyArray<OnRung>): Told => ({
  by,
  now: at(hours),
  command: { _tag: "AcknowledgeAlert", episodeId, by, as, alert: 1 }
})

it("nobody further is told once the alert is answered, and those who were told see who did", () => {
  const bothRoles = answered(1.4, coordinator, ["missing-coordinator", "out-of-hours-duty"])
  expect(keysAt(3, {}, [bothRoles])).toEqual([])
  const sent = toRole("out-of-hours-duty", duty)
  const left = owedAt(3, {}, [bothRoles], [[sent, "Sent"]])
  expect(left.map(({ key, keptCurrent }) => [key, keptCurrent])).toEqual([[sent, true]])
  const alert = left[0]?.message()
  expect(alert).toMatchObject({ _tag: "EscalationAlert", reader: duty })
  expect(alert?._tag === "EscalationAlert" && alertOf(alert.episode).acknowledgements).toMatchObject([
    { by: coordinator }
  ])
})

it("an address out of Slack is told once, though two rungs lead there", () => {
  const addresses: Roster["addresses"] = (role) => (role === "team-manager" ? 1 : 0)
  const email = toRole("team-manager", "email-0")
  const both = keysAt(4, { addresses }, [], [[email, "Undelivered"]])
  expect(both.filter((key) => /email|sms/.test(key))).toEqual([email, toRole("team-manager", "sms-0")])
  expect(keysAt(4, { addresses }).filter((key) => /email|sms/.test(key))).toEqual([email])
})

it("an address out of Slack that had the alert is told once that it is acknowledged", () => {
  const addresses: Roster["addresses"] = (role) => (role === "team-manager" ? 1 : 0)
  const email = toRole("team-manager", "email-0")
  const everyRole = answered(3, coordinator, [
    "worker",
    "missing-coordinator",
    "out-of-hours-duty",
    "team-manager",
    "head-of-service"
  ])
  const owed = owedAt(4, { addresses }, [everyRole], [[email, "Sent"]])
  const [said, ...more] = owed.filter(({ place, key }) => place._tag === "Outside" && key !== email)
  expect(more).toEqual([])
  expect(said).toMatchObject({ key: `acknowledged:${email}`, keptCurrent: false })
  expect(said?.message()).toEqual({ _tag: "OutsideAcknowledged" })
  expect(keysAt(4, { addresses }, [everyRole])).toEqual([])
})

it("who was told goes on having the alert, though it would not climb to them by now", () => {
  const sent = toRole("missing-coordinator", coordinator)
  expect(keysAt(1.1)).toEqual([])
  const [standing, ...more] = owedAt(1.1, {}, [], [[sent, "Sent"]])
  expect(more).toEqual([])
  expect(standing).toMatchObject({ key: sent, keptCurrent: true })
  expect(standing?.message()).toMatchObject({ _tag: "EscalationAlert", reader: coordinator })
})

const alertTo = (person: PersonId, ...given: Parameters<typeof owedAt>) => {
  const message = owedAt(...given)
    .find(({ key }) => key.endsWith(`:${person}`))
    ?.message()
  if (message?._tag !== "EscalationAlert") throw new Error("nobody was told")
  return message
}

const allocatedAt = (hours: number): Told => ({
  by: manager,
  now: at(hours),
  command: { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker } }
})

it("neither who hears at the same time nor a worker allocated since is said to know already", () => {
  const [toDuty, toManager] = [alertTo(duty, 1.6), alertTo(manager, 1.6)]
  expect(toDuty.before.flatMap(({ people }) => people)).toEqual([worker])
  expect(toManager.before.flatMap(({ people }) => people)).toEqual([worker, coordinator, duty])
  const later = alertTo(duty, 1.6, {}, [allocatedAt(1.4)])
  expect(later.before.flatMap(({ people }) => people)).toEqual([])
})

it("nobody is asked to acknowledge an alert that has its answers", () => {
  const sent = toRole("missing-coordinator", coordinator)
  const [asked] = owedAt(1.35, {}, [], [[sent, "Sent"]])
  expect(asked?.message()).toMatchObject({ isAnswered: false })
  const byDuty = owedAt(1.5, {}, [answered(1.4, duty, ["out-of-hours-duty"])], [[sent, "Sent"]])
  expect(byDuty.map(({ message }) => message())).toMatchObject([{ reader: coordinator, isAnswered: true }])
})
const sentTo = (person: PersonId, role: string) => [[toRole(role, person), "Sent"]] as const

it("an alert that went on at once stays with who has it when a worker is allocated", () => {
  const before = alertTo(coordinator, 1.05, {}, [], [], {})
  expect(before.before.map(({ people }) => people)).toEqual([[]])
  for (const hours of [1.1, 1.3, 1.6]) {
    const { before: told } = alertTo(
      coordinator,
      hours,
      {},
      [allocatedAt(1.08)],
      sentTo(coordinator, "missing-coordinator")
    )
    expect(told).toEqual(before.before)
  }
})

it("a worker who was allocated later is named with the time from which they had the alert", () => {
  const { before } = alertTo(manager, 1.6, {}, [allocatedAt(1.1)])
  expect(before).toMatchObject([
    { who: "worker", people: [worker], at: at(1.1) },
    { who: "missing-coordinator", people: [coordinator], at: at(1) },
    { who: "out-of-hours-duty", people: [duty], at: at(1) }
  ])
  expect(keysAt(1.45, {}, [allocatedAt(1.1)])).not.toContain(toRole("team-manager", manager))
})

it("a lost message passes the alert on by one rung alone while the card is on its way", () => {
  const lost: readonly [DeliveryKey, "Undelivered"] = [`worker-alert:episode-1:${worker}`, "Undelivered"]
  const next = [toRole("missing-coordinator", coordinator), toRole("out-of-hours-duty", duty)]
  const everybody = [...next, toRole("team-manager", manager), toRole("head-of-service", head)]
  expect(keysAt(1.05, {}, [], [lost])).toEqual(next)
  expect(keysAt(1.05, {}, [], [lost, ["card:episode-1", "Sent"]])).toEqual(next)
  expect(keysAt(1.05, {}, [], [lost, ["card:episode-1", "Undelivered"]])).toEqual(everybody)
})

it("a worker who takes over from another leaves the alert where it was", () => {
  const had: readonly [DeliveryKey, "Sent"] = [`worker-alert:episode-1:${PersonId.make("U0FORMER")}`, "Sent"]
  expect(keysAt(1.2, {}, [allocatedAt(1.1)], [had])).toEqual([])
  expect(alertTo(coordinator, 1.3, {}, [allocatedAt(1.1)], [had]).before.flatMap(({ people }) => people)).toEqual([
    worker
  ])
})

it("who was told before goes on being named once another worker has the child", () => {
  const former = PersonId.make("U0FORMER")
  const had: readonly [DeliveryKey, "Sent"] = [`worker-alert:episode-1:${former}`, "Sent"]
  const alert = alertTo(coordinator, 3, {}, [allocatedAt(2.5)], [had])
  expect(alert.before).toMatchObject([{ who: "worker", people: [former], at: at(1) }])
  expect(alert.since).toBeUndefined()
})

it("who was told first, because nobody was there before, reads who was told since", () => {
  const named: Told = {
    by: manager,
    now: at(1.4),
    command: { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker } }
  }
  const first = (told: ReadonlyArray<Told>, workers: Pick<CaseSnapshot, "allocatedWorker">) =>
    owedAt(1.5, {}, told, [], workers)
      .find(({ key }) => key === toRole("missing-coordinator", coordinator))
      ?.message()
  expect(first([], {})).not.toHaveProperty("since")
  expect(first([named], { allocatedWorker: worker })).toMatchObject({
    before: [{ who: "worker", people: [] }],
    since: [{ who: "worker", people: [worker], at: at(1.4) }]
  })
})

it("an alert that nobody has answered is named in the mornings of all who were told of it", () => {
  const told = (hours: number, steps: ReadonlyArray<Told> = []) =>
    unacknowledgedAlerts(
      caseSnapshot([missing(), ...steps], {
        there: { ...emptyRoster, holders },
        allocatedWorker: worker,
        now: at(hours)
      }),
      at(14.5)
    ).map(({ person }) => person)
  expect(told(14.6)).toEqual([worker, coordinator, duty, manager, head])
  expect(told(14.6, [answered(14, coordinator, ["missing-coordinator"])])).toEqual([])
})

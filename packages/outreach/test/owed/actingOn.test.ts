import { at, episodeId, manager, missing, notified, type Told, worker } from "@safe-return/casework/testing"
import { EpisodeId, PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const [coordinator, head, duty] = ["U0COORDINATOR", "U0HEAD", "U0DUTY"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]
const there: Roster = {
  ...emptyRoster,
  holders: {
    "missing-coordinator": [coordinator],
    "team-manager": [manager],
    "head-of-service": [head],
    "out-of-hours-duty": [duty]
  }
}
const plain = makePlainTextRenderer((person) => person)

/** Reported on Monday evening, 19:00; the worker says nothing, and the duty worker answers. */
const before: ReadonlyArray<Told> = [
  missing(0, { risk: "medium" }),
  {
    by: duty,
    now: at(1.4),
    command: { _tag: "AcknowledgeAlert", episodeId, by: duty, as: ["out-of-hours-duty"] }
  }
]

const live = () => {
  const delivered = new Map<DeliveryKey, Delivery>()
  return (hours: number, ...more: ReadonlyArray<Told>) => {
    const owed = owedMessages(
      caseSnapshot(
        [...before, ...more].filter((one) => one.now <= at(hours)),
        {
          there,
          allocatedWorker: worker,
          now: at(hours),
          delivered: new Map(delivered)
        }
      )
    )
    return owed.flatMap((one) => {
      const message = one.message()
      const words = plain.render(message).lines.join(" ")
      const isNew = !delivered.has(one.key)
      const key = one.key
      if (isNew) delivered.set(key, { _tag: "Sent", key, channel: "D1", ts: "1", fingerprint: "", sentAt: at(hours) })
      return one.place._tag === "Person" ? [{ key, person: one.place.person, isNew, message, words }] : []
    })
  }
}

const updated = (hours: number): Told => notified(at(hours), { kind: "updated", risk: "high" })
const by = (hours: number, command: Told["command"]): Told => ({ by: coordinator, now: at(hours), command })

it("a person who answered the alert is told of news at once, and can record a find there", () => {
  const look = live()
  for (const hours of [1, 1.3, 1.5]) look(hours)
  const seen = look(1.7, updated(1.6)).filter(({ isNew }) => isNew)
  expect(seen.map(({ person }) => person).toSorted()).toEqual([worker, duty].toSorted())
  expect(seen.every(({ message }) => message._tag === "RepeatAlert")).toBe(true)
})

it("a person who answered the alert is asked again at once where the cancellation was wrong", () => {
  const look = live()
  for (const hours of [1, 1.3, 1.5]) look(hours)
  const cancelled = by(2, { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" })
  const reopened = by(2.5, { _tag: "ReopenEpisode", episodeId, reason: "new-information" })
  look(2.1, cancelled)
  const said = look(2.6, cancelled, reopened)
  const fresh = said.filter(({ isNew }) => isNew)
  expect(fresh.find(({ person }) => person === duty)?.message._tag).toBe("MissingAfterAllAlert")
  for (const { words } of fresh) expect(words).not.toMatch(/Nothing is asked|found or back/)
})

const answer = (hours: number, person: PersonId, as: "worker" | "missing-coordinator", of = episodeId): Told => ({
  by: person,
  now: at(hours),
  command: { _tag: "AcknowledgeAlert", episodeId: of, by: person, as: [as] }
})

it("a person who acts keeps the news of it where another answers that first", () => {
  const look = live()
  const [raised, first] = [updated(1.6), answer(1.8, worker, "worker")]
  for (const hours of [1, 1.3, 1.5]) look(hours)
  look(1.7, raised)
  const theirs = look(1.9, raised, first).filter(({ person, key }) => person === duty && key.startsWith("alert:"))
  expect(theirs.map(({ message }) => message._tag)).toEqual(["RepeatAlert"])
  expect(theirs[0]?.words).toContain(`An earlier alert was acknowledged by ${duty}`)
})

it("an alert with news that climbs says that there is news, and who had answered before it", () => {
  const look = live()
  for (const hours of [1, 1.3, 1.5]) look(hours)
  const climbed = look(1.95, updated(1.6)).filter(({ person, isNew }) => person === coordinator && isNew)
  expect(climbed.map(({ message }) => message._tag)).toEqual(["EscalationAlert"])
  expect(climbed[0]?.words).toContain("Still missing, with news. Nobody has acknowledged the news")
  expect(climbed[0]?.words).toContain("look in the thread of the card at what came since")
  expect(climbed[0]?.words).toContain(`An earlier alert was acknowledged by ${duty}`)
})

it("a person who answered for a record that was joined is told of news of the other", () => {
  const second = EpisodeId.make("episode-2")
  const look = live()
  const reported = missing(1.5, { id: second, reference: "SYP-2026-0000002" })
  const joined = by(2, { _tag: "MergeDuplicate", duplicateId: second, episodeId })
  const steps = [reported, answer(1.7, head, "missing-coordinator", second), joined, updated(2.5)]
  for (const hours of [1, 1.3, 1.5, 1.6, 1.8, 2.1]) look(hours, ...steps)
  const fresh = look(2.6, ...steps).filter(({ isNew, message }) => isNew && message._tag === "RepeatAlert")
  expect(fresh.map(({ person }) => person)).toEqual(expect.arrayContaining([duty, head]))
})

it("who acted while the report stood on another child is told which child it is of, and asked", () => {
  const moved: Told = { ...missing(), command: { ...missing().command, actedBefore: [duty] } as Told["command"] }
  const alerts = owedMessages(caseSnapshot([moved], { there, allocatedWorker: worker, now: at(1) })).filter(
    ({ place }) => place._tag === "Person" && place.person === duty
  )
  expect(alerts.map(({ key }) => key)).toEqual([`moved:${episodeId}:${duty}`])
  const words = plain.render(alerts[0]?.message() ?? { _tag: "OutsideAlert" }).lines.join(" ")
  expect(words).toContain("the report is of this child")
  expect(words).toContain("go on for LCS-")
})

import { manager } from "@safe-return/casework/testing"
import { Instant } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { type Unreachable, UnreachableReason } from "@safe-return/outreach"
import { announcedUnreachable, type UnreachableFacts, unreachableNews, wordsOf } from "@safe-return/outreach/testing"
import { expect, it } from "vitest"
import { inPlainText, slackFingerprint } from "../messages/rendered.ts"

const [duty, administrator] = ["U0DUTY", "U0ADMINISTRATOR"].map((id) => PersonId.make(id)) as [PersonId, PersonId]

/** One instance after another: what is owed is sent, and kept. */
const openTeam = () => {
  const delivered = new Map<DeliveryKey, Delivery>()
  const texts: Array<string> = []
  const look = (notTold: ReadonlyArray<Unreachable>, told: ReadonlyArray<PersonId> = []) => {
    const facts: UnreachableFacts = {
      notTold: new Map(notTold.map((one) => [one.person, one])),
      isTold: (person) => told.includes(person),
      rolesOf: (person) => (person === duty ? ["out-of-hours-duty"] : []),
      readers: [manager, administrator],
      delivered,
      fingerprintOf: slackFingerprint
    }
    let posted = 0
    for (const { key, message, keptCurrent } of unreachableNews(facts)) {
      expect(keptCurrent).toBe(true)
      if (!delivered.has(key)) posted += 1
      texts.push(inPlainText(message()).subject)
      const fingerprint = slackFingerprint(message())
      delivered.set(key, { _tag: "Sent", key, channel: "D1", ts: "1", fingerprint, sentAt: Instant(0) })
    }
    return posted
  }
  return { look, delivered, texts }
}

const left = (since: number, why: UnreachableReason = "deactivated"): Unreachable => ({
  person: duty,
  why,
  since: Instant(since)
})

it("is told once to each reader for each cause, over a restart, and again if it recurs", () => {
  const { look, delivered, texts } = openTeam()
  expect(look([left(1)])).toBe(2)
  expect(texts[0]).toContain("U0DUTY cannot be told anything in Slack: their account is deactivated")
  // The next instance learns of it at another time; meanwhile it knows nothing, and says nothing.
  expect(look([])).toBe(0)
  expect(look([left(1_000)])).toBe(0)
  expect(delivered.size).toBe(2)
  expect(look([left(1_000, "guest")])).toBe(2)
  expect(announcedUnreachable({ delivered, fingerprintOf: slackFingerprint })).toEqual(new Set([duty]))
  expect(look([], [duty])).toBe(0)
  expect(texts.slice(-4)).toEqual(Array.from({ length: 4 }, () => "U0DUTY can be told again."))
  expect(announcedUnreachable({ delivered, fingerprintOf: slackFingerprint })).toEqual(new Set())
  expect(look([left(2_000)])).toBe(2)
})

it("is told to nobody of themselves, and names what they are set up as", () => {
  const { look, delivered, texts } = openTeam()
  expect(look([{ ...left(1), person: manager }])).toBe(1)
  expect([...delivered.keys()]).toEqual([`cannot-be-told:${manager}:deactivated:1:${administrator}`])
  for (const why of UnreachableReason.literals) look([left(1, why)])
  expect(wordsOf(texts)).toContain("a guest is told nothing about a child")
})

it("a reader whose message could not be changed yet is still to read that it is over", () => {
  const key: DeliveryKey = `cannot-be-told:${duty}:guest:1:${manager}`
  const over = slackFingerprint({ _tag: "ReachableAgain", person: duty })
  const keptAs = (delivery: Delivery) =>
    announcedUnreachable({ delivered: new Map([[key, delivery]]), fingerprintOf: slackFingerprint })
  const sent = { _tag: "Sent", key, channel: "D1", ts: "1", sentAt: Instant(0) } as const
  expect(keptAs({ ...sent, fingerprint: "as it was" })).toEqual(new Set([duty]))
  expect(keptAs({ ...sent, fingerprint: over })).toEqual(new Set())
  expect(keptAs({ _tag: "Undelivered", key, reason: "ratelimited", since: Instant(0), at: Instant(1) })).toEqual(
    new Set([duty])
  )
})

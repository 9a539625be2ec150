import { at, episodeId, manager, missing, type Told, worker } from "@safe-return/casework/testing"
import { Instant } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { expect, it } from "vitest"
import { nextLookAt } from "../../src/look/nextLook.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const [coordinator, head] = ["U0COORDINATOR", "U0HEAD"].map((id) => PersonId.make(id)) as [PersonId, PersonId]
const there: Roster = {
  ...emptyRoster,
  holders: {
    ...emptyRoster.holders,
    "missing-coordinator": [coordinator],
    "team-manager": [manager],
    "head-of-service": [head]
  }
}
const everybody = [worker, coordinator, manager, head].toSorted()
const plain = makePlainTextRenderer((person) => person)

/** Lives through an alert that is looked at whenever time alone brings something. */
const live = (more: ReadonlyArray<Told> = [], steady?: (at: Instant) => Instant) => {
  const delivered = new Map<DeliveryKey, Delivery>()
  const shown = new Map<DeliveryKey, string>()
  const rang: Array<readonly [minutes: number, PersonId]> = []
  let now = at(1)
  const until = (hours: number) => {
    while (now <= at(hours)) {
      const told = [missing(), ...more].filter((one) => one.now <= now)
      const snapshot = caseSnapshot(told, {
        there,
        allocatedWorker: worker,
        now,
        delivered: new Map(delivered),
        ...(steady && { steady })
      })
      for (const { key, place, message } of owedMessages(snapshot)) {
        shown.set(key, plain.render(message()).lines.join(" "))
        if (delivered.has(key)) continue
        delivered.set(key, { _tag: "Sent", key, channel: "D1", ts: "1", fingerprint: "", sentAt: now })
        if (place._tag === "Person") rang.push([Math.round((now - at(1)) / 60_000), place.person])
      }
      const next = nextLookAt({ ...snapshot, delivered: new Map(delivered) })
      const recorded = more.map((one) => one.now).filter((one) => one > now)
      now = Math.min(next ?? Infinity, ...recorded) as typeof now
    }
    return rang
  }
  return { until, shown }
}

it("an alert that nobody answers rings again each hour for everybody who was told", () => {
  const { until, shown } = live()
  const top = Math.max(...until(2.5).map(([minutes]) => minutes))
  const again = until(5).filter(([minutes]) => minutes > top)
  // The last rung, out of Slack, comes half an hour after the last in it.
  expect(again.map(([minutes]) => minutes - top)).toEqual([90, 90, 90, 90, 150, 150, 150, 150])
  expect(
    again
      .slice(0, 4)
      .map(([, person]) => person)
      .toSorted()
  ).toEqual(everybody)
  expect([...shown.values()].join(" ")).toContain("without an answer")
})

it("an alert rings no more once a person has answered it, and says who has", () => {
  const answer: Told = {
    by: manager,
    now: at(4.2),
    command: { _tag: "AcknowledgeAlert", episodeId, by: manager, as: ["team-manager"] }
  }
  const { until, shown } = live([answer])
  const before = until(4.1).length
  expect(until(9)).toHaveLength(before)
  const again = [...shown].filter(([key]) => key.includes(":again-"))
  expect(again.length).toBeGreaterThan(0)
  for (const [, words] of again) expect(words).toMatch(/Alert acknowledged by U0MANAGER|later|now\./)
})

it("an alert does not ring at every look where the clock is put right at every look", () => {
  let looks = 0
  const { until } = live([], (at) => Instant(at - 600_000 - (++looks % 3)))
  expect(until(5).filter(([, person]) => person === head)).toHaveLength(3)
})

it("what was asked before is changed once by what is asked again, and then no more", () => {
  const { until, shown } = live()
  until(6)
  const asking = [...shown].filter(([key, words]) => key.startsWith("ladder:") && words.includes("Told beside you"))
  // The one before the newest ends at the look after it was sent.
  expect(new Set(asking.map(([key]) => key.split(":")[3]))).toEqual(new Set(["again-2", "again-3"]))
  const before = [...shown].filter(
    ([key]) => key.startsWith("ladder:") && !/again-[23]/.test(key) && key.includes(":U0")
  )
  for (const [, words] of before) expect(words).toContain("later message")
})

import { at, episodeId, manager, missing, type Told, worker } from "@safe-return/casework/testing"
import { Instant } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { expect, it } from "vitest"
import { nextLookAt } from "../../src/look/nextLook.ts"
import { once } from "../../src/owed/OwedMessage.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { withoutRepeats } from "../../src/owed/withoutRepeats.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

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
  const said: Array<readonly [PersonId, string]> = []
  const rang: Array<readonly [minutes: number, PersonId]> = []
  let now = at(1)
  const until = (hours: number) => {
    while (now <= at(hours)) {
      const told = [missing(), ...more].filter((one) => one.now <= now)
      const snapshot = () =>
        caseSnapshot(told, {
          there,
          allocatedWorker: worker,
          now,
          delivered: new Map(delivered),
          ...(steady && { steady })
        })
      // What was sent is looked at once more at once.
      for (const _ of [1, 2]) {
        for (const { key, place, message } of owedMessages(snapshot())) {
          const words = plain.render(message()).lines.join(" ")
          shown.set(key, words)
          if (place._tag === "Person") said.push([place.person, words])
          if (delivered.has(key)) continue
          delivered.set(key, { _tag: "Sent", key, channel: "D1", ts: "1", fingerprint: "", sentAt: now })
          if (place._tag === "Person") rang.push([Math.round((now - at(1)) / 60_000), place.person])
        }
      }
      const next = nextLookAt(snapshot())
      const recorded = more.map((one) => one.now).filter((one) => one > now)
      now = Math.min(next ?? Infinity, ...recorded) as typeof now
    }
    return rang
  }
  return { until, shown, said }
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
  expect(new Set(asking.map(([key]) => key.split(":")[3]))).toEqual(new Set(["again-3"]))
  const before = [...shown].filter(
    ([key]) => key.startsWith("ladder:") && !key.includes(":again-3:") && key.includes(":U0")
  )
  for (const [, words] of before) expect(words).toContain("later message")
})

it("a worker who is asked again reads so in the newest, which alone asks them to acknowledge", () => {
  const { until, shown, said } = live()
  until(6)
  const again = [...shown].filter(([key]) => key.includes(":again-") && key.endsWith(`:${worker}`))
  const words = again.map(([, one]) => one)
  expect(words).toHaveLength(3)
  expect(words[0]).not.toContain("Now: acknowledge the alert")
  expect(words[2]).toContain("Now: acknowledge the alert")
  expect(said.filter(([, text]) => text.includes("later news"))).toEqual([])
})

it("who acts for a child whose report was moved is asked again by a message that stands", () => {
  const key = `moved:${episodeId}:9:${manager}` as const
  const [moved, rung] = [key, `ladder:${episodeId}:1:team-manager:${manager}` as const].map((one, hours) => ({
    ...once(one, { _tag: "Person", person: manager }, () => ({ _tag: "OutsideAlert" }), "alert", at(hours))
  }))
  if (moved === undefined || rung === undefined) throw new Error("Nothing was made")
  const delivered = sentUnder([moved.key, rung.key])
  expect(withoutRepeats([moved, rung], delivered).owed).toEqual([rung])
})

it("who is asked again reads that one answer is enough, with nobody further to tell", () => {
  const { until, shown } = live()
  until(4)
  const again = [...shown].filter(([key]) => key.includes(":again-1:"))
  expect(again).toHaveLength(4)
  for (const [, words] of again) {
    expect(words).toContain("one answer is enough, and until there is one all who were told are asked again")
    expect(words).not.toContain("climbs")
  }
})

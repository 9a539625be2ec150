/** What a running council sends to a collector, and what a collector that does not answer does to it. */
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import { readerOf } from "@safe-return/slack-testkit"
import { Duration, Redacted } from "effect"
import { expect, test } from "vitest"
import { STOP_WITHIN } from "../../src/telemetry/telemetryLayer.ts"
import { notifyFor, startNotify } from "../notify/notifyServer.ts"
import { startCollector } from "../telemetry/collector.ts"
import { CHANNEL, missingBody, openCouncil, people, sendNotification } from "./trainingCouncil.ts"

const CHILD = "LCS-71001"
const OTHER_CHILD = "QX/71.002"
const POLICE = "SYP-2026-71001"
const start = utc(2026, 11, 30, 9)
const minutes = (many: number): Instant => addHours(start, many / 60)

const telemetryFor = (endpoint: string) => ({
  endpoint,
  headers: Redacted.make({ "x-collector-token": "made-up" }),
  exportEveryMilliseconds: 60_000,
  shareOfTraces: 1
})

const report = async (url: string, child: string, police: string) => {
  const sent = await sendNotification(url, missingBody(child, police, start))
  expect(sent.status).toBe(202)
}

/** What would name a child, a report or a person. */
const personal = [
  CHILD,
  OTHER_CHILD,
  POLICE,
  "SYP-",
  CHANNEL,
  "Training ",
  ...Object.values(people),
  "managers@council.example",
  "7700900123"
]

test("a council is measured, and no byte that leaves names a child, a report or a person", async () => {
  await using collector = await startCollector()
  await using notify = await startNotify()
  const telemetry = telemetryFor(collector.url)
  await using council = await openCouncil(start, { telemetry, notify: notifyFor(notify.url) })
  await report(council.bot.url, CHILD, POLICE)
  await report(council.bot.url, OTHER_CHILD, "SYP-2026-71002")
  await council.bot.sweep()
  // A failure's words hold the key of its message, and with it a person.
  council.workspace.faults.plan({ methods: ["chat.postMessage"], fault: { error: "is_archived" }, times: 2 })
  await council.bot.passTimeTo(minutes(95))
  await council.bot.stop()

  const bytes = collector.requests.map(({ body }) => body).join("\n")
  expect(collector.requests.every(({ token }) => token === "made-up")).toBe(true)
  for (const word of personal) expect(bytes).not.toContain(word)

  expect(collector.numberOf("safe_return.alert.unacknowledged")).toBe(2)
  expect(collector.numberOf("safe_return.alert.unacknowledged.age")).toBe(95 * 60)
  expect(collector.numberOf("safe_return.message.sent", "slack.channel")).toBeGreaterThanOrEqual(2)
  expect(collector.numberOf("safe_return.message.sent", "outside.email")).toBe(2)
  expect(collector.numberOf("safe_return.message.failed", "permanent")).toBe(2)
  expect(collector.numberOf("safe_return.message.queued", "high-risk")).toBe(0)
  expect(collector.numberOf("safe_return.incident.open", "journal-unwritable")).toBe(0)
  expect(collector.spanNames()).toContain("sending.post")
  expect([...collector.spanNames()].filter((name) => name === "unnamed")).toEqual([])

  council.bot = { ...council.bot, stop: async () => {} }
})

const broken = ["nothing", "half a body", 503] as const

test.for(broken)("a collector that answers %s delays no alert, and no stop beyond its bound", async (answer) => {
  await using collector = await startCollector(answer)
  const telemetry = { ...telemetryFor(collector.url), exportEveryMilliseconds: 100 }
  await using council = await openCouncil(start, { telemetry })
  const begun = performance.now()
  await report(council.bot.url, CHILD, POLICE)
  await council.bot.sweep()
  await readerOf(council.workspace.person(people.mash)).sees("#missing").card(CHILD, "Missing")
  expect(performance.now() - begun).toBeLessThan(3_000)

  const stopping = performance.now()
  await council.bot.stop()
  // Metrics and traces each, and what a bot takes to stop without either.
  expect(performance.now() - stopping).toBeLessThan(2 * Duration.toMillis(STOP_WITHIN) + 1_500)
  expect(collector.requests.length).toBeGreaterThan(0)
  council.bot = { ...council.bot, stop: async () => {} }
})

import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { SendFailed } from "@safe-return/outreach"
import { measureFailed, measureSent, type OwedMessage } from "@safe-return/outreach/testing"
import { Effect, Metric } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import { madeUpMessage } from "../messages/rendered.ts"

const due = utc(2026, 11, 30, 9)

const owed = (key: string, owedSince?: Instant): OwedMessage => ({
  key,
  urgency: "statutory",
  place: { _tag: "Person", person: PersonId.make("U0WORKER") },
  message: () => madeUpMessage("Made up."),
  ...(owedSince === undefined ? {} : { owedSince }),
  keptCurrent: false,
  supersedes: []
})

/** What is measured, as name, attributes and count or sum. */
const measuredOf = (program: Effect.Effect<void>, now: Instant = due) =>
  Effect.runPromise(
    Effect.gen(function* () {
      yield* TestClock.setTime(now)
      yield* program
      return (yield* Metric.snapshot).map(({ id, attributes, state }) => [id, attributes, state] as const)
    }).pipe(Effect.provideService(Metric.MetricRegistry, new Map()), Effect.provide(TestClock.layer()))
  )

test("a reminder's lateness is the time from when it fell due until it was sent", async () => {
  const measured = await measuredOf(measureSent(owed("reminder:made-up:breach:1", due)), addHours(due, 0.5))
  expect(measured).toMatchObject([
    ["safe_return.message.sent", { "safe_return.way": "slack.person" }, { count: 1 }],
    ["safe_return.reminder.lateness", undefined, { count: 1, sum: 1_800 }]
  ])
})

test("a reminder that a clock put back sends too soon is not late by less than nothing", async () => {
  const measured = await measuredOf(measureSent(owed("reminder:made-up:breach:1", due)), addHours(due, -1))
  expect(measured.at(-1)).toMatchObject(["safe_return.reminder.lateness", undefined, { sum: 0 }])
})

test("a message that is no reminder is counted, and has no lateness", async () => {
  const measured = await measuredOf(measureSent(owed("worker-alert:made-up:U0WORKER", due)))
  expect(measured.map(([name]) => name)).toEqual(["safe_return.message.sent"])
})

test("a failed sending is counted by its fault, and one of the records by that", async () => {
  const busy = new SendFailed({ act: "chat.postMessage", reason: "ratelimited", fault: "busy" })
  const measured = await measuredOf(Effect.andThen(measureFailed(busy), measureFailed({ _tag: "JournalUnavailable" })))
  expect(measured).toMatchObject([
    ["safe_return.message.failed", { "safe_return.fault": "busy" }, { count: 1 }],
    ["safe_return.message.failed", { "safe_return.fault": "record" }, { count: 1 }]
  ])
})

/** A clock that is wrong is told of, and told of once it is right. */

import { movableClock } from "@safe-return/casework/testing"
import { addHours, Instant, utc } from "@safe-return/domain/calendar"
import { ServerClock } from "@safe-return/journal"
import { ClockCheck, databaseClock, Incidents } from "@safe-return/outreach"
import { clockWrong } from "@safe-return/outreach/testing"
import { Clock, Effect, Layer, ManagedRuntime } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import { slackClock } from "../../src/clocks/slackClock.ts"
import { SlackApi } from "../../src/slack/SlackApi.ts"
import { CHANNEL, configurationFor, startCouncilWorkspace } from "../endToEnd/trainingCouncil.ts"

const NOW = utc(2026, 11, 16, 9)
const minutes = (many: number): Instant => addHours(NOW, many / 60)

const wrong = Effect.gen(function* () {
  const incidents = yield* Incidents
  return (yield* incidents.open).filter(({ kind }) => kind === "clock-wrong").map(({ what }) => what)
})

const slackAt = async (slacks: ReturnType<typeof movableClock>, ours: ReturnType<typeof movableClock>) => {
  const workspace = await startCouncilWorkspace(slacks.clock)
  const layer = SlackApi.layer(configurationFor(workspace.slackApiUrl, "slack").slack).pipe(
    Layer.provideMerge(ClockCheck.layer),
    Layer.provideMerge(Incidents.layer),
    Layer.provideMerge(ours.layer)
  )
  const runtime = ManagedRuntime.make(layer)
  const call = (method: "auth.test" | "chat.postMessage") =>
    runtime.runPromise(
      Effect.gen(function* () {
        const slack = yield* SlackApi
        yield* method === "auth.test"
          ? slack.call(method, (client) => client.auth.test())
          : slack.call(method, (client) => client.chat.postMessage({ channel: CHANNEL, text: "A test" }))
      }).pipe(Effect.ignore)
    )
  return {
    workspace,
    call,
    wrong: () => runtime.runPromise(wrong),
    isAhead: () => runtime.runPromise(Effect.flatMap(Effect.service(ClockCheck), ({ isAhead }) => isAhead)),
    askInDoubt: () =>
      runtime.runPromise(
        Effect.flatMap(slackClock, ({ watch }) => Effect.timeout(watch, "500 millis")).pipe(Effect.ignore)
      ),
    ended: () => runtime.runPromise(Effect.flatMap(Effect.service(Incidents), ({ ended }) => ended)),
    [Symbol.asyncDispose]: async () => {
      await runtime.dispose()
      await workspace.close()
    }
  }
}

test.each([
  ["ten minutes behind", -10, "10 minutes behind Slack's"],
  ["two minutes ahead", 2, "2 minutes ahead of Slack's"],
  ["three days ahead", 3 * 24 * 60, "3 days ahead of Slack's"]
])("a clock %s is told of by the answers of Slack, until it is right", async (_, skew, words) => {
  const ours = movableClock(minutes(skew))
  await using slack = await slackAt(movableClock(NOW), ours)
  for (let calls = 0; calls < 3; calls += 1) await slack.call("auth.test")
  expect(await slack.wrong()).toEqual([expect.stringContaining(words)])
  ours.jumpTo(NOW)
  await slack.call("auth.test")
  expect(await slack.wrong()).toEqual([])
  expect((await slack.ended()).map(({ outcome }) => outcome)).toEqual(["The clocks agree again."])
})

test("a clock that goes wrong while the bot runs is told of by the messages it posts", async () => {
  const ours = movableClock(NOW)
  await using slack = await slackAt(movableClock(NOW), ours)
  await slack.call("chat.postMessage")
  await slack.call("auth.test")
  expect(await slack.wrong()).toEqual([])
  ours.jumpTo(minutes(-10))
  await slack.call("chat.postMessage")
  expect(await slack.wrong()).toEqual([])
  await slack.call("auth.test")
  expect(await slack.wrong()).toHaveLength(1)
})

test("Slack is asked for its time after the clock ran ahead of it, as in a machine's sleep", async () => {
  const [ours, slacks] = [movableClock(NOW), movableClock(NOW)]
  await using slack = await slackAt(slacks, ours)
  await slack.call("auth.test")
  ours.jumpTo(minutes(2 * 24 * 60))
  slacks.jumpTo(minutes(2 * 24 * 60))
  expect(await slack.isAhead()).toBe(true)
  await slack.askInDoubt()
  expect(await slack.isAhead()).toBe(false)
  const asked = slack.workspace.calls.length
  await slack.askInDoubt()
  expect(slack.workspace.calls).toHaveLength(asked)
})

test("a refusal of Slack's has a date, too", async () => {
  await using slack = await slackAt(movableClock(NOW), movableClock(minutes(10)))
  slack.workspace.faults.plan({ fault: { error: "internal_error" } })
  await slack.call("auth.test")
  await slack.call("auth.test")
  expect(await slack.wrong()).toHaveLength(1)
})

test("less than a minute beside Slack's clock is nothing to tell of", async () => {
  await using slack = await slackAt(movableClock(NOW), movableClock(Instant(NOW + 55_000)))
  for (let calls = 0; calls < 3; calls += 1) await slack.call("auth.test")
  expect(await slack.wrong()).toEqual([])
})

test("the database's clock is compared every half a minute", () => {
  let behind = 45_000
  const life = Effect.gen(function* () {
    yield* Effect.forkScoped(yield* databaseClock)
    yield* TestClock.adjust("70 seconds")
    expect(yield* wrong).toEqual([expect.stringContaining("45 seconds ahead of the database's")])
    behind = 20_000
    yield* TestClock.adjust("70 seconds")
    expect(yield* wrong).toEqual([])
  })
  const server = Layer.succeed(ServerClock, {
    now: Effect.map(Clock.currentTimeMillis, (now) => Instant(now - behind))
  })
  return life.pipe(
    Effect.scoped,
    Effect.provide(Layer.mergeAll(server, ClockCheck.layer).pipe(Layer.provideMerge(Incidents.layer))),
    Effect.provide(TestClock.layer()),
    Effect.runPromise
  )
})

test("people are told what a clock that is minutes wrong does to reports and buttons", () => {
  expect(clockWrong("Slack", -11 * 60_000).duty?.sentence).toContain("Ring the police")
  expect(clockWrong("Slack", 90_000).duty).toBeUndefined()
})

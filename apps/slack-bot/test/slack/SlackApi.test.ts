/** What a call leaves behind for the next one. */
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { laneOf } from "../../src/slack/rates.ts"
import { SlackApi } from "../../src/slack/SlackApi.ts"
import { configurationFor } from "../endToEnd/trainingCouncil.ts"

const { slack } = configurationFor("http://127.0.0.1:1", "slack")

const withSlack = <A, E>(use: Effect.Effect<A, E, SlackApi>) =>
  Effect.runPromise(use.pipe(Effect.provide(SlackApi.layer(slack)), Effect.provide(TestClock.layer())))

const post = (answer: () => Promise<unknown>) =>
  Effect.flatMap(SlackApi, ({ call }) => Effect.exit(call("chat.postMessage", answer, "C1")))

it.each<[string, () => Promise<unknown>]>([
  ["that Slack takes", async () => ({ ok: true, ts: "1.0001" })],
  ["whose answer says nothing", async () => ({ ok: true })],
  ["that never arrives", () => Promise.reject(new Error("terminated"))]
])("a channel can be written to a second after a message %s", (_, answer) =>
  withSlack(
    Effect.gen(function* () {
      const { rates } = yield* SlackApi
      yield* post(answer)
      expect(rates.freeFrom(laneOf("chat.postMessage", "C1"), 0)).toBe(1_000)
    })
  )
)

/** A start that Slack refuses, with and without children on record. */

import { Incidents } from "@safe-return/outreach"
import { Effect, Exit, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { despiteRefusal } from "../../src/incidents/slackRefused.ts"
import { ChannelNotPrivate } from "../../src/slack/privateChannel.ts"
import { SlackFailed } from "../../src/slack/SlackApi.ts"

const refusedFor = (reason: string) => new SlackFailed({ method: "auth.test", reason })

/** What is open after the start and after each minute, where Slack answers so one time after another. */
const liveThrough = (answers: ReadonlyArray<SlackFailed | ChannelNotPrivate | "taken">, hasRecords = true) => {
  let asks = 0
  const asked = Effect.suspend(() => {
    const answer = answers[asks] ?? "taken"
    asks += 1
    return answer === "taken" ? Effect.void : Effect.fail(answer)
  })
  return Effect.gen(function* () {
    const incidents = yield* Incidents
    const start = yield* Effect.exit(despiteRefusal(asked, hasRecords))
    const seen = [yield* incidents.open]
    for (let minute = 0; minute < answers.length; minute += 1) {
      yield* TestClock.adjust("1 minute")
      seen.push(yield* incidents.open)
    }
    return { isStarted: Exit.isSuccess(start), asks, seen, ended: yield* incidents.ended }
  }).pipe(Effect.scoped, Effect.provide(Layer.merge(Incidents.layer, TestClock.layer())), Effect.runPromise)
}

it("a bot with children on record starts though Slack refuses, and people hear of it", async () => {
  const { isStarted, seen, ended } = await liveThrough([
    refusedFor("invalid_auth"),
    refusedFor("invalid_auth"),
    "taken"
  ])
  expect(isStarted).toBe(true)
  expect(seen.map((open) => open.length)).toEqual([1, 1, 0, 0])
  expect(seen[0]?.[0]).toMatchObject({
    kind: "slack-away",
    what: "Slack has refused Safe Return since its start: Slack did not accept auth.test: invalid_auth.",
    remedy: expect.stringContaining("Install the app to the workspace again from its manifest"),
    duty: { outsideSlack: expect.stringContaining("Ask the police which children are missing.") }
  })
  expect(ended).toMatchObject([{ kind: "slack-away", outcome: "Slack takes what Safe Return sends again." }])
})

it("Slack is asked once a minute, and no more once it has taken the start", async () => {
  const { asks } = await liveThrough([refusedFor("made_up_code"), "taken", "taken", "taken"])
  expect(asks).toBe(2)
})

it("an administrator reads what to mend: a setting, or a channel that others can read", async () => {
  const setting = await liveThrough([refusedFor("made_up_code")])
  expect(setting.seen[0]?.[0]?.remedy).toContain("safe-return doctor")
  const channel = await liveThrough([new ChannelNotPrivate({ channel: "C0MISSING", reason: "is public" })])
  expect(channel.seen[0]?.[0]).toMatchObject({
    what: "Slack has refused Safe Return since its start: the missing channel is public.",
    remedy: expect.stringContaining("Make that channel private")
  })
})

it("a first start that Slack refuses ends, and asks nobody for anything", async () => {
  const { isStarted, asks, seen } = await liveThrough([refusedFor("invalid_auth")], false)
  expect({ isStarted, asks, open: seen.flat() }).toEqual({ isStarted: false, asks: 1, open: [] })
})

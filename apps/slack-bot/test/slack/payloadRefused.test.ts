import { Incidents } from "@safe-return/outreach"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { payloadRefused } from "../../src/slack/payloadRefused.ts"

it.each([
  ["malformed", "could not be read, and were refused.", "renew the signing secret"],
  ["another app", "is for another app, and was refused.", "those of the app that holds the bot token"],
  ["another workspace", "is for another workspace, and was refused.", "SAFE_RETURN_SLACK_WORKSPACE"]
])("administrators read what was refused and what to do about it: %s", async (why, what, remedy) => {
  const open = await Effect.gen(function* () {
    yield* payloadRefused(why)
    return yield* (yield* Incidents).open
  }).pipe(Effect.provide(Incidents.layer), Effect.provide(TestClock.layer()), Effect.runPromise)
  expect(open).toMatchObject([
    { kind: "payload-refused", what: expect.stringContaining(what), remedy: expect.stringContaining(remedy) }
  ])
})

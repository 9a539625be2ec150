import { Incidents } from "@safe-return/outreach"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { accountsStanding } from "../../src/slack/accountsStanding.ts"
import { SlackFailed } from "../../src/slack/SlackApi.ts"

const refused = new SlackFailed({ method: "users.info", reason: "missing_scope" })

it("people hear once Slack has not said for minutes who anybody is, and when it does again", async () => {
  const seen = await Effect.runPromise(
    Effect.gen(function* () {
      const incidents = yield* Incidents
      const standing = yield* accountsStanding
      yield* standing.failed(refused)
      yield* TestClock.adjust("119 seconds")
      yield* standing.failed(refused)
      const before = yield* incidents.open
      yield* TestClock.adjust("1 second")
      yield* standing.failed(refused)
      const open = yield* incidents.open
      yield* standing.answered
      return { before, open, after: yield* incidents.open, ended: yield* incidents.ended }
    }).pipe(Effect.provide(Incidents.layer), Effect.provide(TestClock.layer()))
  )
  expect([seen.before, seen.after]).toEqual([[], []])
  expect(seen.open).toMatchObject([
    {
      kind: "slack-away",
      remedy: expect.stringContaining("users:read"),
      duty: { sentence: expect.stringContaining("ring each other about alerts"), inChannel: true }
    }
  ])
  expect(seen.ended).toHaveLength(1)
})

import { at, child, missing, tell } from "@safe-return/casework/testing"
import { Outreach } from "@safe-return/outreach"
import { Effect } from "effect"
import { expect, test } from "vitest"
import { outreachWorld } from "./outreachWorld.ts"

const MINUTE = 60_000
const START = at(1)

test("outreach says since when Slack is away, and no longer once it answers", () => {
  const world = outreachWorld(START)
  world.record(child, tell([missing()]).recorded)
  world.setting.refuse = () => ({ reason: "http_503", fault: "passing" })
  const awaySince = Effect.flatMap(Outreach, ({ health }) => Effect.map(health, ({ slackAwaySince }) => slackAwaySince))
  return world.watched(({ pass }) =>
    Effect.gen(function* () {
      yield* pass(2 * MINUTE)
      const since = Number(yield* awaySince)
      expect(since).toBeGreaterThanOrEqual(START)
      expect(since).toBeLessThanOrEqual(START + 2 * MINUTE)
      yield* pass(3 * MINUTE)
      expect(yield* awaySince).toBe(since)
      world.setting.refuse = () => undefined
      yield* pass(10 * MINUTE)
      expect(yield* awaySince).toBeUndefined()
    })
  )
})

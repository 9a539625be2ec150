import { Redacted } from "effect"
import { expect, it } from "vitest"
import { heartbeatSettingsIn } from "../../src/heartbeat/HeartbeatSettings.ts"

it("a heartbeat is set up as the settings say, and what they leave out stays usual", () => {
  const url = Redacted.make("https://hc.example/abc")
  expect(heartbeatSettingsIn({ url, channel: "C0BEAT", everySeconds: 60, lateAfterSeconds: 600 })).toEqual({
    url,
    channel: "C0BEAT",
    every: 60_000,
    lateAfter: 600_000
  })
  expect(heartbeatSettingsIn({})).toEqual({})
  expect(heartbeatSettingsIn(undefined)).toBeUndefined()
})

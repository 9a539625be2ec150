import { expect, it } from "vitest"
import { heartbeatReply } from "../../src/heartbeat/heartbeatReply.ts"

it("the reply gives the age of the last beat, and what holds the next one back", () => {
  expect(heartbeatReply({ age: 1_600, isLate: false, missing: [], isShadow: false })).toMatchObject({
    status: 200,
    body: { beating: true, ageSeconds: 2, missing: [] }
  })
  expect(heartbeatReply({ age: undefined, isLate: true, missing: ["slack"], isShadow: false })).toMatchObject({
    status: 503,
    body: { beating: false, ageSeconds: null, missing: ["slack"] }
  })
})

it("a bot without a heartbeat replies that there is none", () => {
  expect(heartbeatReply(undefined)).toMatchObject({ status: 404, body: { beating: false } })
})

import { createHmac } from "node:crypto"
import { expect, test } from "vitest"
import { slackRequestGuard } from "../../src/http/slackRequestGuard.ts"

const now = 1_800_000_000
const body = Buffer.from("command=%2Frhi&text=queue")
const headers = (timestamp: number, secret = "synthetic-secret") => ({
  "x-slack-request-timestamp": String(timestamp),
  "x-slack-signature": `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`
})

test("lets a signed request through once", () => {
  const guard = slackRequestGuard("synthetic-secret")
  expect(guard.refusal(headers(now), body, now)).toBeUndefined()
  expect(guard.refusal(headers(now), body, now)).toBe("received before")
  expect(guard.refusal(headers(now + 1), body, now)).toBeUndefined()
})

test("refuses what is old, what is from the future and what is not Slack's", () => {
  const guard = slackRequestGuard("synthetic-secret")
  expect(guard.refusal(headers(now - 301), body, now)).toBe("dated too far from now")
  expect(guard.refusal(headers(now + 301), body, now)).toBe("dated too far from now")
  expect(guard.refusal(headers(now, "another"), body, now)).toBe("not signed by Slack")
  expect(guard.refusal({}, body, now)).toBe("not signed by Slack")
  const { "x-slack-signature": genuine } = headers(now)
  for (const signature of ["", "v0=", genuine.slice(0, -1), `${genuine}0`, genuine.toUpperCase()]) {
    const forged = { ...headers(now), "x-slack-signature": signature }
    expect(guard.refusal(forged, body, now)).toBe("not signed by Slack")
  }
  expect(guard.refusal({ ...headers(now), "x-slack-request-timestamp": "soon" }, body, now)).toBe("not signed by Slack")
})

test("remembers a request for as long as its time would let it through", () => {
  const guard = slackRequestGuard("synthetic-secret")
  const ahead = headers(now + 300)
  expect(guard.refusal(ahead, body, now)).toBeUndefined()
  for (let second = 0; second <= 600; second += 60) {
    guard.refusal(headers(now + second), body, now + second)
    expect(guard.refusal(ahead, body, now + second)).toBe("received before")
  }
  expect(guard.refusal(ahead, body, now + 601)).toBe("dated too far from now")
})

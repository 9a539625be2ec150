import { describe, expect, test } from "vitest"
import { isAuthentic, signatureOf } from "../../src/intake/authenticate.ts"

const intake = { bearerToken: "synthetic-token", signingSecret: "synthetic-secret" }
const body = '{"kind":"missing"}'
const now = 1_800_000_000
const signed = (timestamp: number, secret = intake.signingSecret, of = body) => ({
  "x-safe-return-timestamp": String(timestamp),
  "x-safe-return-signature": signatureOf(secret, String(timestamp), of)
})

describe("isAuthentic", () => {
  test("takes the bearer token, and no other", () => {
    expect(isAuthentic(intake, { authorization: "Bearer synthetic-token" }, body, now)).toBe(true)
    expect(isAuthentic(intake, { authorization: "bearer synthetic-token" }, body, now)).toBe(true)
    expect(isAuthentic(intake, { authorization: "Bearer synthetic-tokem" }, body, now)).toBe(false)
    expect(isAuthentic(intake, { authorization: "Basic synthetic-token" }, body, now)).toBe(false)
    expect(isAuthentic(intake, {}, body, now)).toBe(false)
  })

  test("takes a signature over this body, five minutes either side of now", () => {
    expect(isAuthentic(intake, signed(now), body, now)).toBe(true)
    expect(isAuthentic(intake, signed(now - 300), body, now)).toBe(true)
    expect(isAuthentic(intake, signed(now + 300), body, now)).toBe(true)
    expect(isAuthentic(intake, signed(now - 301), body, now)).toBe(false)
    expect(isAuthentic(intake, signed(now + 301), body, now)).toBe(false)
    expect(isAuthentic(intake, signed(now), `${body} `, now)).toBe(false)
    expect(isAuthentic(intake, signed(now, "another-secret"), body, now)).toBe(false)
  })

  test("takes no signature where no signing secret is configured", () => {
    expect(isAuthentic({ bearerToken: "synthetic-token" }, signed(now, ""), body, now)).toBe(false)
  })
})

import { Effect, Result } from "effect"
import { expect, test } from "vitest"
import { watchSettingsFrom } from "../src/index.ts"

const read = (environment: Record<string, string>, isOnce = false) =>
  Effect.runSync(Effect.result(watchSettingsFrom(environment, isOnce)))

const asking = {
  SAFE_RETURN_WATCH_URL: "https://bot.example/heartbeat",
  SAFE_RETURN_WATCH_WEBHOOK: "https://hook.example/hidden-word"
}

test("a watch that asks the bot and tells a webhook needs no more", () => {
  const { patience, lookEvery } = Result.getOrThrow(read(asking))
  expect({ patience, lookEvery }).toEqual({ patience: { after: 300_000, every: 1_800_000 }, lookEvery: 30_000 })
})

test("a watch that could tell nobody, or hears nothing, does not begin", () => {
  const refused = read({})
  if (!Result.isFailure(refused)) throw new Error("should be refused")
  for (const name of ["SAFE_RETURN_WATCH_URL", "SAFE_RETURN_WATCH_CONTACTS"]) {
    expect(refused.failure.message).toContain(name)
  }
  // What it prints is passed on by whatever runs it.
  expect(Result.isSuccess(read({ SAFE_RETURN_WATCH_URL: asking.SAFE_RETURN_WATCH_URL }, true))).toBe(true)
})

test("contacts without what telling them takes are refused by name, and no secret is told", () => {
  const contacts = { SAFE_RETURN_WATCH_CONTACTS: "duty@council.example, +447700900123" }
  const refused = read({ ...asking, ...contacts, SAFE_RETURN_WATCH_LISTEN: "3100", SAFE_RETURN_WATCH_TOKEN: "short" })
  if (!Result.isFailure(refused)) throw new Error("should be refused")
  for (const name of ["NOTIFY_API_KEY", "NOTIFY_EMAIL_TEMPLATE", "NOTIFY_SMS_TEMPLATE", "WATCH_TOKEN"]) {
    expect(refused.failure.message).toContain(`SAFE_RETURN_${name} must be`)
  }
  for (const secret of ["hidden-word", "short"]) expect(refused.failure.message).not.toContain(secret)
})

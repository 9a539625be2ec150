import type { WebClient } from "@slack/web-api"
import { afterEach, beforeEach, expect, it } from "vitest"
import { type SlackWorkspace, startSlackWorkspace, type WorkspaceClock } from "../src/index.ts"
import { quietClient } from "./fixtures/quietClient.ts"
import { ada, alerts, options } from "./fixtures/training.ts"

let now = 2_000_000_000_000
const clock: WorkspaceClock = { now: () => now, sleep: () => new Promise((resolve) => setImmediate(resolve)) }
let workspace: SlackWorkspace
let client: WebClient

beforeEach(async () => {
  workspace = await startSlackWorkspace(options({ clock, rateLimits: "slack" }))
  client = quietClient(workspace.slackApiUrl)
})
afterEach(() => workspace.close())

/** Seconds to wait, or "ok". */
const outcome = (call: Promise<unknown>) => call.then(() => "ok").catch((cause) => cause.retryAfter)
const post = (channel: string) => outcome(client.chat.postMessage({ channel, text: "x" }))

it("takes a message a second in a channel", async () => {
  expect([await post(alerts), await post(alerts), await post("C0GENERAL")]).toEqual(["ok", 1, "ok"])
  now += 999
  expect(await post(alerts)).toBe(1)
  now += 1
  expect(await post(alerts)).toBe("ok")
  expect(await workspace.person(ada).messages(alerts)).toHaveLength(2)
})

it("takes as many calls a minute as the method's tier allows, and says when the next may come", async () => {
  for (let count = 0; count < 20; count++) {
    expect(await outcome(client.users.list({}))).toBe("ok")
    now += 1000
  }
  expect(await outcome(client.users.list({}))).toBe(40)
  expect(await outcome(client.users.info({ user: ada }))).toBe("ok")
  now += 40_000
  expect([await outcome(client.users.list({})), await outcome(client.users.list({}))]).toEqual(["ok", 1])
})

it("limits nobody unless it is asked to, and people at their keyboards never", async () => {
  for (let count = 0; count < 3; count++) await workspace.person(ada).say(alerts, "quick")
  await using unlimited = await startSlackWorkspace(options({ clock }))
  const free = quietClient(unlimited.slackApiUrl)
  for (let count = 0; count < 3; count++) await free.chat.postMessage({ channel: alerts, text: "x" })
  expect(unlimited.calls).toHaveLength(3)
})

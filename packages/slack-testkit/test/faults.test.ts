import type { WebClient } from "@slack/web-api"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { afterEach, beforeEach, expect, it } from "vitest"
import { Faults, type SlackWorkspace, startSlackWorkspace, type WorkspaceClock } from "../src/index.ts"
import { quietClient } from "./fixtures/quietClient.ts"
import { ada, alerts, options } from "./fixtures/training.ts"

let now = 2_000_000_000_000
const clock: WorkspaceClock = { now: () => now, sleep: () => new Promise((resolve) => setImmediate(resolve)) }
let workspace: SlackWorkspace
let client: WebClient

beforeEach(async () => {
  workspace = await startSlackWorkspace(options({ clock }))
  client = quietClient(workspace.slackApiUrl)
})
afterEach(() => workspace.close())

const post = (text: string) => client.chat.postMessage({ channel: alerts, text })
const posted = async () => (await workspace.person(ada).messages(alerts)).map((message) => message["text"])

it("is down for an hour: every call fails, and none of them did anything", async () => {
  const down = workspace.faults.plan({ fault: { status: 503 }, from: now, until: now + 3_600_000 })
  await expect(post("lost")).rejects.toThrow("503")
  await expect(client.auth.test()).rejects.toThrow("503")
  now += 3_599_999
  await expect(post("lost too")).rejects.toThrow("503")
  now += 1
  await post("back")
  expect(await posted()).toEqual(["back"])
  expect(down.hits()).toBe(3)
})

it("is down until it is lifted, for the methods named", async () => {
  const down = workspace.faults.plan({ methods: ["chat.postMessage"], fault: { status: 500 } })
  await expect(post("lost")).rejects.toThrow("500")
  await client.auth.test()
  down.lift()
  await post("back")
  expect(await posted()).toEqual(["back"])
})

it("tells how long to wait with a 429", async () => {
  workspace.failNext("chat.postMessage", { status: 429, retryAfterSeconds: 7 })
  await expect(post("too fast")).rejects.toMatchObject({ retryAfter: 7 })
  await post("slowly")
  expect(await posted()).toEqual(["slowly"])
})

it("breaks the connection before Slack acts, or after, when only the answer is lost", async () => {
  workspace.failNext("chat.postMessage", { dropped: "before" })
  workspace.failNext("chat.postMessage", { dropped: "after" })
  await expect(post("never arrived")).rejects.toThrow()
  expect(await posted()).toEqual([])
  await expect(post("arrived")).rejects.toThrow()
  expect(await posted()).toEqual(["arrived"])
})

it("lets something else answer, which did nothing", async () => {
  workspace.failNext("chat.postMessage", { text: "<html>Sign in</html>" })
  workspace.failNext("chat.postMessage", { text: "Bad gateway", contentType: "text/plain", answeredWith: 502 })
  await expect(post("lost")).rejects.toThrow("<html>Sign in</html>")
  await expect(post("lost too")).rejects.toThrow("502")
  expect(await posted()).toEqual([])
})

it("answers late by the workspace's clock", async () => {
  workspace.failNext("chat.postMessage", { slowMillis: 60_000 })
  let answered = false
  const late = post("slow").then(() => {
    answered = true
  })
  await expect.poll(posted).toEqual(["slow"])
  now += 59_999
  await client.auth.test()
  expect(answered).toBe(false)
  now += 1
  await late
})

it("lives on an Effect clock", async () => {
  await Effect.gen(function* () {
    const testClock = yield* TestClock.make()
    yield* testClock.setTime(2_000_000_000_000)
    yield* Effect.promise(async () => {
      await using onTestClock = await startSlackWorkspace(options({ clock: testClock }))
      onTestClock.faults.plan({ fault: { slowMillis: 90_000 }, times: 1 })
      const slow = quietClient(onTestClock.slackApiUrl).chat.postMessage({ channel: alerts, text: "x" })
      await expect.poll(() => onTestClock.latest(alerts)).toBe("2000000000.000000")
      await Effect.runPromise(testClock.adjust("89 seconds"))
      await expect(Promise.race([slow, new Promise((resolve) => setImmediate(resolve, "waits"))])).resolves.toBe(
        "waits"
      )
      await Effect.runPromise(testClock.adjust("1 second"))
      expect(await slow).toMatchObject({ ok: true })
    })
  }).pipe(Effect.scoped, Effect.runPromise)
})

it("hits the same share of calls at every run with the same seed", () => {
  const hits = (seed: number) => {
    const faults = new Faults(() => 0)
    faults.plan({ fault: { status: 500 }, chance: { share: 0.25, seed } })
    return Array.from({ length: 10_000 }, () => faults.next("chat.update") !== undefined)
  }
  const first = hits(7)
  expect(hits(7)).toEqual(first)
  expect(hits(8)).not.toEqual(first)
  // Seeded, so the count is the same on every machine.
  expect(Math.abs(first.filter(Boolean).length - 2500)).toBeLessThan(100)
})

it("uses up several faults in turn, the one planned first before the others", () => {
  const faults = new Faults(() => 0)
  faults.plan({ fault: { error: "fatal_error" }, methods: ["chat.update"], times: 1 })
  faults.plan({ fault: { status: 500 }, times: 2 })
  expect(["chat.update", "chat.delete", "chat.update", "chat.update"].map((method) => faults.next(method))).toEqual([
    { error: "fatal_error" },
    { status: 500 },
    { status: 500 },
    undefined
  ])
  faults.plan({ fault: { status: 500 } })
  faults.clear()
  expect(faults.next("chat.update")).toBeUndefined()
})

import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, beforeEach, expect, it } from "vitest"
import { type SlackWorkspace, startSlackWorkspace, type WorkspaceClock } from "../src/index.ts"
import { ada, alerts, options } from "./fixtures/training.ts"

let now: number
const clock: WorkspaceClock = { now: () => now, sleep: () => new Promise((resolve) => setImmediate(resolve)) }
let workspace: SlackWorkspace
let received: Array<{ readonly headers: IncomingHttpHeaders; readonly body: string }>
let answer: { status: number; headers?: Record<string, string> }
const app = createServer(async (request, response) => {
  let body = ""
  for await (const chunk of request) body += chunk
  received.push({ headers: request.headers, body })
  response.writeHead(answer.status, answer.headers).end()
})

beforeEach(async () => {
  now = 2_000_000_000_000
  received = []
  answer = { status: 200 }
  workspace = await startSlackWorkspace(options({ clock }))
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve))
  workspace.app.connect(`http://127.0.0.1:${(app.address() as AddressInfo).port}/slack/events`)
})
afterEach(async () => {
  await workspace.close()
  app.closeAllConnections()
  await new Promise((resolve) => app.close(resolve))
})

/** Moves the clock on, and says how much the app has received by then. */
const passing = (millis: number) => {
  now += millis
  return received.length
}
const commandsIn = () => received.map(({ body }) => new URLSearchParams(body).get("command"))
const retriesIn = () => received.map(({ headers }) => [headers["x-slack-retry-num"], headers["x-slack-retry-reason"]])

it("retries a failed event at once, after a minute and after five more, then gives up", async () => {
  answer = { status: 500 }
  expect(await workspace.person(ada).openHome()).toMatchObject({ outcome: "refused", status: 500 })
  await expect.poll(() => received.length).toBe(2)
  now += 59_999
  await workspace.person(ada).command(alerts, "/unrelated")
  expect(received).toHaveLength(3)
  now += 1
  await expect.poll(() => received.length).toBe(4)
  now += 300_000
  await expect.poll(() => received.length).toBe(5)
  expect(retriesIn()).toEqual([
    [undefined, undefined],
    ["1", "http_error"],
    [undefined, undefined],
    ["2", "http_error"],
    ["3", "http_error"]
  ])
  const events = received.filter((_, index) => index !== 2).map(({ body }) => body)
  expect(new Set(events).size).toBe(1)
  now += 3_600_000
  await workspace.person(ada).command(alerts, "/unrelated")
  expect(received).toHaveLength(6)
})

it("does not send an event again to an app that asks not to be retried, nor a command ever", async () => {
  answer = { status: 500, headers: { "x-slack-no-retry": "1" } }
  await workspace.person(ada).openHome()
  answer = { status: 500 }
  await workspace.person(ada).command(alerts, "/hello")
  now += 3_600_000
  await workspace.person(ada).command(alerts, "/hello")
  expect(received).toHaveLength(3)
})

it("says why it sends again when nobody listened", async () => {
  workspace.app.connect("http://127.0.0.1:9/nobody")
  expect(await workspace.person(ada).openHome()).toMatchObject({ outcome: "dispatch_failed" })
  workspace.app.connect(`http://127.0.0.1:${(app.address() as AddressInfo).port}/slack/events`)
  await expect.poll(() => passing(60_000)).toBeGreaterThan(0)
  expect(retriesIn().at(0)?.[1]).toBe("connection_failed")
})

it("delivers twice to order", async () => {
  workspace.faults.planDelivery({ fault: "twice", kinds: ["interactive"], times: 1 })
  await workspace.person(ada).command(alerts, "/once")
  await workspace.person(ada).shortcut("twice")
  expect(received).toHaveLength(3)
  expect(received[2]?.body).toBe(received[1]?.body)
})

it("lets the next delivery overtake one", async () => {
  workspace.faults.planDelivery({ fault: "swapped", times: 1 })
  const first = workspace.person(ada).command(alerts, "/first")
  await workspace.person(ada).command(alerts, "/second")
  expect(await first).toMatchObject({ outcome: "acknowledged" })
  expect(commandsIn()).toEqual(["/second", "/first"])
  workspace.faults.planDelivery({ fault: "swapped", times: 1 })
  const alone = workspace.person(ada).command(alerts, "/alone")
  await expect.poll(() => passing(1000)).toBe(3)
  expect(await alone).toMatchObject({ outcome: "acknowledged" })
})

it("loses a delivery, or its answer alone", async () => {
  workspace.faults.planDelivery({ fault: "lost", times: 1 })
  expect(await workspace.person(ada).command(alerts, "/lost")).toEqual({ outcome: "operation_timeout" })
  expect(received).toEqual([])
  workspace.faults.planDelivery({ fault: "answer lost", times: 1 })
  expect(await workspace.person(ada).openHome()).toEqual({ outcome: "operation_timeout" })
  await expect.poll(retriesIn).toEqual([
    [undefined, undefined],
    ["1", "http_timeout"]
  ])
  workspace.faults.planDelivery({ fault: "lost" })
  workspace.faults.clear()
  expect(await workspace.person(ada).command(alerts, "/heard")).toMatchObject({ outcome: "acknowledged" })
})

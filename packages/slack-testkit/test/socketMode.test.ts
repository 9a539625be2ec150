import { afterEach, beforeEach, expect, it } from "vitest"
import WebSocket from "ws"
import { type SlackWorkspace, startSlackWorkspace, type WorkspaceClock } from "../src/index.ts"
import { quietClient } from "./fixtures/quietClient.ts"
import { openSocket } from "./fixtures/socketApp.ts"
import { ada, alerts, options } from "./fixtures/training.ts"

let now = 2_000_000_000_000
const clock: WorkspaceClock = { now: () => now, sleep: () => new Promise((resolve) => setImmediate(resolve)) }
let workspace: SlackWorkspace
const sockets: Array<Awaited<ReturnType<typeof openSocket>>> = []
const connect = async () => {
  const socket = await openSocket(workspace)
  sockets.push(socket)
  return socket
}

beforeEach(async () => {
  workspace = await startSlackWorkspace(options({ clock }))
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close()
  await workspace.close()
})

it("says hello, pings and answers pings", async () => {
  const socket = await connect()
  expect(socket.received[0]).toMatchObject({
    type: "hello",
    num_connections: 1,
    connection_info: { app_id: "A0APP" },
    debug_info: { approximate_connection_time: expect.any(Number) }
  })
  await socket.ping()
  await expect.poll(socket.pings).toBeGreaterThan(0)
})

it("opens connections for the app-level token alone, and each address once", async () => {
  const open = (token: string) =>
    quietClient(workspace.slackApiUrl, token)
      .apps.connections.open({})
      .catch((cause) => cause.data.error)
  expect(await open("xoxb-tryout")).toBe("not_allowed_token_type")
  expect(await open("xapp-other")).toBe("invalid_auth")
  const call = quietClient(workspace.slackApiUrl, "xapp-tryout").chat.postMessage({ channel: alerts, text: "x" })
  await expect(call).rejects.toMatchObject({ data: { error: "not_allowed_token_type" } })

  const { url } = await connect()
  const again = new WebSocket(url)
  const refused = await new Promise((resolve) => again.once("error", resolve))
  expect(String(refused)).toContain("403")
})

it("sends a command in an envelope and shows the payload of its acknowledgement", async () => {
  const socket = await connect()
  const person = workspace.person(ada)
  const sent = person.command(alerts, "/hello", "there")
  await expect.poll(() => socket.received.length).toBe(2)
  expect(socket.received[1]).toMatchObject({
    type: "slash_commands",
    envelope_id: expect.any(String),
    accepts_response_payload: true,
    payload: { command: "/hello", text: "there", user_id: ada, channel_id: alerts, trigger_id: expect.any(String) }
  })
  socket.acknowledge(socket.received[1], { text: "Hello by socket" })
  expect(await sent).toMatchObject({ outcome: "acknowledged", body: { text: "Hello by socket" } })
  expect(person.ephemerals.at(-1)?.text).toBe("Hello by socket")
})

it("gives each envelope to one of several connections, and the next to another", async () => {
  const [first, second] = [await connect(), await connect()]
  expect(second.received[0]).toMatchObject({ num_connections: 2 })
  const commands = ["/one", "/two", "/three", "/four"].map((command) => workspace.person(ada).command(alerts, command))
  await expect.poll(() => first.received.length + second.received.length).toBe(6)
  for (const socket of [first, second]) for (const envelope of socket.received.slice(1)) socket.acknowledge(envelope)
  expect(await Promise.all(commands)).toMatchObject(Array(4).fill({ outcome: "acknowledged" }))
  expect([first.received.length, second.received.length]).toEqual([3, 3])
})

it("tells an app to reconnect: a warned connection still gets envelopes, a refreshed one none", async () => {
  expect(workspace.app.disconnect("warning")).toBe(false)
  const old = await connect()
  workspace.app.disconnect("warning")
  await expect.poll(() => old.received.at(-1)).toMatchObject({ type: "disconnect", reason: "warning" })
  expect(workspace.app.connections).toBe(1)
  workspace.app.disconnect("refresh_requested")
  await expect.poll(() => old.received.at(-1)).toMatchObject({ type: "disconnect", reason: "refresh_requested" })
  expect(await workspace.person(ada).command(alerts, "/hello")).toMatchObject({ outcome: "dispatch_failed" })
  const second = await connect()
  const sent = workspace.person(ada).command(alerts, "/hello")
  await expect.poll(() => second.received.length).toBe(2)
  second.acknowledge(second.received[1])
  expect(await sent).toMatchObject({ outcome: "acknowledged" })
})

it("sends an event again until it is acknowledged: at once, after a minute, five minutes later", async () => {
  const socket = await connect()
  const envelopes = () => socket.received.slice(1)
  expect(await workspace.person(ada).openHome()).toEqual({ outcome: "operation_timeout" })
  await expect.poll(() => envelopes().length).toBe(2)
  expect(envelopes()[0]).toMatchObject({ type: "events_api", accepts_response_payload: false, retry_attempt: 0 })
  expect(envelopes()[1]).toMatchObject({ retry_attempt: 1, retry_reason: "timeout" })
  expect(envelopes()[1]?.["payload"]).toEqual(envelopes()[0]?.["payload"])
  now += 60_000
  await expect.poll(() => envelopes().length).toBe(3)
  socket.acknowledge(envelopes()[2])
  now += 600_000
  await workspace.person(ada).call("auth.test")
  expect(envelopes()).toHaveLength(3)
})

it("has nobody to tell when the connection breaks before the acknowledgement", async () => {
  const socket = await connect()
  const sent = workspace.person(ada).command(alerts, "/hello")
  await expect.poll(() => socket.received.length).toBe(2)
  socket.close()
  expect(await sent).toEqual({ outcome: "dispatch_failed", reason: "The connection broke." })
})

it("delivers twice to order, each time in an envelope of its own", async () => {
  const socket = await connect()
  workspace.faults.planDelivery({ fault: "twice", times: 1 })
  const sent = workspace.person(ada).command(alerts, "/hello")
  await expect.poll(() => socket.received.length).toBe(3)
  const [, first, second] = socket.received
  expect(second?.["payload"]).toEqual(first?.["payload"])
  expect(second?.["envelope_id"]).not.toBe(first?.["envelope_id"])
  socket.acknowledge(second)
  socket.acknowledge(first, { text: "Once" })
  expect(await sent).toMatchObject({ outcome: "acknowledged", body: { text: "Once" } })
})

it("has no signatures to get wrong", async () => {
  await connect()
  await expect(workspace.person(ada, "forged").command(alerts, "/hello")).rejects.toThrow("no signatures")
})

it("tells every connection that Socket Mode was turned off", async () => {
  const both = [await connect(), await connect()]
  expect(workspace.app.disconnect("link_disabled", "all")).toBe(true)
  for (const socket of both) {
    await expect.poll(() => socket.received.at(-1)).toMatchObject({ type: "disconnect", reason: "link_disabled" })
  }
  expect(workspace.app.connections).toBe(0)
})

it("tells the eleventh connection that there are too many", async () => {
  for (let opened = 0; opened < 10; opened += 1) await connect()
  const eleventh = await connect()
  expect(eleventh.received).toMatchObject([{ type: "disconnect", reason: "too_many_websockets" }])
  expect(workspace.app.connections).toBe(10)
})

it("breaks one connection and leaves the other", async () => {
  const [first, second] = [await connect(), await connect()]
  workspace.app.breakConnections("newest")
  await second.closed
  await first.ping()
  expect(workspace.app.connections).toBe(1)
})

const expectSilence = async (socket: Awaited<ReturnType<typeof connect>>) => {
  expect(workspace.app.connections).toBe(1)
  const isAnswered = socket.ping().then(() => true)
  const sent = workspace.person(ada).command(alerts, "/hello")
  // What another connection heard meanwhile, this one would have heard too.
  await (await connect()).ping()
  expect(await Promise.race([isAnswered, Promise.resolve(false)])).toBe(false)
  expect(socket.received).toHaveLength(1)
  workspace.app.breakConnections()
  expect(await sent).toEqual({ outcome: "dispatch_failed", reason: "The connection broke." })
}

it("leaves a hung connection open without a word: nothing comes, and no ping is answered", async () => {
  const socket = await connect()
  workspace.app.hangConnections()
  await expectSilence(socket)
})

it("fails the connections an app opens in the ways that are planned", async () => {
  const { faults } = workspace
  faults.planConnection({ fault: "handshake refused", times: 1 })
  await expect(connect()).rejects.toThrow("503")
  faults.planConnection({ fault: "too many", times: 1 })
  expect((await connect()).received).toMatchObject([{ type: "disconnect", reason: "too_many_websockets" }])
  faults.planConnection({ fault: "broken after hello", times: 1 })
  const broken = await connect()
  await broken.closed
  expect(broken.received).toMatchObject([{ type: "hello" }])

  faults.planConnection({ fault: "silent after hello", times: 1 })
  const silent = await connect()
  await expectSilence(silent)
})

it.each(["handshake unanswered", "no hello"] as const)(
  "opens no connection where it is planned so: %s",
  async (fault) => {
    workspace.faults.planConnection({ fault, times: 1 })
    const opening = connect()
    const isOpen = opening.then(
      () => true,
      () => false
    )
    // The next one is open before it.
    await connect()
    expect(workspace.app.connections).toBe(1)
    await workspace.close()
    expect(await isOpen).toBe(false)
  }
)

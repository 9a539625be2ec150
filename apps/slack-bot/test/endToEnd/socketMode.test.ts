import { mkdtempSync, rmSync } from "node:fs"
import { createServer, request as forward } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { utc } from "@safe-return/domain/calendar"
import { lowdbLayer } from "@safe-return/journal"
import { Effect, Layer, ManagedRuntime } from "effect"
import { expect, test } from "vitest"
import { type WebSocket, WebSocketServer } from "ws"
import { Bot, botLayer } from "../../src/Bot.ts"
import { movableClock } from "./movableClock.ts"
import {
  CHANNEL,
  configurationFor,
  missingBody,
  people,
  sendNotification,
  startCouncilWorkspace
} from "./trainingCouncil.ts"
import { cardsOf, textOf, waitUntil } from "./whatPeopleSee.ts"

/**
 * Slack's side of Socket Mode as documented: `apps.connections.open` gives an address, the socket says hello, sends
 * envelopes, and hears acknowledgements by envelope id. Every other call goes on to the workspace.
 */
const startSocketSlack = async (slackApiUrl: string) => {
  const sockets: Array<WebSocket> = []
  const acknowledged: Array<{ readonly envelope_id: string; readonly payload?: unknown }> = []
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.endsWith("/apps.connections.open")) {
      const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/socket`
      outgoing.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ok: true, url }))
      return
    }
    const target = new URL(String(incoming.url).replace(/^\/api\//, ""), slackApiUrl)
    const { method, headers } = incoming
    const onwards = forward(target, { method: method ?? "POST", headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(outgoing)
    })
    incoming.pipe(onwards)
  })
  new WebSocketServer({ server }).on("connection", (socket) => {
    sockets.push(socket)
    socket.on("message", (data) => acknowledged.push(JSON.parse(String(data))))
    socket.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A0SAFE" } }))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    connections: () => sockets.length,
    disconnect: () => sockets.at(-1)?.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" })),
    send: async (envelope_id: string, payload: Record<string, unknown>) => {
      sockets
        .at(-1)
        ?.send(JSON.stringify({ envelope_id, type: "slash_commands", accepts_response_payload: true, payload }))
      return waitUntil(async () => acknowledged.find((answer) => answer.envelope_id === envelope_id))
    },
    close: () => {
      for (const socket of sockets) socket.terminate()
      server.closeAllConnections()
      server.close()
    }
  }
}

const command = (text: string) => ({
  command: "/rhi",
  text,
  user_id: people.manager,
  user_name: "manager",
  team_id: "T000000001",
  channel_id: CHANNEL,
  channel_name: "missing",
  trigger_id: "1.1.synthetic",
  response_url: "http://127.0.0.1:9/never",
  api_app_id: "A0SAFE"
})

test("over Socket Mode the same bot answers, and answers again after Slack refreshes the connection", async () => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-socket-"))
  await using workspace = await startCouncilWorkspace()
  const slack = await startSocketSlack(workspace.slackApiUrl)
  const configuration = configurationFor(slack.apiUrl)
  const layer = botLayer({
    ...configuration,
    slack: { ...configuration.slack, mode: { _tag: "Socket", appToken: "xapp-synthetic" } }
  }).pipe(Layer.provide(lowdbLayer({ directory })), Layer.provideMerge(movableClock(utc(2026, 11, 16, 9)).layer))
  const runtime = ManagedRuntime.make(layer)
  const { url } = await runtime.runPromise(Effect.service(Bot))
  await waitUntil(async () => slack.connections() === 1)

  // Notifications come by HTTP all the same.
  expect((await sendNotification(url, missingBody("LCS-50001", "SYP-2026-5000001", utc(2026, 11, 16, 9)))).status).toBe(
    202
  )
  await waitUntil(async () => (await cardsOf(workspace.person(people.manager), CHANNEL, "LCS-50001"))[0])
  expect(textOf((await slack.send("one", command("queue"))).payload)).toContain("No return home interview is waiting")
  const refused = await slack.send("two", command(`assign LCS-50001 <@${people.interviewer}>`))
  expect(textOf(refused.payload)).toContain("still missing")

  slack.disconnect()
  // Slack's client 3.1 leaves a gap of seconds here; a reminder that falls into it comes from the next sweep.
  await waitUntil(async () => slack.connections() === 2, 20_000)
  expect((await slack.send("three", command("help"))).payload).toBeDefined()

  await runtime.dispose()
  slack.close()
  rmSync(directory, { recursive: true, force: true })
}, 40_000)

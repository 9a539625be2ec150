/** What is answered to requests whose signature was checked, beside what Bolt's own receiver answers to the same. */
import { createHmac } from "node:crypto"
import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { App, HTTPReceiver, LogLevel, type Receiver, type RespondArguments } from "@slack/bolt"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { shareAnswer } from "../../src/http/answerBytes.ts"
import { readBody } from "../../src/http/readBody.ts"
import { slackReceiver } from "../../src/http/slackReceiver.ts"

const SECRET = "synthetic-signing-secret"
const team = "T0OURS"
const user = { id: "U0MASH" }
const shared: RespondArguments = {
  response_type: "ephemeral",
  text: "Dè · – 🚨 <https://example.org|a link> \u2028",
  blocks: []
}
shareAnswer(shared)

/** An app that answers each command as its text says. */
const appOn = (receiver: Receiver): App => {
  const app = new App({ receiver, logLevel: LogLevel.ERROR, authorize: async () => ({ botToken: "xoxb-synthetic" }) })
  app.error(async (error) => Promise.reject(error))
  app.command("/rhi", async ({ ack, command, context }) => {
    const answers: Readonly<Record<string, () => Promise<unknown>>> = {
      nothing: () => ack(),
      words: () => ack("Done · ✓"),
      shared: () => ack(shared),
      retry: () => ack(`${context.retryNum} ${context.retryReason}`),
      twice: async () => {
        await ack("once")
        await ack("twice")
      },
      fails: () => Promise.reject(new Error("it cannot be answered"))
    }
    await answers[command.text]?.()
  })
  return app
}

const listening = async (listener: RequestListener) => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/slack/events`, close: () => new Promise((resolve) => server.close(resolve)) }
}

const refusals: Array<string> = []
let ours: Awaited<ReturnType<typeof listening>>
let bolts: Awaited<ReturnType<typeof listening>>

beforeAll(async () => {
  const receiver = slackReceiver(
    () => ({ workspace: team, isOrganisationWide: false, app: "A0OURS" }),
    (why) => void refusals.push(why)
  )
  appOn(receiver)
  ours = await listening((request, response) => {
    void readBody(request).then((body) => receiver.listener(request, response, body ?? Buffer.alloc(0)))
  })
  const bolt = new HTTPReceiver({ signingSecret: SECRET, logLevel: LogLevel.ERROR })
  appOn(bolt)
  bolts = await listening(bolt.requestListener)
  vi.spyOn(console, "error").mockImplementation(() => undefined)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await Promise.all([ours.close(), bolts.close()])
})

const send = async (url: string, body: string, headers: Readonly<Record<string, string>> = {}) => {
  const at = String(Math.floor(Date.now() / 1_000))
  const signature = createHmac("sha256", SECRET).update(`v0:${at}:${body}`).digest("hex")
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": at,
      "x-slack-signature": `v0=${signature}`,
      ...headers
    }
  })
  const answer = Buffer.from(await response.arrayBuffer())
  return { status: response.status, type: response.headers.get("content-type"), answer: answer.toString("utf8") }
}

const command = (text: string, more: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    command: "/rhi",
    text,
    user_id: user.id,
    team_id: team,
    api_app_id: "A0OURS",
    ...more
  }).toString()
const inForm = (payload: object) => new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
const json = { "content-type": "application/json" }

describe("a request of Slack's is answered to the byte as by Bolt's receiver", () => {
  it.each<[string, string, Record<string, string>?]>([
    ["with nothing", command("nothing")],
    ["with words", command("words")],
    ["with blocks", command("shared")],
    ["with the same blocks again", command("shared")],
    [
      "with the number and reason of its retry",
      command("retry"),
      { "x-slack-retry-num": "2", "x-slack-retry-reason": "http_timeout" }
    ],
    ["once, where it is acknowledged twice", command("twice")],
    ["as failed, where a listener fails", command("fails")],
    [
      "as an event, at once",
      JSON.stringify({ type: "event_callback", team_id: team, event: { type: "app_home_opened", user: user.id } }),
      json
    ],
    ["with its challenge", JSON.stringify({ type: "url_verification", challenge: "c-1" }), json],
    ["where Slack looks whether we are there", "ssl_check=1&token=x"]
  ])("%s", async (_, body, headers) => {
    const answered = await send(ours.url, body, headers)
    expect(answered).toEqual(await send(bolts.url, body, headers))
  })
})

describe("a request", () => {
  it("for another app or with nothing of Slack's in it is refused and counted", async () => {
    refusals.length = 0
    expect(await send(ours.url, command("words", { api_app_id: "A0OTHER" }))).toMatchObject({
      status: 403,
      answer: "Not taken: it is for another app."
    })
    expect(await send(ours.url, "secret=1")).toMatchObject({ status: 400, type: "text/plain" })
    expect(refusals).toEqual(["another app", "malformed"])
  })

  it("that nobody acknowledges is answered so before Slack has given up", { timeout: 10_000 }, async () => {
    const button = inForm({
      type: "block_actions",
      user,
      team: { id: team },
      actions: [{ type: "button", action_id: "x" }]
    })
    expect(await send(ours.url, button)).toMatchObject({ status: 404, answer: "" })
  })

  it("of another method is nobody's", async () => {
    expect((await fetch(ours.url)).status).toBe(404)
  })
})

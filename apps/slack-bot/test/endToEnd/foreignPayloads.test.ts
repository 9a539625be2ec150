/** Requests that are signed as Slack's and are not for us, or not to be read. */
import { createHmac } from "node:crypto"
import { utc } from "@safe-return/domain/calendar"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { waitUntil } from "./slackReading.ts"
import { CHANNEL, openCouncil, people, SIGNING_SECRET } from "./trainingCouncil.ts"

let council: Awaited<ReturnType<typeof openCouncil>>
beforeAll(async () => {
  council = await openCouncil(utc(2026, 11, 16, 9))
  // Slack has said by now who we are.
  await council.bot.sweep()
})
afterAll(() => council[Symbol.asyncDispose]())

const FORM = "application/x-www-form-urlencoded"

const send = async (body: string, type: string) => {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac("sha256", SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest("hex")
  const response = await fetch(`${council.bot.url}/slack/events`, {
    method: "POST",
    headers: {
      "content-type": type,
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${signature}`
    },
    body
  })
  return { status: response.status, text: await response.text() }
}

let times = 0
const interaction = (more: Record<string, unknown>) => {
  times += 1
  const payload = {
    type: "shortcut",
    user: { id: people.mash },
    api_app_id: "A0SAFE",
    team: { id: "T000000001" },
    callback_id: "report_missing",
    trigger_id: `foreign.${times}`,
    ...more
  }
  return send(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM)
}

/** Forms that were opened, whatever Slack then made of it. */
const opened = () => council.workspace.calls.filter(({ method }) => method === "views.open").length

describe("a signed request", () => {
  test("for this app in this workspace is done", async () => {
    const before = opened()
    expect((await interaction({})).status).toBe(200)
    expect(opened()).toBeGreaterThan(before)
  })

  test.each([
    ["another workspace", { team: { id: "T0OTHER" } }],
    ["another app", { api_app_id: "A0OTHER" }],
    ["another organisation", { team: null, enterprise: { id: "E0OTHER" }, is_enterprise_install: true }]
  ])("for %s is refused, and not done", async (_, more) => {
    const before = opened()
    expect((await interaction(more)).status).toBe(403)
    expect(opened()).toBe(before)
  })

  test("with a command of another workspace is answered with why not, and not done", async () => {
    const fields = {
      command: "/missing",
      text: "report",
      user_id: people.mash,
      team_id: "T0OTHER",
      channel_id: CHANNEL,
      api_app_id: "A0SAFE",
      trigger_id: "foreign.command"
    }
    const before = opened()
    const answer = await send(new URLSearchParams(fields).toString(), FORM)
    expect(answer.text).toContain("only for full members of this workspace")
    expect(opened()).toBe(before)
  })

  test.each([
    ["no payload", "other=1", FORM],
    ["a payload that is no JSON", "payload=%7B%22secret%22", FORM],
    ["no person", `payload=${encodeURIComponent(JSON.stringify({ type: "block_actions", actions: [] }))}`, FORM],
    ["half an event", '{"type":"event_callback"', "application/json"],
    ["a list", "[]", "application/json"],
    ["text", "hello", "text/plain"]
  ])("with %s is answered 400, which repeats nothing of it", async (_, body, type) => {
    const answer = await send(body, type)
    expect(answer.status).toBe(400)
    expect(answer.text).not.toContain("secret")
  })
})

test("an administrator is told of what was refused", async () => {
  await waitUntil(async () =>
    council.workspace.calls
      .filter(({ method }) => method === "chat.postMessage")
      .some(({ params }) => JSON.stringify(params).includes("another app"))
  )
})

/** Sends load from a process of its own, so that making requests does not slow the server that answers them. */
import { randomUUID } from "node:crypto"
import { signedHeaders, teamId } from "@safe-return/slack-testkit"
import { Pool } from "undici"
import type { Commands, Load, LoadResult, Notifications } from "./Load.ts"

/** Connections for a pace by the second: more than are ever waiting at once. */
const PLENTY = 256

const commandRequest = ({ command, person, signingSecret, texts, url }: Commands, index: number) => {
  const body = new URLSearchParams({
    token: "superseded-by-the-signature",
    team_id: teamId,
    team_domain: "bench",
    channel_id: "C0MISSING",
    channel_name: "privategroup",
    user_id: person,
    user_name: "bench",
    command,
    text: texts[index % texts.length] ?? "",
    api_app_id: "A0SAFE",
    is_enterprise_install: "false",
    response_url: `${url}/nowhere`,
    // New in each: the same bytes with the same signature twice are a replay, which the bot refuses.
    trigger_id: randomUUID()
  }).toString()
  const headers = signedHeaders({ body, secret: signingSecret, signing: "genuine", now: Date.now() })
  return {
    path: "/slack/events",
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    body
  }
}

const notificationRequest = ({ bodies, token }: Notifications, index: number) => ({
  path: "/intake/notifications",
  headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
  body: JSON.stringify(bodies[index])
})

/** What is wrong with the answer; nothing when it is right. */
const send = async (pool: Pool, { what, expected }: Load, index: number): Promise<string | undefined> => {
  const request = what.kind === "commands" ? commandRequest(what, index) : notificationRequest(what, index)
  const { body, statusCode } = await pool.request({ method: "POST", ...request })
  const said = await body.text()
  return statusCode < 300 && said.includes(expected) ? undefined : `${statusCode} ${said}`
}

const generate = async (load: Load): Promise<LoadResult> => {
  const { pace, requests, what } = load
  const pool = new Pool(what.url, { connections: "connections" in pace ? pace.connections : PLENTY })
  const latencies: Array<number> = []
  let wrong: string | undefined
  const timed = async (index: number, due: number) => {
    const problem = await send(pool, load, index)
    latencies[index] = performance.now() - due
    wrong ??= problem
  }
  const start = performance.now()
  const startedAt = performance.timeOrigin + start
  if ("connections" in pace) {
    let next = 0
    const keepSending = async () => {
      for (let index = next++; index < requests; index = next++) await timed(index, performance.now())
    }
    await Promise.all(Array.from({ length: pace.connections }, keepSending))
  } else {
    const sent: Array<Promise<void>> = []
    for (let index = 0; index < requests; index += 1) {
      // Measured from when it was due: a server that stands still makes late what would have come meanwhile.
      const due = start + (index * 1000) / pace.perSecond
      const left = due - performance.now()
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
      sent.push(timed(index, due))
    }
    await Promise.all(sent)
  }
  const seconds = (performance.now() - start) / 1000
  await pool.close()
  return { startedAt, seconds, latencies, ...(wrong === undefined ? {} : { wrong }) }
}

process.on("message", async (load: Load) => process.send?.(await generate(load)))
process.send?.("ready")

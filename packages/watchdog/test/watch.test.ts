import { fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Fiber, Redacted } from "effect"
import { expect, test } from "vitest"
import { API_KEY, startNotify } from "../../../apps/slack-bot/test/notify/notifyServer.ts"
import { type WatchSettings, watch, watchOnce } from "../src/index.ts"
import { startWebhook } from "./webhook.ts"

const TOKEN = "made-up-token-of-24-letters"

const settingsFor = (more: Partial<WatchSettings>): WatchSettings => ({
  council: "Training council",
  patience: { after: 1_000, every: 60_000 },
  lookEvery: 50,
  stateFile: join(mkdtempSync(join(tmpdir(), "safe-return-watch-")), "kept", "watch.json"),
  channels: {},
  ...more
})

/** A watch that runs until it is disposed of, on a port of its own. */
const startWatch = async (more: Partial<WatchSettings>) => {
  const lines: Array<string> = []
  const listen = { host: "127.0.0.1", port: 0, token: Redacted.make(TOKEN) }
  const settings = settingsFor({ listen, ...more })
  const fiber = Effect.runFork(watch(settings, (line) => Effect.sync(() => void lines.push(line))))
  await expect.poll(() => lines.join()).toContain("The watch has begun")
  const port = /port (\d+)/.exec(lines.join())?.[1]
  return {
    lines,
    settings,
    address: `http://127.0.0.1:${port}/${TOKEN}`,
    [Symbol.asyncDispose]: () => Effect.runPromise(Effect.asVoid(Fiber.interrupt(fiber)))
  }
}

const deaths = [
  ["is killed", (bot: ReturnType<typeof fork>) => bot.kill("SIGKILL")],
  ["is stopped", (bot: ReturnType<typeof fork>) => bot.kill("SIGSTOP")],
  ["has its event loop blocked", (bot: ReturnType<typeof fork>) => bot.send("block")]
] as const

test.for(deaths)("the watch tells people of a bot that %s, within its time", async ([, die]) => {
  await using webhook = await startWebhook()
  const patience = { after: 3_000, every: 60_000 }
  await using watching = await startWatch({ patience, channels: { webhook: Redacted.make(webhook.url) } })
  const bot = fork(join(import.meta.dirname, "dyingBot.ts"), [watching.address])
  try {
    await once(bot, "message")
    // On a slow machine it may have begun to beat too late.
    webhook.said.splice(0)
    const before = performance.now()
    die(bot)
    await expect.poll(() => webhook.said.join(), { interval: 20 }).toContain("has given no sign of life")
    // Its patience, a look, and what the machine takes to say so.
    expect(performance.now() - before).toBeLessThan(15_000)
    expect(webhook.said.join()).toContain("ring the Missing Co-ordinator")
  } finally {
    bot.kill("SIGKILL")
  }
})

test("a bot that says it fails is told of at once, and once more when it beats again", async () => {
  await using webhook = await startWebhook()
  await using watching = await startWatch({
    patience: { after: 600_000, every: 600_000 },
    channels: { webhook: Redacted.make(webhook.url) }
  })
  await fetch(`${watching.address}/start`, { method: "POST" })
  await fetch(`${watching.address}/fail`, { method: "POST", body: "the records cannot be written" })
  await expect.poll(() => webhook.said).toHaveLength(1)
  expect(webhook.said[0]).toContain("the records cannot be written")
  await fetch(watching.address, { method: "POST" })
  await expect.poll(() => webhook.said).toHaveLength(2)
  expect(webhook.said[1]).toContain("at work again")
})

test("what the doctor sends to the log is taken, and is no beat", async () => {
  await using webhook = await startWebhook()
  await using watching = await startWatch({
    patience: { after: 600_000, every: 600_000 },
    channels: { webhook: Redacted.make(webhook.url) }
  })
  expect((await fetch(`${watching.address}/fail`, { method: "POST" })).status).toBe(200)
  await expect.poll(() => webhook.said).toHaveLength(1)
  expect((await fetch(`${watching.address}/log`, { method: "POST" })).status).toBe(200)
  // Longer than a few looks: a beat would have been told as the end of it.
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(webhook.said).toHaveLength(1)
})

test("a beat without the token is not taken", async () => {
  await using watching = await startWatch({ patience: { after: 600_000, every: 600_000 } })
  const { origin } = new URL(watching.address)
  const wrong = await fetch(`${origin}/wrong/log`, { method: "POST" })
  expect([wrong.status, await wrong.text()]).toEqual([404, "(not found)"])
  expect((await fetch(origin)).status).toBe(404)
})

test("people are told by e-mail and text message, without a case reference", async () => {
  await using notify = await startNotify()
  const contacts = ["duty@council.example", "+447700900123"]
  const channels = {
    notify: { apiKey: Redacted.make(API_KEY), apiUrl: notify.url, email: "made-up", sms: "made-up", contacts }
  }
  const settings = settingsFor({ ask: "http://127.0.0.1:9/heartbeat", patience: { after: 1, every: 60_000 }, channels })
  await Effect.runPromise(watchOnce(settings, () => Effect.void))
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(await Effect.runPromise(watchOnce(settings, () => Effect.void))).toBe(false)
  expect(notify.sent.map(({ type, to }) => [type, to]).sort()).toEqual([
    ["email", "duty@council.example"],
    ["sms", "+447700900123"]
  ])
  expect(notify.sent[0]?.personalisation["case_reference"]).toContain("none")
})

/** A bot that answers as it is told to. */
const startBot = async (reply: () => { readonly status: number; readonly body: string }) => {
  const server = createServer((_request, response) => {
    const { status, body } = reply()
    response.writeHead(status, { "content-type": "application/json" }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  return {
    url: `http://127.0.0.1:${(server.address() as { readonly port: number }).port}/heartbeat`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

test("a single look asks the bot, remembers alarms over a restart, and says when one is over", async () => {
  let reply = { status: 200, body: JSON.stringify({ beating: true, ageSeconds: 1, missing: [] }) }
  await using bot = await startBot(() => reply)
  await using webhook = await startWebhook()
  const channels = { webhook: Redacted.make(webhook.url) }
  const settings = settingsFor({ ask: bot.url, patience: { after: 60_000, every: 3_600_000 }, channels })
  const lines: Array<string> = []
  const look = () => Effect.runPromise(watchOnce(settings, (line) => Effect.sync(() => void lines.push(line))))
  expect(await look()).toBe(true)
  expect(lines).toEqual([])
  reply = { status: 503, body: JSON.stringify({ beating: false, ageSeconds: 61, missing: ["slack"] }) }
  // The age that the bot tells counts from its last beat, which the watch has heard of a moment ago.
  writeFileSync(settings.stateFile, JSON.stringify({ since: 0 }))
  expect(await look()).toBe(false)
  expect(await look()).toBe(false)
  expect(webhook.said).toHaveLength(1)
  reply = { status: 200, body: JSON.stringify({ beating: true, ageSeconds: 0, missing: [] }) }
  expect(await look()).toBe(true)
  expect(webhook.said.at(-1)).toContain("at work again")
})

test("a watch that hears nothing from the first says what to check, until it hears the bot", async () => {
  let status = 404
  await using bot = await startBot(() => ({
    status,
    body: JSON.stringify({ beating: true, ageSeconds: 0, missing: [] })
  }))
  const settings = settingsFor({ ask: bot.url, patience: { after: 60_000, every: 60_000 } })
  const lines: Array<string> = []
  const look = () => Effect.runPromise(watchOnce(settings, (line) => Effect.sync(() => void lines.push(line))))
  expect(await look()).toBe(true)
  expect(lines).toEqual([expect.stringMatching(/Nothing was heard yet: HTTP 404.* Check SAFE_RETURN_WATCH_URL/)])
  for (const next of [200, 404]) {
    status = next
    await look()
  }
  expect(lines).toHaveLength(1)
})

test("an answer that is no report of the bot is no beat", async () => {
  for (const [status, body] of [
    [200, "<html>Sign in</html>"],
    [200, '{"beating":true}'],
    [404, '{"beating":false}'],
    [302, ""]
  ] as const) {
    await using bot = await startBot(() => ({ status, body }))
    const settings = settingsFor({ ask: bot.url })
    await Effect.runPromise(watchOnce(settings, () => Effect.void))
    expect(JSON.parse(readFileSync(settings.stateFile, "utf8"))).not.toHaveProperty("lastBeatAt")
  }
})

test("a watch that can tell nobody says so, and tells what it could not once it can", async () => {
  await using webhook = await startWebhook()
  webhook.answers(500)
  const settings = settingsFor({
    ask: "http://127.0.0.1:9/",
    patience: { after: 1, every: 3_600_000 },
    channels: { webhook: Redacted.make(webhook.url) }
  })
  const lines: Array<string> = []
  const look = () => Effect.runPromise(watchOnce(settings, (line) => Effect.sync(() => void lines.push(line))))
  await look()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(await look()).toBe(false)
  expect(lines.join("\n")).toContain("Nobody could be told")
  expect(lines.join("\n")).toContain("HTTP 500")
  webhook.answers(200)
  await look()
  expect(webhook.said[0]).toContain("could not be sent from")
})

test("a file of what is known that was cut short is begun again", async () => {
  const settings = settingsFor({ ask: "http://127.0.0.1:9/", patience: { after: 60_000, every: 60_000 } })
  await Effect.runPromise(watchOnce(settings, () => Effect.void))
  writeFileSync(settings.stateFile, '{"since":')
  expect(await Effect.runPromise(watchOnce(settings, () => Effect.void))).toBe(true)
})

import { fork } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Instant, utc } from "@safe-return/domain/calendar"
import { afterAll, expect, test } from "vitest"
import { killAllBots, startKillableBot } from "./killableBot.ts"
import { waitUntil } from "./slackReading.ts"
import { CHANNEL, missingBody, people, sendNotification, startCouncilWorkspace } from "./trainingCouncil.ts"

const directory = mkdtempSync(join(tmpdir(), "safe-return-stopping-"))
afterAll(() => {
  killAllBots()
  rmSync(directory, { recursive: true, force: true })
})

test("a bot that is told to stop is gone within seconds, whatever connections are open", async () => {
  await using workspace = await startCouncilWorkspace()
  const monday = utc(2026, 11, 16, 9)
  const bot = startKillableBot(
    workspace.slackApiUrl,
    join(directory, "journal"),
    Instant(monday),
    join(directory, "log")
  )
  const url = await bot.url
  workspace.app.connect(`${url}/slack/events`)

  // Slack answers nothing any more: calls are under way, and handlers wait for them.
  workspace.faults.plan({ fault: { slowMillis: 3_600_000 } })
  expect((await sendNotification(url, missingBody("LCS-50001", "SYP-2026-1", monday))).status).toBe(202)
  const command = workspace.person(people.mash).command(CHANNEL, "/missing", "report")
  await waitUntil(async () => workspace.app.sent.length > 0)

  const head = "POST /intake/notifications HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n"
  const sockets = ["", "POST /inta", `${head}{`, "GET /health HTTP/1.1\r\nhost: x\r\n\r\n"].map((text) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1")
    socket.on("error", () => {})
    socket.write(text)
    return socket
  })
  const slow = setInterval(() => sockets[2]?.write(" "), 50)
  await new Promise((resolve) => sockets[3]?.once("data", resolve))

  const from = performance.now()
  expect(await bot.stop()).toBe(0)
  expect(performance.now() - from).toBeLessThan(9_000)
  clearInterval(slow)
  for (const socket of sockets) socket.destroy()
  await command
})

test("a process whose end hangs is cut in its time", async () => {
  const hanging = fork(join(import.meta.dirname, "hangingStop.ts"), { stdio: "pipe" })
  let said = ""
  hanging.stderr?.on("data", (chunk) => {
    said += String(chunk)
  })
  const ended = new Promise<number | null>((resolve) => hanging.once("close", resolve))
  await new Promise((resolve) => hanging.once("message", resolve))
  hanging.kill("SIGTERM")
  expect(await ended).toBe(0)
  expect(said).toContain("Stopped without waiting longer")
})

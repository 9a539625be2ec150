import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { movableClock } from "@safe-return/casework/testing"
import { addHours, utc } from "@safe-return/domain/calendar"
import { readerOf, type SlackWorkspace } from "@safe-return/slack-testkit"
import { expect, test } from "vitest"
import { textOf } from "./slackReading.ts"
import { CHANNEL, missingBody, people, sendNotification, startBot, startCouncilWorkspace } from "./trainingCouncil.ts"

const monday = utc(2026, 11, 16, 9)

const postedIn = ({ calls }: SlackWorkspace, channel: string) =>
  calls.filter(({ method, params }) => method === "chat.postMessage" && params["channel"] === channel)

const inFreshDirectory = async (test: (directory: string) => Promise<void>) => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-"))
  const unhandled: Array<unknown> = []
  const note = (cause: unknown) => void unhandled.push(cause)
  process.on("unhandledRejection", note)
  await test(directory)
  process.off("unhandledRejection", note)
  expect(unhandled).toEqual([])
  rmSync(directory, { recursive: true, force: true })
}

test("a bot started while Slack is away takes notifications, and tells of them once it is back", () =>
  inFreshDirectory(async (directory) => {
    await using workspace = await startCouncilWorkspace()
    const clock = movableClock(monday)
    const away = workspace.faults.plan({ fault: { status: 503 } })
    const bot = await startBot(workspace, clock, directory)
    for (const child of ["LCS-50001", "LCS-50002"]) {
      const taken = await sendNotification(bot.url, missingBody(child, `SYP-2026-${child.slice(4)}`, monday))
      expect(taken.status).toBe(202)
    }
    await bot.sweep()
    expect(workspace.calls.some(({ method }) => method === "chat.postMessage")).toBe(false)

    away.lift()
    // Slack's word on the channel is taken for some seconds, by the bot's clock.
    clock.moveTo(addHours(monday, 0.1))
    await bot.sweep()
    const channel = readerOf(workspace.person(people.mash)).sees("#missing")
    await channel.card("LCS-50001 · Missing")
    await channel.card("LCS-50002 · Missing")
    const isInThread = postedIn(workspace, CHANNEL).map(({ params }) => params["thread_ts"] !== undefined)
    expect(isInThread).toEqual([false, false, true, true])
    await bot.stop()
  }))

test("a bot that Slack has not yet named tells people to try again, and then acts", () =>
  inFreshDirectory(async (directory) => {
    await using workspace = await startCouncilWorkspace()
    const clock = movableClock(monday)
    const away = workspace.faults.plan({ methods: ["auth.test"], fault: { status: 503 } })
    const bot = await startBot(workspace, clock, directory)
    await sendNotification(bot.url, missingBody("LCS-50001", "SYP-2026-50001", monday))
    const mash = workspace.person(people.mash)
    const status = async () => textOf(await mash.command(CHANNEL, "/missing", "status LCS-50001"))
    expect(await status()).toContain("Nothing was done: try again in a minute.")

    away.lift()
    expect(await status()).toContain("LCS-50001 · Missing")
    await bot.stop()
  }))

test("a bot whose token Slack refuses says so at once", () =>
  inFreshDirectory(async (directory) => {
    await using workspace = await startCouncilWorkspace()
    workspace.faults.plan({ methods: ["auth.test"], fault: { error: "invalid_auth" } })
    await expect(startBot(workspace, movableClock(monday), directory)).rejects.toThrow("invalid_auth")
  }))

test("a bot started while Slack is away posts nothing in a channel that proves to be public", () =>
  inFreshDirectory(async (directory) => {
    await using workspace = await startCouncilWorkspace()
    const clock = movableClock(monday)
    const away = workspace.faults.plan({ fault: { dropped: "before" } })
    const bot = await startBot(workspace, clock, directory)
    await sendNotification(bot.url, missingBody("LCS-50001", "SYP-2026-50001", monday))
    away.lift()
    workspace.faults.plan({ methods: ["conversations.info"], fault: { error: "channel_not_found" } })
    clock.moveTo(addHours(monday, 0.1))
    await bot.sweep()
    expect(postedIn(workspace, CHANNEL)).toEqual([])
    const administrator = readerOf(workspace.person(people.administrator))
    await administrator.sees("direct messages").message("Nothing is posted there")
    await bot.stop()
  }))

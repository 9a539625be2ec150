/** A start without its journal, and a process that can no longer write in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { movableClock } from "@safe-return/casework/testing"
import { utc } from "@safe-return/domain/calendar"
import { lowdbLayer } from "@safe-return/journal/files"
import { readerOf } from "@safe-return/slack-testkit"
import { Effect, Exit, Fiber } from "effect"
import { expect, test } from "vitest"
import { runBot } from "../src/runBot.ts"
import { freePort } from "./endToEnd/freePort.ts"
import { waitUntil } from "./endToEnd/slackReading.ts"
import {
  configurationFor,
  missingBody,
  people,
  sendNotification,
  startCouncilWorkspace
} from "./endToEnd/trainingCouncil.ts"

const monday = utc(2026, 11, 16, 9)

const open = async () => {
  const place = mkdtempSync(join(tmpdir(), "safe-return-"))
  const directory = join(place, "journal")
  const workspace = await startCouncilWorkspace()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const configuration = { ...configurationFor(workspace.slackApiUrl), listen: { host: "127.0.0.1", port } }
  let fiber: Fiber.Fiber<never, { readonly message: string }> | undefined
  const at = async (path: string) => {
    const response = await fetch(`${url}${path}`)
    return { status: response.status, text: await response.text() }
  }
  return {
    at,
    directory,
    url,
    workspace,
    // The check comes every 30 seconds.
    administrator: readerOf(workspace.person(people.administrator), { patienceMillis: 60_000 }),
    start: () => {
      workspace.app.connect(`${url}/slack/events`)
      fiber = Effect.runFork(
        Effect.scoped(runBot(configuration, lowdbLayer({ directory }))).pipe(
          Effect.provide(movableClock(monday, "going").layer)
        )
      )
    },
    isAt: (path: string, status: number) =>
      waitUntil(async () => (await at(path).catch(() => undefined))?.status === status),
    ended: async () => {
      if (fiber === undefined) throw new Error("it was not started")
      return Effect.runPromise(Fiber.await(fiber))
    },
    [Symbol.asyncDispose]: async () => {
      if (fiber !== undefined) await Effect.runPromise(Fiber.interrupt(fiber))
      await workspace.close()
      rmSync(place, { recursive: true, force: true })
    }
  }
}

test("a start without a journal refuses reports, tells people, and becomes the bot once it can", async () => {
  await using bot = await open()
  writeFileSync(bot.directory, "a file stands where the folder should be")
  bot.start()
  await bot.isAt("/ready", 503)
  expect((await bot.at("/ready")).text).toContain("journal-unwritable")
  await bot.administrator.sees("direct messages").message("Nothing can be recorded")

  const report = missingBody("LCS-70001", "SYP-2026-70001", monday)
  expect(await sendNotification(bot.url, report)).toMatchObject({ status: 503, type: "application/problem+json" })
  await readerOf(bot.workspace.person(people.mash)).sees("direct messages").message("ring the police")
  await bot.workspace.person(people.manager).command("C0MISSING", "/rhi", "queue")
  await readerOf(bot.workspace.person(people.manager)).isTold("Not recorded", "ring the police")

  rmSync(bot.directory)
  mkdirSync(bot.directory)
  await bot.isAt("/ready", 200)
  expect((await bot.at("/health")).text).toMatch(/^up\n/)
  expect((await sendNotification(bot.url, report)).status).toBe(202)
  await readerOf(bot.workspace.person(people.mash)).sees("#missing").card("LCS-70001 · Missing")
  await bot.administrator.sees("direct messages").message("It can be recorded again")
})

test("a process that lost its lock tells /health and administrators, and ends with a failure", async () => {
  await using bot = await open()
  bot.start()
  await bot.isAt("/ready", 200)
  rmSync(join(bot.directory, ".journal.lock"), { recursive: true })
  await bot.administrator
    .sees("direct messages")
    .message("the journal's folder was taken away, or another process is using it")
  const exit = await bot.ended()
  expect(Exit.isFailure(exit)).toBe(true)
  expect(String(Exit.isFailure(exit) ? exit.cause : "")).toContain("so that it is started again")
})

test("administrators are told of an unhandled rejection, and the bot goes on", async () => {
  await using bot = await open()
  bot.start()
  await bot.isAt("/ready", 200)
  // Not a real rejection, which would fail this test: what the process is told of one.
  process.emit("unhandledRejection", new Error("made up"), Promise.resolve())
  await bot.administrator.sees("direct messages").message("failed in a way nobody foresaw, and the bot goes on")
  expect((await bot.at("/ready")).status).toBe(200)
})

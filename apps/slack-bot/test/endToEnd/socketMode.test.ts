import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { utc } from "@safe-return/domain/calendar"
import { lowdbLayer } from "@safe-return/journal"
import { Effect, Layer, ManagedRuntime } from "effect"
import { expect, test } from "vitest"
import { Bot, botLayer } from "../../src/Bot.ts"
import { movableClock } from "./movableClock.ts"
import {
  APP_TOKEN,
  CHANNEL,
  configurationFor,
  missingBody,
  people,
  sendNotification,
  startCouncilWorkspace
} from "./trainingCouncil.ts"
import { cardsOf, waitUntil } from "./whatPeopleSee.ts"

test("over Socket Mode the same bot answers, and answers again after Slack refreshes the connection", async () => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-socket-"))
  await using workspace = await startCouncilWorkspace()
  const configuration = configurationFor(workspace.slackApiUrl)
  const layer = botLayer({
    ...configuration,
    slack: { ...configuration.slack, mode: { _tag: "Socket", appToken: APP_TOKEN } }
  }).pipe(Layer.provide(lowdbLayer({ directory })), Layer.provideMerge(movableClock(utc(2026, 11, 16, 9)).layer))
  const runtime = ManagedRuntime.make(layer)
  const { url } = await runtime.runPromise(Effect.service(Bot))
  await waitUntil(async () => workspace.app.connections === 1)
  const manager = workspace.person(people.manager)
  const isTold = (command: string) =>
    manager.command(CHANNEL, "/rhi", command).then(() => manager.ephemerals.at(-1)?.text ?? "")

  // Notifications come by HTTP all the same.
  expect((await sendNotification(url, missingBody("LCS-50001", "SYP-2026-5000001", utc(2026, 11, 16, 9)))).status).toBe(
    202
  )
  await waitUntil(async () => (await cardsOf(manager, CHANNEL, "LCS-50001"))[0])
  expect(await isTold("queue")).toContain("No return home interview is waiting")
  expect(await isTold(`assign LCS-50001 <@${people.interviewer}>`)).toContain("still missing")

  workspace.app.disconnect("refresh_requested")
  expect(workspace.app.connections).toBe(0)
  // Slack's client 3.1 leaves a gap of seconds here; a reminder that falls into it comes from the next sweep.
  await waitUntil(async () => workspace.app.connections === 1)
  expect(await manager.command(CHANNEL, "/rhi", "help")).toMatchObject({ outcome: "acknowledged" })

  await runtime.dispose()
  rmSync(directory, { recursive: true, force: true })
})

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { movableClock } from "@safe-return/casework/testing"
import { utc } from "@safe-return/domain/calendar"
import { lowdbLayer } from "@safe-return/journal/files"
import { Incidents } from "@safe-return/outreach"
import type { SlackWorkspace } from "@safe-return/slack-testkit"
import { Effect, Layer, ManagedRuntime, Redacted } from "effect"
import { expect, test } from "vitest"
import { Bot, botLayer } from "../../src/Bot.ts"
import { cardsOf, textOf, waitUntil } from "./slackReading.ts"
import {
  APP_TOKEN,
  CHANNEL,
  configurationFor,
  missingBody,
  people,
  sendNotification,
  startCouncilWorkspace
} from "./trainingCouncil.ts"

const monday = utc(2026, 11, 16, 9)

const startSocketBot = async (workspace: SlackWorkspace, directory: string) => {
  const configuration = configurationFor(workspace.slackApiUrl)
  const layer = botLayer({
    ...configuration,
    slack: { ...configuration.slack, mode: { _tag: "Socket", appToken: Redacted.make(APP_TOKEN) } }
  }).pipe(Layer.provide(lowdbLayer({ directory })), Layer.provideMerge(movableClock(monday).layer))
  const runtime = ManagedRuntime.make(layer)
  const { url } = await runtime.runPromise(Effect.service(Bot))
  return {
    url,
    openIncidents: () => runtime.runPromise(Effect.flatMap(Incidents, ({ open }) => open)),
    stop: () => runtime.dispose()
  }
}

type SocketBot = Awaited<ReturnType<typeof startSocketBot>>

/** A bot over Socket Mode; nothing in it may reject without being handled. */
const overSocketMode = async (
  test: (workspace: SlackWorkspace, start: () => Promise<SocketBot>) => Promise<void>,
  prepare: (workspace: SlackWorkspace) => void = () => {}
) => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-socket-"))
  const unhandled: Array<unknown> = []
  const note = (cause: unknown) => void unhandled.push(cause)
  process.on("unhandledRejection", note)
  await using workspace = await startCouncilWorkspace()
  prepare(workspace)
  let bot: SocketBot | undefined
  const start = async () => {
    bot = await startSocketBot(workspace, directory)
    return bot
  }
  try {
    await test(workspace, start)
  } finally {
    await bot?.stop()
    process.off("unhandledRejection", note)
    rmSync(directory, { recursive: true, force: true })
  }
  expect(unhandled).toEqual([])
}

const connected = (workspace: SlackWorkspace, count = 2) => waitUntil(async () => workspace.app.connections === count)

const help = (workspace: SlackWorkspace) => workspace.person(people.manager).command(CHANNEL, "/rhi", "help")

test("over Socket Mode the same bot answers, while and after Slack refreshes its connections", () =>
  overSocketMode(async (workspace, start) => {
    const { url, openIncidents } = await start()
    await connected(workspace)
    const manager = workspace.person(people.manager)
    const isTold = async (command: string) => textOf(await manager.command(CHANNEL, "/rhi", command))

    // Notifications come by HTTP all the same.
    const notification = missingBody("LCS-50001", "SYP-2026-5000001", monday)
    expect((await sendNotification(url, notification)).status).toBe(202)
    await waitUntil(async () => (await cardsOf(manager, CHANNEL, "LCS-50001"))[0])
    expect(await isTold("queue")).toContain("No return home interview is waiting")
    expect(await isTold(`assign LCS-50001 <@${people.interviewer}>`)).toContain("still missing")

    for (const reason of ["warning", "refresh_requested", "warning", "refresh_requested"] as const) {
      workspace.app.disconnect(reason)
      const commands = await Promise.all([help(workspace), help(workspace), help(workspace), help(workspace)])
      expect(commands).toMatchObject(Array(4).fill({ outcome: "acknowledged" }))
    }
    await connected(workspace)
    expect(await openIncidents()).toEqual([])
  }))

test("a delivery that comes by both connections is done once", () =>
  overSocketMode(async (workspace, start) => {
    await start()
    await connected(workspace)
    workspace.faults.planDelivery({ fault: "twice", kinds: ["slash_commands"] })
    const mash = workspace.person(people.mash)
    expect(await mash.command(CHANNEL, "/missing", "report")).toMatchObject({ outcome: "acknowledged" })
    await waitUntil(async () => mash.modal)
    await help(workspace)
    expect(workspace.calls.filter(({ method }) => method === "views.open")).toHaveLength(1)
  }))

test("without a connection the bot stays up and takes notifications, and connects once it may", () =>
  overSocketMode(async (workspace, start) => {
    const { url } = await start()
    await connected(workspace)
    const methods = ["apps.connections.open"]
    const refused = [
      workspace.faults.plan({ methods, fault: { status: 500 }, times: 1 }),
      workspace.faults.plan({ methods, fault: { dropped: "before" }, times: 1 }),
      workspace.faults.plan({ methods, fault: { text: "<html>Sign in</html>" }, times: 1 })
    ]
    workspace.app.disconnect("refresh_requested", "all")
    await waitUntil(async () => refused[1]?.hits() === 1)
    expect((await sendNotification(url, missingBody("LCS-50001", "SYP-2026-1", monday))).status).toBe(202)
    await connected(workspace)
    expect(refused.map(({ hits }) => hits())).toEqual([1, 1, 1])
    expect(await help(workspace)).toMatchObject({ outcome: "acknowledged" })
  }))

test("a connection that hangs is replaced while the other goes on", () =>
  overSocketMode(async (workspace, start) => {
    await start()
    await connected(workspace)
    workspace.app.hangConnections("oldest")
    // The hung one counts until it is given up.
    await connected(workspace, 2)
    await waitUntil(async () => {
      const answers = await Promise.all([help(workspace), help(workspace)])
      return answers.every(({ outcome }) => outcome === "acknowledged")
    }, 20_000)
  }))

test("a token refused at a refresh is an incident at once, until the next connection", () =>
  overSocketMode(async (workspace, start) => {
    const { openIncidents } = await start()
    await connected(workspace)
    const refused = workspace.faults.plan({ methods: ["apps.connections.open"], fault: { error: "invalid_auth" } })
    workspace.app.disconnect("refresh_requested")
    await waitUntil(async () => (await openIncidents()).length === 1)
    expect((await openIncidents())[0]?.remedy).toContain("SLACK_APP_TOKEN")
    refused.lift()
    await waitUntil(async () => (await openIncidents()).length === 0)
    await connected(workspace)
  }))

test("a bot that starts while Slack is away connects once Slack is back", () => {
  let lift = () => {}
  return overSocketMode(
    async (workspace, start) => {
      const { url } = await start()
      expect((await sendNotification(url, missingBody("LCS-50001", "SYP-2026-1", monday))).status).toBe(202)
      lift()
      await connected(workspace)
      expect(await help(workspace)).toMatchObject({ outcome: "acknowledged" })
    },
    (workspace) => {
      lift = workspace.faults.plan({ fault: { status: 503 } }).lift
    }
  )
})

test("a bot whose app-level token Slack refuses does not start, and says so", () =>
  overSocketMode(
    async (_, start) => {
      await expect(start()).rejects.toThrow("Slack did not accept apps.connections.open: invalid_auth.")
    },
    (workspace) => void workspace.faults.plan({ methods: ["apps.connections.open"], fault: { error: "invalid_auth" } })
  ))

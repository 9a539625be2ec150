/** The real bot in a process of its own, dying in each of the ways in which one dies; a monitor listens outside. */
import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Instant } from "@safe-return/domain/calendar"
import type { SlackWorkspace } from "@safe-return/slack-testkit"
import { afterAll, expect, test } from "vitest"
import { isAtLength } from "../../../../packages/test-suite/src/atLength/isAtLength.ts"
import { lowdbCrashJournal, lowdbOnOwnDisk } from "../../trials/crash/CrashJournal.ts"
import { freePort } from "../endToEnd/freePort.ts"
import { type KillableBot, killAllBots, startKillableBot } from "../endToEnd/killableBot.ts"
import { waitUntil } from "../endToEnd/slackReading.ts"
import { startCouncilWorkspace } from "../endToEnd/trainingCouncil.ts"
import { startListener } from "./listener.ts"

/** Beats come each second: the monitor shouts when none came for so long. */
const SHOUTS_AFTER_MS = 5_000

/** How long a part may be silent (a minute), the look that finds it out, and a machine that is busy. */
const WITHIN_MS = 150_000

interface Dying {
  readonly bot: KillableBot
  readonly folder: string
  readonly workspace: SlackWorkspace
}

/** A disk of its own, which only root can have, can be filled. */
const openDisk = isAtLength ? lowdbOnOwnDisk : lowdbCrashJournal

const slackFails =
  (fault: Parameters<SlackWorkspace["faults"]["plan"]>[0]["fault"]) =>
  ({ workspace }: Dying) =>
    void workspace.faults.plan({ fault })

const fill = (folder: string) => {
  for (let bytes = 1 << 20; bytes > 1_000; bytes /= 2) {
    try {
      for (let file = 0; ; file += 1) writeFileSync(join(folder, "..", `filler-${bytes}-${file}`), Buffer.alloc(bytes))
    } catch {
      // Full for as much: a smaller file may still fit.
    }
  }
}

type Way = readonly [name: string, die: (dying: Dying) => unknown]

const frozen: Way = ["frozen", ({ bot }) => bot.freeze()]

const ways: ReadonlyArray<Way> = [
  frozen,
  ["killed", ({ bot }) => bot.kill()],
  ["stopped", ({ bot }) => bot.stop()],
  ["whose disk is full", ({ folder }) => fill(folder)],
  ["whose folder was taken away", ({ folder }) => rmSync(folder, { recursive: true })],
  ["whose lock was taken away", ({ folder }) => rmSync(join(folder, ".journal.lock"), { recursive: true })],
  ["whose token was revoked", slackFails({ error: "token_revoked" })],
  ["that was taken out of its channels", slackFails({ error: "not_in_channel" })],
  ["from which Slack is away", slackFails({ status: 503 })],
  ["that Slack limits for an hour", slackFails({ status: 429, retryAfterSeconds: 3_600 })],
  ["whose connections to Slack are dropped", slackFails({ dropped: "before" })]
]

const startHeard = async ({ slackApiUrl }: SlackWorkspace, folder: string, heard: string) =>
  startKillableBot(slackApiUrl, folder, Instant(Date.now()), `${folder}.log`, await freePort(), heard)

afterAll(killAllBots)

test.for(isAtLength ? ways : [frozen])(
  "a bot %s is noticed outside, one that is well is not",
  { timeout: 240_000 },
  async ([, die]) => {
    await using workspace = await startCouncilWorkspace()
    await using listener = await startListener()
    await using disk = await openDisk()
    const folder = join(disk.place, "journal")
    const bot = await startHeard(workspace, folder, listener.url)
    await bot.url
    const isBeat = ({ path }: { readonly path: string }) => path === "/made-up-check"
    await waitUntil(async () => listener.heard.filter(isBeat).length > 3)
    expect(listener.heard.filter(({ path }) => path.endsWith("/fail"))).toEqual([])

    await die({ bot, folder, workspace })
    let beats = 0
    let lastAt = performance.now()
    await waitUntil(async () => {
      const count = listener.heard.filter(isBeat).length
      if (count > beats) lastAt = performance.now()
      beats = count
      const hasFailed = listener.heard.some(({ path }) => path === "/made-up-check/fail")
      return hasFailed || performance.now() - lastAt > SHOUTS_AFTER_MS
    }, WITHIN_MS)
    await bot.kill()
  }
)

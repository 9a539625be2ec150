/** A start at which much is owed: Slack is asked once a conversation what of it is there, not once a message. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { movableClock } from "@safe-return/casework/testing"
import { utc } from "@safe-return/domain/calendar"
import { expect, test } from "vitest"
import { madeUpJournal } from "../../bench/madeUpJournal.ts"
import { postedMessages, postedTwice } from "./postedMessages.ts"
import { startBot, startCouncilWorkspace } from "./trainingCouncil.ts"

const START = utc(2026, 12, 1, 10)
const CHILDREN = 25
/** A page of Slack's history, as the bot asks for it. */
const PAGE = 200

test("more than a hundred owed messages cost one look at each page of each conversation", async () => {
  const directory = mkdtempSync(join(tmpdir(), "safe-return-"))
  const workspace = await startCouncilWorkspace()
  const { posted, collect } = postedMessages(workspace)
  await madeUpJournal({ directory, count: CHILDREN, now: START, areBack: true })
  const bot = await startBot(workspace, movableClock(START), directory)
  try {
    await bot.sweep()
    collect()
    const looks = workspace.calls.filter(({ method }) => /^conversations\.(history|replies)$/.test(method))
    const pages = new Map<string, number>()
    for (const { channel } of posted) pages.set(channel, (pages.get(channel) ?? 0) + 1)
    const mostLooks = [...pages.values()].reduce((sum, messages) => sum + Math.ceil(messages / PAGE), 0)
    expect(posted.length).toBeGreaterThan(100)
    expect(looks.length).toBeGreaterThan(0)
    expect(looks.length).toBeLessThanOrEqual(mostLooks)
    expect(postedTwice(posted)).toEqual([])
  } finally {
    await bot.stop()
    await workspace.close()
    rmSync(directory, { recursive: true, force: true })
  }
})

import { afterAll, expect, test } from "vitest"
import { killAllBots } from "../endToEnd/killableBot.ts"
import { lowdbCrashJournal } from "./CrashJournal.ts"
import { crashTest } from "./crashTest.ts"

afterAll(killAllBots)

test("killed at any moment under load, the bot loses nothing and says nothing twice", async () => {
  await using journal = lowdbCrashJournal()
  const { acknowledged, ...findings } = await crashTest({
    cycles: 4,
    journal,
    instances: 1,
    slackFails: 0,
    serverRestarts: 0,
    random: Math.random,
    progress: () => {}
  })
  expect(findings).toMatchObject({ eventsLost: [], alertsLost: [], postedTwice: [], recordedTwice: [] })
  expect(acknowledged).toBeGreaterThan(4)
}, 240_000)

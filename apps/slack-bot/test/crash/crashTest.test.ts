import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { isAtLength } from "../../../../packages/test-suite/src/atLength/isAtLength.ts"
import { writeOnDisk } from "../../../../packages/test-suite/src/writeOnDisk.ts"
import { lowdbCrashJournal, postgresCrashJournal } from "../../trials/crash/CrashJournal.ts"
import { crashTest } from "../../trials/crash/crashTest.ts"
import { killAllBots } from "../endToEnd/killableBot.ts"

writeOnDisk()

const logs = mkdtempSync(join(tmpdir(), "safe-return-crash-log-"))
afterAll(() => {
  killAllBots()
  rmSync(logs, { recursive: true, force: true })
})

/** `crash-test` goes on for as many as it is told. */
const cycles = isAtLength ? 10 : 2

test.each([
  ["one bot on lowdb documents", lowdbCrashJournal, { instances: 1, serverRestarts: 0 }],
  ["two bots on one PostgreSQL, whose server is killed too", postgresCrashJournal, { instances: 2, serverRestarts: 1 }]
])(
  "killed at any moment under load, nothing is lost and nothing said twice: %s",
  async (_, openJournal, shape) => {
    await using journal = await openJournal()
    const {
      acknowledged,
      cycles: lived,
      ...findings
    } = await crashTest({
      ...shape,
      cycles,
      journal,
      slackFails: 0.05,
      leases: "run out",
      log: join(logs, "bots.log"),
      random: Math.random,
      progress: () => {}
    })
    expect(findings).toMatchObject({ eventsLost: [], alertsLost: [], postedTwice: [], recordedTwice: [] })
    expect(lived).toBe(cycles)
    expect(acknowledged).toBeGreaterThan(cycles)
  },
  240_000
)

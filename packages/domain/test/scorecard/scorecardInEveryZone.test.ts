import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { sampledCases } from "./arbitraryTable.ts"
import { reckonScorecard } from "./independentReckoning.ts"

const run = promisify(execFile)
const script = fileURLToPath(new URL("./printScorecards.ts", import.meta.url))

/** The zones a host may stand in, with what `getTimezoneOffset` says in July: proof that the child ran in that zone. */
const zones = [
  ["UTC", 0],
  ["Europe/London", -60],
  ["America/New_York", 240],
  ["Pacific/Auckland", -720]
] as const

const reckoned = JSON.parse(
  JSON.stringify(sampledCases().map(({ table, month, asOf, rules }) => reckonScorecard(table, month, asOf, rules)))
)

test.each(zones)("a scorecard is what a second reckoning comes to on a host in %s", async (zone, julyOffset) => {
  const { stdout } = await run(process.execPath, [script], {
    env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: "1" },
    maxBuffer: 64 * 1024 * 1024
  })
  const printed = JSON.parse(stdout)
  expect(printed.julyOffset).toBe(julyOffset)
  expect(printed.scorecards).toHaveLength(120)
  expect(printed.scorecards).toEqual(reckoned)
})

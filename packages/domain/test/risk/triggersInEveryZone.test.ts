import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { expect, it } from "vitest"

const run = promisify(execFile)
const script = fileURLToPath(new URL("./printTriggers.ts", import.meta.url))

/** The zones a host may stand in, with what `getTimezoneOffset` says in July: proof that the child ran in that zone. */
const zones = [
  ["UTC", 0],
  ["Europe/London", -60],
  ["America/New_York", 240],
  ["Pacific/Auckland", -720],
  ["Asia/Kolkata", -330]
] as const

const firingsUnder = async (zone: string): Promise<{ julyOffset: number; firings: ReadonlyArray<unknown> }> => {
  const { stdout } = await run(process.execPath, [script], {
    env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: "1" },
    maxBuffer: 64 * 1024 * 1024
  })
  return JSON.parse(stdout)
}

it("triggers are the same on a host in any of five time zones", async () => {
  const answers = await Promise.all(zones.map(([zone]) => firingsUnder(zone)))
  expect(answers.map(({ julyOffset }) => julyOffset)).toEqual(zones.map(([, offset]) => offset))
  const [first] = answers
  expect(first?.firings.flat().length).toBeGreaterThan(300)
  for (const { firings } of answers) expect(firings).toEqual(first?.firings)
})

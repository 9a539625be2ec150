import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { describe, expect, it } from "vitest"
import { nations } from "../../src/calendar/index.ts"
import { type Reckoning, reckon } from "./independentReckoning.ts"
import { randomReturns } from "./randomReturns.ts"

const run = promisify(execFile)
const script = fileURLToPath(new URL("./printClocks.ts", import.meta.url))

/** The zones a host may stand in, with what `getTimezoneOffset` says in July: proof that the child ran in that zone. */
const zones = [
  ["UTC", 0],
  ["Europe/London", -60],
  ["America/New_York", 240],
  ["Asia/Kolkata", -330],
  ["Pacific/Auckland", -720]
] as const

const clocksUnder = async (zone: string): Promise<{ julyOffset: number; clocks: ReadonlyArray<Reckoning> }> => {
  const { stdout } = await run(process.execPath, [script], {
    env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: "1" },
    maxBuffer: 64 * 1024 * 1024
  })
  return JSON.parse(stdout)
}

describe("both clocks in three nations, for 1,500 random returns and 500 on awkward days", () => {
  const returns = randomReturns()
  const reckoned = nations.flatMap((nation) => returns.map((returnedAt) => reckon(returnedAt, nation)))

  it("the returns cover every year, and over a quarter land on a day nobody works", () => {
    const years = new Set(reckoned.slice(0, 1_500).map(({ returnedAt }) => returnedAt.slice(0, 4)))
    expect(years.size).toBe(17)
    const lateByMore = reckoned.filter(
      ({ returnedAt, workingDays3 }) => Date.parse(workingDays3) - Date.parse(returnedAt) > 96 * 3_600_000
    )
    expect(lateByMore.length).toBeGreaterThan(reckoned.length / 4)
  })

  it.each(zones)("agree with the independent reckoning on a host in %s", async (zone, julyOffset) => {
    const answer = await clocksUnder(zone)
    expect(answer.julyOffset).toBe(julyOffset)
    expect(answer.clocks).toHaveLength(6_000)
    expect(answer.clocks.filter((clocks, index) => JSON.stringify(clocks) !== JSON.stringify(reckoned[index]))).toEqual(
      []
    )
  })
})

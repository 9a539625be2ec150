import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { describe, expect, it } from "vitest"
import { type EscalationSample, sampleEscalation } from "./sampleEscalation.ts"

const run = promisify(execFile)
const script = fileURLToPath(new URL("./printEscalation.ts", import.meta.url))

/** Two zones far from London's clock, with what `getTimezoneOffset` says in July: proof that the child ran in that zone. */
const zones = [
  ["America/New_York", 240],
  ["Pacific/Auckland", -720]
] as const

const escalationUnder = async (
  zone: string
): Promise<{ julyOffset: number; escalation: ReadonlyArray<EscalationSample> }> => {
  const { stdout } = await run(process.execPath, [script], {
    env: { ...process.env, TZ: zone, NODE_NO_WARNINGS: "1" },
    maxBuffer: 64 * 1024 * 1024
  })
  return JSON.parse(stdout)
}

describe("alerts climb and reminders come at the same 300 random times in every zone", () => {
  const here = sampleEscalation()

  it("is on every rung and of every kind, so that there is something to compare", () => {
    const words = here.flatMap(({ rungs, reminders }) => [...rungs, ...reminders]).map((line) => line.split(" ")[0])
    for (const word of ["worker", "missing-coordinator", "out-of-hours-duty", "head-of-service"]) {
      expect(words).toContain(word)
    }
    for (const word of ["Before", "Breach", "OverdueMorning", "NoInterviewer", "NotOffered"])
      expect(words).toContain(word)
  })

  it.each(zones)("is the same on a host in %s", async (zone, julyOffset) => {
    const answer = await escalationUnder(zone)
    expect(answer.julyOffset).toBe(julyOffset)
    expect(answer.escalation).toHaveLength(300)
    expect(answer.escalation.filter((one, index) => JSON.stringify(one) !== JSON.stringify(here[index]))).toEqual([])
  })
})

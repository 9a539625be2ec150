import { spawnSync } from "node:child_process"
import { join } from "node:path"
import type { Benchmark } from "@safe-return/bench"

const TIMES = 11
const MOST_SECONDS = 0.25
const MAIN = join(import.meta.dirname, "../src/main.ts")

/** Both the command's own and the system's time for it, in seconds. */
const processorSeconds = (): number => {
  const timed = `TIMEFORMAT="%U %S"; time "$0" "$1" deadline 2026-12-23T20:00:00Z --json`
  const { status, stdout, stderr } = spawnSync("bash", ["-c", timed, process.execPath, MAIN], { encoding: "utf8" })
  if (status !== 0 || !stdout.includes("2026-12-26T20:00:00")) throw new Error(`No deadline was told: ${stderr}`)
  const [user, system] = stderr.trim().split(" ").map(Number)
  return (user ?? Number.NaN) + (system ?? Number.NaN)
}

const deadline: Benchmark = {
  id: "cli.deadline",
  work: "`safe-return deadline` for one return: the processor's time",
  run: async () => {
    // The first compiles what the others find compiled.
    processorSeconds()
    const times = Array.from({ length: TIMES }, processorSeconds).sort((one, other) => one - other)
    const median = times[Math.floor(TIMES / 2)] ?? Number.NaN
    return {
      ours: { median, p99: times.at(-1) ?? Number.NaN, unit: "s", runs: TIMES },
      peers: [],
      must: `under ${MOST_SECONDS} s`,
      met: median < MOST_SECONDS
    }
  }
}

export const cliBenchmarks: ReadonlyArray<Benchmark> = [deadline]

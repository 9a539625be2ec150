import { spawnSync } from "node:child_process"
import { join } from "node:path"
import type { Benchmark } from "@safe-return/bench"
import { bundleOf } from "@safe-return/bundle/make"
import { scorecardEngland } from "./scorecardEngland.ts"

const TIMES = 11
const MOST_SECONDS = 0.25
const MAIN = join(import.meta.dirname, "../src/main.js")
const SOURCES = join(import.meta.dirname, "../src/runCommandLine.ts")

/** Both the command's own and the system's time for it, in seconds. */
const processorSeconds = (program: string): number => {
  const timed = `TIMEFORMAT="%U %S"; time "$0" "$1" deadline 2026-12-23T20:00:00Z --json`
  const { status, stdout, stderr } = spawnSync("bash", ["-c", timed, process.execPath, program], { encoding: "utf8" })
  if (status !== 0 || !stdout.includes("2026-12-26T20:00:00")) throw new Error(`No deadline was told: ${stderr}`)
  const [user, system] = stderr.trim().split(" ").map(Number)
  return (user ?? Number.NaN) + (system ?? Number.NaN)
}

const timesOf = (program: string): { readonly median: number; readonly p99: number } => {
  // The first compiles what the others find compiled.
  processorSeconds(program)
  const times = Array.from({ length: TIMES }, () => processorSeconds(program)).sort((one, other) => one - other)
  return { median: times[Math.floor(TIMES / 2)] ?? Number.NaN, p99: times.at(-1) ?? Number.NaN }
}

const deadline: Benchmark = {
  id: "cli.deadline",
  work: "`safe-return deadline` for one return, from its bundle: the processor's time",
  run: async () => {
    await bundleOf(SOURCES)
    const [own, sources] = [timesOf(MAIN), timesOf(SOURCES)]
    const peer = { name: "the same from its sources, compiled each time", ...sources }
    return {
      ours: { ...own, unit: "s", runs: TIMES },
      peers: [{ ...peer, ratio: Number((sources.median / own.median).toPrecision(3)) }],
      must: `under ${MOST_SECONDS} s`,
      met: own.median < MOST_SECONDS
    }
  }
}

export const cliBenchmarks: ReadonlyArray<Benchmark> = [deadline, scorecardEngland]

/** Runs a program and says what it took, all its threads together. */
import { spawnSync } from "node:child_process"

export interface ProcessTimes {
  readonly output: string
  /** Seconds of the processor, the program's own and the system's for it. */
  readonly processor: number
  /** Seconds by the clock, from its start to its end. */
  readonly clock: number
  readonly megabytes: number
}

const LARGEST_OUTPUT = 64 * 1024 * 1024

/**
 * Loaded before the program; what it took is written to a stream of its own as it ends. Linux counts the memory of the
 * process that started it into `maxRSS`, so the kernel's own high-water mark is asked where there is one.
 */
const REPORT = `import { existsSync, readFileSync, writeSync } from "node:fs"
const STATUS = "/proc/self/status"
const highWaterMark = () => existsSync(STATUS) ? Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync(STATUS, "utf8"))?.[1]) : undefined
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeSync(3, JSON.stringify({ userCPUTime, systemCPUTime, kilobytes: highWaterMark() ?? maxRSS }))
})`

export const processTimes = (program: string, args: ReadonlyArray<string>): ProcessTimes => {
  const from = performance.now()
  const { status, stdout, stderr, output } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(REPORT)}`, program, ...args],
    { encoding: "utf8", stdio: ["ignore", "pipe", "pipe", "pipe"], maxBuffer: LARGEST_OUTPUT }
  )
  const clock = (performance.now() - from) / 1_000
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`)
  const { userCPUTime, systemCPUTime, kilobytes } = JSON.parse(output[3] ?? "")
  return { output: stdout, processor: (userCPUTime + systemCPUTime) / 1_000_000, clock, megabytes: kilobytes / 1_024 }
}

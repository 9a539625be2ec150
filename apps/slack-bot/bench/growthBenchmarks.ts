/** What it costs to run among ten years of finished children, held to what it may cost at any number of them. */
import type { Benchmark, Measured } from "@safe-return/bench"
import { type Growth, measureGrowth, type StorageKind } from "./growth.ts"
import { rounded } from "./load/figures.ts"

const FEW = 1_000
const TEN_YEARS = 50_000
const MOST_SECONDS = 3
const MOST_MEGABYTES = 300
const MOST_TIMES = 1.5
const MOST_IDLE_SECONDS = 0.3
const MOST_TRANSACTIONS = 60

const measured = (
  value: number,
  unit: Measured["ours"]["unit"],
  { must, met }: Pick<Measured, "must" | "met">,
  peers: Measured["peers"] = []
): Measured => ({ ours: { median: rounded(value), p99: rounded(value), unit, runs: 1 }, peers, must, met })

const startOf = (kept: StorageKind): Benchmark => ({
  id: `start.${kept}`,
  work: `a start among ${TEN_YEARS} episodes that are over, ${kept === "folder" ? "in files" : "in PostgreSQL"}: the processor's time`,
  run: async () => {
    const { start, memory } = await measureGrowth(kept, TEN_YEARS)
    return measured(start, "s", {
      must: `under ${MOST_SECONDS} s and ${MOST_MEGABYTES} MB (measured: ${Math.round(memory)} MB)`,
      met: start < MOST_SECONDS && memory < MOST_MEGABYTES
    })
  }
})

const timesAs = (many: Growth, few: Growth, which: "home" | "queue"): number => rounded(many[which] / few[which])

const homeOpen: Benchmark = {
  id: "home.open",
  work: `the Home opened among ${TEN_YEARS} episodes that are over`,
  run: async () => {
    const [few, many] = [await measureGrowth("postgres", FEW), await measureGrowth("postgres", TEN_YEARS)]
    const [home, queue] = [timesAs(many, few, "home"), timesAs(many, few, "queue")]
    const peer = { name: `the same among ${FEW}`, median: rounded(few.home), p99: rounded(few.home) }
    return measured(
      many.home,
      "ms",
      {
        must: `at most ${MOST_TIMES} × as long as among ${FEW} (measured: ${home}), and so the queue (measured: ${queue})`,
        met: home <= MOST_TIMES && queue <= MOST_TIMES
      },
      [{ ...peer, ratio: rounded(few.home / many.home) }]
    )
  }
}

const idle: Benchmark = {
  id: "idle",
  work: `a minute in which nothing happens, among ${TEN_YEARS} episodes that are over: the processor's time`,
  run: async () => {
    const { idle, transactions = 0 } = await measureGrowth("postgres", TEN_YEARS, "with an idle minute")
    return measured(idle ?? Number.NaN, "s", {
      must: `under ${MOST_IDLE_SECONDS} s and ${MOST_TRANSACTIONS} transactions (measured: ${transactions})`,
      met: (idle ?? Number.POSITIVE_INFINITY) < MOST_IDLE_SECONDS && transactions <= MOST_TRANSACTIONS
    })
  }
}

export const growthBenchmarks: ReadonlyArray<Benchmark> = [startOf("folder"), startOf("postgres"), homeOpen, idle]

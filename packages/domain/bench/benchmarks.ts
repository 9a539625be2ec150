import type { Benchmark } from "@safe-return/bench"
import { clocksExplained } from "./clocksExplained.ts"
import { clocksPlain } from "./clocksPlain.ts"
import { pathwayDecide } from "./pathwayDecide.ts"
import { pathwayFold } from "./pathwayFold.ts"
import { triggersMillion } from "./triggersMillion.ts"

/** The domain's benchmarks. One file each; a new one is one line here. */
export const domainBenchmarks: ReadonlyArray<Benchmark> = [
  clocksPlain,
  clocksExplained,
  pathwayDecide,
  pathwayFold,
  triggersMillion
]

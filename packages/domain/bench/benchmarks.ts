import type { Benchmark } from "./benchmark.ts"
import { clocksExplained } from "./clocksExplained.ts"
import { clocksPlain } from "./clocksPlain.ts"
import { pathwayDecide } from "./pathwayDecide.ts"
import { pathwayFold } from "./pathwayFold.ts"
import { triggersMillion } from "./triggersMillion.ts"

/** Every benchmark of the domain, in the order of the table. One file each; a new one is one line here. */
export const benchmarks: ReadonlyArray<Benchmark> = [
  clocksPlain,
  clocksExplained,
  pathwayDecide,
  pathwayFold,
  triggersMillion
]

import { cliBenchmarks } from "../../../apps/cli/bench/benchmarks.ts"
import { slackBenchmarks } from "../../../apps/slack-bot/bench/benchmarks.ts"
import { domainBenchmarks } from "../../domain/bench/benchmarks.ts"
import { journalBenchmarks } from "../../journal/bench/benchmarks.ts"
import type { Benchmark } from "./benchmark.ts"

/** Every benchmark, in the order of the table. Each package and app keeps its own; another list is one line here. */
export const benchmarks: ReadonlyArray<Benchmark> = [
  ...domainBenchmarks,
  ...journalBenchmarks,
  ...slackBenchmarks,
  ...cliBenchmarks
]

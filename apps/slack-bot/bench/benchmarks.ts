import type { Benchmark } from "@safe-return/bench"
import { growthBenchmarks } from "./growthBenchmarks.ts"
import { outreachSweep } from "./outreachSweep.ts"
import { slackNotify } from "./slackNotify.ts"
import { slackRead } from "./slackRead.ts"
import { slackWrite } from "./slackWrite.ts"

/** The bot's benchmarks, beside what they cannot be quicker than. */
export const slackBenchmarks: ReadonlyArray<Benchmark> = [
  slackRead,
  slackWrite,
  slackNotify,
  outreachSweep,
  ...growthBenchmarks
]

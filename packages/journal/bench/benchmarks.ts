import type { Benchmark } from "@safe-return/bench"
import { journalAppend } from "./journalAppend.ts"
import { journalPostgres } from "./journalPostgres.ts"

/** The journal's benchmarks, beside what they cannot be quicker than. */
export const journalBenchmarks: ReadonlyArray<Benchmark> = [journalAppend, journalPostgres]

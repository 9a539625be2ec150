import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { isDeepStrictEqual } from "node:util"
import type { Benchmark } from "@safe-return/bench"
import { bundleOf } from "@safe-return/bundle/make"
import { utc } from "@safe-return/domain/calendar"
import { parseMonth } from "@safe-return/domain/scorecard"
import { Option } from "effect"
import { comparableAnswer, withoutZeros } from "./comparableAnswer.ts"
import { writeEnglandTable } from "./englandTable.ts"
import { type ProcessTimes, processTimes } from "./processTimes.ts"
import { type SqlQuestion, sqlQuestion } from "./sqlQuestion.ts"

const TIMES = 7
const MOST_MEGABYTES = 512
const MOST_TIMES_AS_LONG = 2
const MONTH = "2024-02"
/** When no interview of the month is open any more. */
const AS_OF = utc(2024, 12, 1)

const MAIN = join(import.meta.dirname, "../src/main.js")
const SOURCES = join(import.meta.dirname, "../src/runCommandLine.ts")
const SQL = join(import.meta.dirname, "scorecardInSql.js")

const loads = {
  "months-asked-for": "DuckDB, keeping only rows of the months asked for and given London's calendar",
  "whole-table": "DuckDB, the table loaded whole and then asked"
} as const satisfies Readonly<Record<SqlQuestion["load"], string>>

const middle = (values: ReadonlyArray<number>): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

const rounded = (value: number): number => Number(value.toPrecision(3))

const timing = (times: ReadonlyArray<ProcessTimes>) => {
  const processor = times.map((each) => each.processor)
  return { median: rounded(middle(processor)), p99: rounded(Math.max(...processor)) }
}

const clock = (times: ReadonlyArray<ProcessTimes>): number => middle(times.map((each) => each.clock))

export const scorecardEngland: Benchmark = {
  id: "scorecard.england",
  work: "`safe-return scorecard` of a month from a CSV of 2,367,500 episodes, 25 years of England: the processor's time",
  run: async () => {
    await bundleOf(SOURCES)
    const folder = mkdtempSync(join(tmpdir(), "england-"))
    try {
      const file = join(folder, "england.csv")
      writeEnglandTable(file, join(folder, "year.csv"))
      const month = Option.getOrThrow(parseMonth(MONTH))
      const ours = () =>
        processTimes(MAIN, [
          "scorecard",
          "--episodes",
          file,
          "--month",
          MONTH,
          "--as-of",
          new Date(AS_OF).toISOString(),
          "--json"
        ])
      const inSql = (load: SqlQuestion["load"]) =>
        processTimes(SQL, [file, JSON.stringify(sqlQuestion(month, AS_OF, load))])
      const peers = Object.entries(loads).map(([load, name]) => ({
        name,
        run: () => inSql(load as SqlQuestion["load"]),
        times: [] as Array<ProcessTimes>
      }))
      const own: Array<ProcessTimes> = []
      const answer = withoutZeros(comparableAnswer(JSON.parse(ours().output)))
      for (const { name, run } of peers) {
        const theirs = withoutZeros(JSON.parse(run().output))
        if (!isDeepStrictEqual(theirs, answer)) {
          throw new Error(`${name} comes to another scorecard: ${JSON.stringify(theirs)}\n${JSON.stringify(answer)}`)
        }
      }
      for (let time = 0; time < TIMES; time += 1) {
        own.push(ours())
        for (const { run, times } of peers) times.push(run())
      }
      const megabytes = Math.max(...own.map((each) => each.megabytes))
      const { median, p99 } = timing(own)
      const isInTime = peers.every(
        ({ times }) =>
          median <= MOST_TIMES_AS_LONG * timing(times).median && clock(own) <= MOST_TIMES_AS_LONG * clock(times)
      )
      const clocks = [own, ...peers.map(({ times }) => times)].map((times) => clock(times).toFixed(2))
      return {
        ours: { median, p99, unit: "s", runs: TIMES },
        peers: peers.map(({ name, times }) => {
          const theirs = timing(times)
          return { name, ...theirs, ratio: rounded(theirs.median / median) }
        }),
        must: `at most ${MOST_TIMES_AS_LONG} × the processor's time and the clock of either, under ${MOST_MEGABYTES} MB (measured: ${clocks.join(", ")} s by the clock, in the order of the rows; ${Math.round(megabytes)} MB)`,
        met: isInTime && megabytes < MOST_MEGABYTES
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

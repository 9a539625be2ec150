import type { Benchmark } from "@safe-return/bench"
import { subDays } from "date-fns"
import { calendars } from "../src/calendar/index.ts"
import type { ChildHistory } from "../src/risk/index.ts"
import { triggersFired } from "../src/risk/index.ts"
import { CASELOAD_NOW, madeUpCaseload } from "./madeUpCaseload.ts"

const CHILDREN = 100_000
const RUNS = 5
const MUST_SECONDS = 2

/** How much slower an episode may be among ten times as many: caches and the collector of a busy machine. */
const MOST_FOR_LINEAR = 2

const seconds = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1_000
}

const sorted = (times: ReadonlyArray<number>): ReadonlyArray<number> => [...times].sort((a, b) => a - b)
const median = (times: ReadonlyArray<number>): number => sorted(times)[Math.floor(times.length / 2)] ?? Number.NaN
const slowest = (times: ReadonlyArray<number>): number => sorted(times).at(-1) ?? Number.NaN
const rounded = (value: number): number => Number(value.toPrecision(3))

const fireAll = (caseload: ReadonlyArray<ChildHistory>): number => {
  let firings = 0
  for (const { state, facts } of caseload) {
    firings += triggersFired(
      state,
      facts === undefined ? { calendars, now: CASELOAD_NOW } : { calendars, now: CASELOAD_NOW, facts }
    ).length
  }
  return firings
}

const dates = new Map<ChildHistory, ReadonlyArray<Date>>()

/** The one rule most often written by hand: for every episode, those of the 30 days before it. */
const repeatsByDateFns = (history: ChildHistory): number => {
  const starts = dates.get(history) ?? []
  return starts.filter((last) => {
    const after = subDays(last, 30)
    return starts.filter((start) => start > after && start <= last).length >= 3
  }).length
}

const repeatsByUs = ({ state }: ChildHistory): number =>
  triggersFired(state, { calendars, now: CASELOAD_NOW }).filter(({ rule }) => rule === "repeat-episodes").length

/** Over a night the clocks change `subDays` is an hour out, where it goes by the host's zone: compared in UTC alone. */
const compareAnswers = (caseload: ReadonlyArray<ChildHistory>): void => {
  if (new Date(2026, 6, 1).getTimezoneOffset() !== 0) return
  for (const history of caseload) {
    if (repeatsByUs(history) !== repeatsByDateFns(history)) {
      throw new Error(`The loop with date-fns has another answer than ours for ${history.child}`)
    }
  }
}

export const triggersMillion: Benchmark = {
  id: "triggers.million",
  work: "all of Rotherham's triggers over 100,000 children with 1,000,000 episodes, in memory",
  run: async () => {
    const caseload = madeUpCaseload(CHILDREN)
    const tenth = caseload.slice(0, CHILDREN / 10)
    for (const history of caseload)
      dates.set(
        history,
        history.state.episodes.map(({ missingAt }) => new Date(missingAt))
      )
    compareAnswers(tenth)
    if (fireAll(tenth) < CHILDREN / 10) throw new Error("too few triggers fire for the time to mean anything")
    const all: Array<number> = []
    const ofTenth: Array<number> = []
    const peer: Array<number> = []
    for (let run = 0; run < RUNS; run += 1) {
      all.push(seconds(() => fireAll(caseload)))
      ofTenth.push(seconds(() => fireAll(tenth)))
      peer.push(seconds(() => caseload.reduce((sum, history) => sum + repeatsByDateFns(history), 0)))
    }
    const growth = median(all) / median(ofTenth) / 10
    return {
      ours: { median: rounded(median(all)), p99: rounded(slowest(all)), unit: "s", runs: RUNS },
      peers: [
        {
          name: "date-fns loop for the repeat rule alone, one of Rotherham's eleven",
          median: rounded(median(peer)),
          p99: rounded(slowest(peer)),
          ratio: rounded(median(peer) / median(all))
        }
      ],
      must: `under ${MUST_SECONDS} s; an episode costs at most ${MOST_FOR_LINEAR} times as much among ten times as many children (measured: ${rounded(growth)})`,
      met: median(all) < MUST_SECONDS && growth < MOST_FOR_LINEAR
    }
  }
}

/** The figures a benchmark hands over, from what the generator saw. */
import type { Timing } from "@safe-return/bench"
import type { LoadResult } from "./Load.ts"

const quantile = (sorted: ReadonlyArray<number>, at: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN

export const rounded = (value: number): number => Number(value.toPrecision(3))

/** Of several rounds together. Milliseconds, whatever the seconds of `latencies` are in. */
export const timingOf = (latencies: ReadonlyArray<number>): Timing => {
  const sorted = latencies.toSorted((a, b) => a - b)
  return { median: rounded(quantile(sorted, 0.5)), p99: rounded(quantile(sorted, 0.99)) }
}

/** Of several rounds, the middle one: a busy moment of the machine then counts for one round alone. */
export const middle = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export const perSecond = (rounds: ReadonlyArray<LoadResult>): number =>
  middle(rounds.map(({ latencies, seconds }) => latencies.length / seconds))

export const latenciesOf = (rounds: ReadonlyArray<LoadResult>): ReadonlyArray<number> =>
  rounds.flatMap(({ latencies }) => latencies)

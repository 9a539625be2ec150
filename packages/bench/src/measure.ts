import { Bench } from "tinybench"
import type { Timing } from "./benchmark.ts"

/** Work to time. `run` does it `times` times over, so that one look at the clock is shared by many pieces of work. */
export interface Task {
  readonly name: string
  readonly times: number
  /** Returns something made of every answer, so that none can be left out by the compiler. */
  readonly run: () => unknown
}

/** Nanoseconds for one piece of work. `p99` is over the samples, each the mean of one `run`. */
export interface Measurement extends Timing {
  readonly name: string
  readonly runs: number
}

const ROUNDS = 5
const MILLISECONDS_A_ROUND = 150

const quantile = (sorted: ReadonlyArray<number>, at: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN

const samplesOf = (task: Task, bench: Bench): ReadonlyArray<number> => {
  const result = bench.getTask(task.name)?.result
  if (result?.state !== "completed") throw new Error(`${task.name} was not measured`)
  return (result.latency.samples ?? []).map((milliseconds) => (milliseconds * 1_000_000) / task.times)
}

/** Times the tasks in turn, several rounds over, so that a busy moment of the machine does not fall on one alone. */
export const measure = async (tasks: ReadonlyArray<Task>): Promise<ReadonlyArray<Measurement>> => {
  const samples = tasks.map((): Array<number> => [])
  for (let round = 0; round < ROUNDS; round += 1) {
    const bench = new Bench({ time: MILLISECONDS_A_ROUND, iterations: 5, warmupTime: 250, retainSamples: true })
    for (const { name, run } of tasks) bench.add(name, run)
    await bench.run()
    for (const [index, task] of tasks.entries()) samples[index]?.push(...samplesOf(task, bench))
  }
  return samples.map((ofTask, index) => {
    const sorted = ofTask.toSorted((a, b) => a - b)
    const { name, times } = tasks[index] ?? { name: "", times: 0 }
    return { name, median: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), runs: sorted.length * times }
  })
}

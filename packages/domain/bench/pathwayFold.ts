import { type Benchmark, measure } from "@safe-return/bench"
import { fold } from "../src/pathway/index.ts"
import { streamOf } from "./madeUpStream.ts"

const MANY = 10_000
const FEW = 1_000

/** How much dearer an event may be among ten times as many: caches and the collector of a busy machine. */
const MOST_FOR_LINEAR = 2

const rounded = (value: number): number => Number(value.toPrecision(3))

export const pathwayFold: Benchmark = {
  id: "pathway.fold",
  work: "folding one child's stream of 10,000 events, for one event",
  run: async () => {
    const [many, few] = [streamOf(MANY), streamOf(FEW)]
    if (fold(many.recorded).episodes.length !== many.state.episodes.length) {
      throw new Error("the fold has another answer than the events one by one")
    }
    const [ours, short] = await measure([
      { name: "10,000 events", times: MANY, run: () => fold(many.recorded).episodes.length },
      { name: "1,000 events", times: FEW, run: () => fold(few.recorded).episodes.length }
    ])
    if (ours === undefined || short === undefined) throw new Error("nothing was measured")
    const ratio = short.median / ours.median
    return {
      ours: { median: rounded(ours.median), p99: rounded(ours.p99), unit: "ns", runs: ours.runs },
      peers: [
        {
          name: "one event of a stream of 1,000: the same work, ten times shorter",
          median: rounded(short.median),
          p99: rounded(short.p99),
          ratio: rounded(ratio)
        }
      ],
      must: "an event of 10,000 costs at most twice an event of 1,000 (linear)",
      met: ratio >= 1 / MOST_FOR_LINEAR
    }
  }
}

import { type Benchmark, measure } from "@safe-return/bench"
import { Result } from "effect"
import { type ChildState, type Command, decide, preview } from "../src/pathway/index.ts"
import { at } from "../test/pathway/madeUpChild.ts"
import { nextCommands, streamOf } from "./madeUpStream.ts"

const EVENTS = 200
const MUST_NANOSECONDS = 20_000
const TIMES = 200
const context = { now: at(1_000_000) }

interface Turn {
  readonly state: ChildState
  readonly command: Command
}

const put = ({ state, command }: Turn): ChildState => preview(state, Result.getOrThrow(decide(state, command, context)))

/** One command of every step of one more episode, each on the state it meets: 200 events and those of that episode. */
const turns = (): ReadonlyArray<Turn> => {
  let { state } = streamOf(EVENTS)
  return nextCommands(EVENTS).map((command) => {
    const turn = { state, command }
    state = put(turn)
    return turn
  })
}

const rounded = (value: number): number => Number(value.toPrecision(3))

/** The slowest kind of command stands for all: nobody waits for an average. */
export const pathwayDecide: Benchmark = {
  id: "pathway.decide",
  work: "decide and evolve, one command on a child with 200 events already folded (the slowest of 11 kinds)",
  run: async () => {
    const measured = await measure(
      turns().map((turn, index) => ({
        name: `${index} ${turn.command._tag}`,
        times: TIMES,
        run: () => {
          let episodes = 0
          for (let time = 0; time < TIMES; time += 1) episodes += put(turn).episodes.length
          return episodes
        }
      }))
    )
    const slowest = measured.reduce((slow, one) => (one.median > slow.median ? one : slow))
    return {
      ours: { median: rounded(slowest.median), p99: rounded(slowest.p99), unit: "ns", runs: slowest.runs },
      peers: [],
      must: "under 20 µs",
      met: slowest.median < MUST_NANOSECONDS
    }
  }
}

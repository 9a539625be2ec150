/** Runs one benchmark, in a process of its own, and says what came of it to the one that started it: `runOne.ts ID`. */
import { benchmarks } from "./benchmarks.ts"

const [, , id] = process.argv
const benchmark = benchmarks.find((each) => each.id === id)
if (benchmark === undefined) throw new Error(`There is no benchmark ${id}.`)
process.send?.(await benchmark.run())
process.disconnect()

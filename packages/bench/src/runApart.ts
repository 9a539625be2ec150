/** Runs a benchmark in a process of its own, and fails where what it measures reports an error. */
import { fork } from "node:child_process"
import { once } from "node:events"
import { text } from "node:stream/consumers"
import { stripVTControlCharacters } from "node:util"
import type { Benchmark, Measured } from "./benchmark.ts"

const REPORTED = /^\[[\d:.]+\] (?:ERROR|FATAL) \(#\d+\): .*/gm

/** The errors that were reported, but for those that the work itself calls for. */
const errorsIn = (printed: string, expected: ReadonlyArray<string>): ReadonlyArray<string> =>
  (stripVTControlCharacters(printed).match(REPORTED) ?? []).filter(
    (line) => !expected.some((words) => line.includes(words))
  )

/** Apart, as what an earlier one left in memory would be swept up while a later one is timed. */
export const runApart = async (
  program: string,
  { id, reports = [] }: Pick<Benchmark, "id" | "reports">
): Promise<Measured> => {
  const child = fork(program, [id], { serialization: "advanced", stdio: ["ignore", "pipe", "pipe", "ipc"] })
  let measured: Measured | undefined
  child.once("message", (message) => {
    measured = message as Measured
  })
  const printed = Promise.all([child.stdout, child.stderr].map((stream) => (stream === null ? "" : text(stream))))
  child.stdout?.pipe(process.stderr, { end: false })
  child.stderr?.pipe(process.stderr, { end: false })
  const [code] = await once(child, "exit")
  const [error, ...more] = errorsIn((await printed).join("\n"), reports)
  if (error !== undefined) {
    throw new Error(`${id} measured what failed: it reported ${more.length + 1} errors, first ${error}`)
  }
  if (measured === undefined) throw new Error(`${id} ended with ${code} and without figures`)
  return measured
}

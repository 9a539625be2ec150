/** Runs all benchmarks, or those whose ids are given, beside their peers; exits 1 when a target is not met. */
import { join } from "node:path"
import { benchmarks } from "./benchmarks.ts"
import { type Result, tableOf, writeDown } from "./report.ts"
import { runApart } from "./runApart.ts"

// The zone in which `date-fns` is fastest on a plain `Date`: peers are not slowed by the host they run on.
process.env["TZ"] = "UTC"

const asked = process.argv.slice(2)
const unknown = asked.filter((id) => !benchmarks.some((benchmark) => benchmark.id === id))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(", ")}. There are ${benchmarks.map(({ id }) => id).join(", ")}.\n`
  )
  process.exit(2)
}

const RUN_ONE = join(import.meta.dirname, "runOne.ts")
const results: Array<Result> = []
const failed: Array<string> = []
for (const benchmark of benchmarks) {
  const { id, work } = benchmark
  if (asked.length > 0 && !asked.includes(id)) continue
  process.stderr.write(`${id} …\n`)
  const measured = await runApart(RUN_ONE, benchmark).catch((fault: Error) => {
    failed.push(fault.message)
  })
  if (measured) results.push({ id, work, ...measured })
}

process.stdout.write(`${tableOf(results)}\n`)
writeDown(results, new Date().toISOString().slice(0, 10))
for (const message of failed) process.stderr.write(`${message}\n`)
process.exitCode = failed.length === 0 && results.every(({ met }) => met) ? 0 : 1

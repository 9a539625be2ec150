/** `npx -y pnpm@12 fuzz`: the properties of every test on fresh seeds, over and over. */
import { spawn } from "node:child_process"
import { randomInt } from "node:crypto"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import type { JsonTestResults } from "vitest/node"
import type { PropertyRun } from "../properties/PropertyRun.ts"
import { type FuzzArguments, fuzzArguments, usage } from "./arguments.ts"
import { propertyFiles } from "./propertyFiles.ts"
import { findingText, isFound, summary, testKey } from "./report.ts"

const root = join(import.meta.dirname, "../../../..")

/** Each property goes over no more seeds than these in a round, and over as many as its time allows. */
const SEEDS_A_ROUND = 50

const readArguments = (): FuzzArguments => {
  try {
    return fuzzArguments(process.argv.slice(2))
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause))
    console.error(usage)
    process.exit(2)
  }
}

const { minutes, seed: firstSeed = randomInt(2 ** 31), workers, patterns } = readArguments()
const files = propertyFiles(root, patterns)
if (files.length === 0) {
  console.error(`No test file with a property has ${patterns.join(" or ")} in its path.`)
  process.exit(2)
}

const begun = Date.now()
const until = Math.round(begun + minutes * 60_000)
const folder = mkdtempSync(join(tmpdir(), "safe-return-fuzz-"))
process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
const [tally, report] = [join(folder, "tally.ndjson"), join(folder, "report.json")]

const triedSoFar = (): ReadonlyArray<PropertyRun> =>
  existsSync(tally)
    ? readFileSync(tally, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line): PropertyRun => JSON.parse(line))
    : []

/** So that in the minutes given every file has its turn, even on one core. */
const limitMs = Math.round(Math.min(60_000, Math.max(500, (minutes * 60_000) / (files.length * 2))))

/** One round over all files; what it said is of use only where it could not even begin. */
const runRound = (seed: number) => {
  rmSync(report, { force: true })
  const vitest = join(root, "node_modules/vitest/vitest.mjs")
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`]
  const options = ["--testTimeout=3600000", "--hookTimeout=3600000", `--maxWorkers=${workers}`]
  const env = {
    ...process.env,
    PROPERTY_SEED: String(seed),
    FUZZ_TALLY: tally,
    FUZZ_TIMES: String(SEEDS_A_ROUND),
    FUZZ_LIMIT_MS: String(limitMs),
    FUZZ_UNTIL: String(until)
  }
  const child = spawn(process.execPath, [vitest, "run", ...reporters, ...options, ...files], { cwd: root, env })
  let said = ""
  const take = (chunk: unknown) => {
    said += chunk
  }
  child.stdout.on("data", take)
  child.stderr.on("data", take)
  return new Promise<string>((resolve) => child.once("close", () => resolve(said)))
}

console.log(`fuzz: ${files.length} test files with properties, from seed ${firstSeed}, for ${minutes} minutes`)
const [shown, others] = [new Set<string>(), new Set<string>()]
for (let seed = firstSeed; Date.now() < until; seed = (seed + 1) % 2 ** 31) {
  const said = await runRound(seed)
  if (!existsSync(report)) {
    console.error(said)
    console.error("fuzz: the tests did not run to their end.")
    process.exit(1)
  }
  for (const one of triedSoFar()) {
    if (!isFound(one) || shown.has(testKey(one))) continue
    shown.add(testKey(one))
    console.log(findingText(root, one))
  }
  const { testResults }: JsonTestResults = JSON.parse(readFileSync(report, "utf8"))
  for (const { name: file, message, assertionResults } of testResults) {
    // A file may fail as a whole, by what it left behind.
    const failed = assertionResults.filter(({ status }) => status === "failed")
    if (message !== "" && failed.length === 0) failed.push({ title: file, failureMessages: [message] } as never)
    for (const { ancestorTitles = [], title, failureMessages } of failed) {
      const key = testKey({ file, test: [...ancestorTitles, title].join(" > ") })
      if (shown.has(key) || others.has(key)) continue
      others.add(key)
      console.log(
        `FAILED, not by a property: ${relative(root, file)}\n  ${title}\n  ${failureMessages?.join("\n  ")}\n`
      )
    }
  }
}
const all = triedSoFar()
console.log(summary(all, others.size, (Date.now() - begun) / 60_000))
process.exitCode = all.some(isFound) || others.size > 0 ? 1 : 0

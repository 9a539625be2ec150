/**
 * Mutation tests: `mutation-test [--sample N] [--seed S] [room, or folder or file in it …]`, by default the domain's
 * deadlines, risk and pathway. Prints what survived and ends with status 1 when a score is below what its room must have.
 */
import { spawn } from "node:child_process"
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { read, write } from "./log.ts"
import { report } from "./report.ts"
import { neverAsked, placeOf } from "./rooms.ts"

/** The quickest tests kill nine mutants of ten: each pass takes longer tests to fewer mutants. */
const passes = [15, 150, 1_500, Number.POSITIVE_INFINITY]

/**
 * One test with one mutant takes a moment: after a hundred times the longest of the pass, and on a busy machine no less than
 * ten seconds, it hangs where the switch cannot count. Such as one that walks working days through millions of years.
 */
const hangsAfter = (longest: number): number => Math.min(120_000, Math.max(10_000, longest * 100))

const root = join(import.meta.dirname, "../../../..")
const folder = join(root, ".safe-return/mutation")

const sourcesIn = (source: string): ReadonlyArray<string> =>
  globSync([source, `${source}/**/*.ts`], { cwd: root })
    .filter((file) => file.endsWith(".ts") && !file.endsWith("/index.ts"))
    .sort()

interface Run {
  readonly log: string
  readonly list: string
  readonly longest: number
  readonly env: NodeJS.ProcessEnv
}

/** Runs the tests once; false when a mutant made them hang, which is then dead. */
const ranThrough = ({ log, longest, env }: Run): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const vitest = join(root, "node_modules/vitest/vitest.mjs")
    const config = join(import.meta.dirname, "vitest.config.ts")
    const args = [vitest, "run", "--config", config, "--reporter", "dot"]
    const tests = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] })
    let said = ""
    tests.stdout.on("data", (text) => {
      said += text
    })
    let seen = { lines: 0, since: Date.now() }
    let hung: string | undefined
    const watch = setInterval(() => {
      const lines = read(log)
      if (lines.length !== seen.lines) seen = { lines: lines.length, since: Date.now() }
      const last = lines.at(-1)
      if (last === undefined || !("trying" in last) || Date.now() - seen.since < hangsAfter(longest)) return
      hung = last.trying
      tests.kill("SIGKILL")
    }, 1_000)
    tests.on("exit", (status) => {
      clearInterval(watch)
      if (hung !== undefined) write(log, { dead: hung, by: "time", endless: true })
      if (hung === undefined && status !== 0) reject(new Error(`The tests do not pass without mutants:\n${said}`))
      else resolve(hung === undefined)
    })
  })

interface Sample {
  /** How many mutants, drawn at random; without it, all. */
  readonly sample?: string | undefined
  readonly seed?: string | undefined
}

/** Whether the score is what its room must have. */
const isEnough = async (asked: string, { sample = "", seed = "1" }: Sample): Promise<boolean> => {
  const { room, source } = placeOf(asked)
  const name = asked.replaceAll("/", "-")
  const run = { log: join(folder, `${name}.log`), list: join(folder, `${name}.json`) }
  mkdirSync(folder, { recursive: true })
  writeFileSync(run.log, "")
  const sources = sourcesIn(source)
  if (sources.length === 0) throw new Error(`There is nothing at ${source}.`)
  for (const longest of passes) {
    const env = {
      ...process.env,
      MUTATION_SOURCES: sources.join(","),
      MUTATION_TESTS: room.tests.join(","),
      MUTATION_TESTS_LEFT_OUT: neverAsked.join(","),
      MUTATION_OF_APP: String(room.isOfApp),
      MUTATION_SAMPLE: sample,
      MUTATION_SEED: seed,
      MUTATION_LOG: run.log,
      MUTATION_LIST: run.list,
      MUTATION_LONGEST: String(longest)
    }
    process.stderr.write(`${asked}: tests of up to ${longest} ms …\n`)
    while (!(await ranThrough({ ...run, longest, env })))
      process.stderr.write(`${asked}: a mutant hung; going on without it\n`)
  }
  const { score, text } = report(root, asked, JSON.parse(readFileSync(run.list, "utf8")), read(run.log))
  process.stdout.write(`${text}\n\n`)
  return score >= room.leastPercent
}

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string" }, seed: { type: "string" } }
})
for (const one of asked.length > 0 ? asked : ["deadlines", "risk", "pathway"]) {
  if (!(await isEnough(one, values))) process.exitCode = 1
}

/**
 * Mutation tests: `mutation-test [--sample N] [--seed S] [--seconds T] [--without G] [room, or folder or file in it …]`, by
 * default the domain's deadlines, risk and pathway. Prints what survived and ends with status 1 when a score is below what
 * its room must have.
 */
import { spawn } from "node:child_process"
import { globSync, mkdirSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { read, write } from "./log.ts"
import { drawn, instrumented } from "./mutants.ts"
import { planned } from "./plan.ts"
import { report } from "./report.ts"
import { neverAsked, placeOf } from "./rooms.ts"

/** Most mutants die within the first second or so of tests, and need not see the long ones. */
const firstSeconds = 2

/** After a hundred times its longest pass, and at least ten seconds, a test hangs where the switch cannot count. */
const hangsAfter = (longest: number): number => Math.min(120_000, Math.max(10_000, longest * 100))

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    /** How many mutants of each room, drawn at random; without it, all. */
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    /** How long the tests of one mutant may take together; without it, all that reach it are asked. */
    seconds: { type: "string" },
    /** Test files that are not asked, as a pattern. */
    without: { type: "string", multiple: true, default: [] }
  }
})

const root = join(import.meta.dirname, "../../../..")
const folder = join(root, ".safe-return/mutation")
const [log, list, code, planFile] = ["log.jsonl", "mutants.json", "code.json", "plan.json"].map((name) =>
  join(folder, name)
) as [string, string, string, string]

const sourcesIn = (source: string): ReadonlyArray<string> =>
  globSync([source, `${source}/**/*.ts`], { cwd: root })
    .filter((file) => file.endsWith(".ts") && !file.endsWith("/index.ts"))
    .sort()

interface Run {
  readonly tests: ReadonlyArray<string>
  readonly isOfApp: boolean
  readonly plan: string
  readonly longest: number
}

/** Runs the tests once; false when a mutant made them hang, which is then dead. */
const ranThrough = ({ tests, isOfApp, plan, longest }: Run): Promise<boolean> =>
  new Promise((resolve) => {
    const vitest = join(root, "node_modules/vitest/vitest.mjs")
    const config = join(import.meta.dirname, "vitest.config.ts")
    const args = [vitest, "run", "--config", config, "--reporter", "dot"]
    const env = {
      ...process.env,
      MUTATION_CODE: code,
      MUTATION_TESTS: JSON.stringify(tests),
      MUTATION_LEFT_OUT: JSON.stringify([...neverAsked, ...values.without]),
      MUTATION_OF_APP: String(isOfApp),
      MUTATION_PLAN: plan,
      MUTATION_LOG: log,
      MUTATION_LIST: list
    }
    const running = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] })
    let said = ""
    running.stdout.on("data", (text) => {
      said += text
    })
    let seen = { size: 0, since: Date.now() }
    let hung: string | undefined
    const watch = setInterval(() => {
      const { size } = statSync(log)
      if (size !== seen.size) seen = { size, since: Date.now() }
      if (Date.now() - seen.since < hangsAfter(longest)) return
      const last = read(log).at(-1)
      if (last === undefined || !("trying" in last)) return
      hung = last.trying
      running.kill("SIGKILL")
    }, 1_000)
    running.on("exit", (status) => {
      clearInterval(watch)
      if (hung !== undefined) write(log, { dead: hung, by: "time", endless: true })
      // A hook that fails, or a file that does not load, makes no mutant dead: its tests are missing, and the score is lower.
      if (hung === undefined && status !== 0) process.stderr.write(`The tests did not all run:\n${said}\n`)
      resolve(hung === undefined)
    })
  })

const places = (positionals.length > 0 ? positionals : ["deadlines", "risk", "pathway"]).map((asked) => {
  const { room, source } = placeOf(asked)
  const sources = sourcesIn(source)
  if (sources.length === 0) throw new Error(`There is nothing at ${source}.`)
  return { asked, room, sources: new Set(sources) }
})
const isOfApp = places.some(({ room }) => room.isOfApp)

mkdirSync(folder, { recursive: true })
writeFileSync(log, "")
const everything = await instrumented(root, [...new Set(places.flatMap(({ sources }) => [...sources]))])
writeFileSync(code, JSON.stringify([...everything.code]))
const tried = places.map(({ sources }) => {
  const mutants = everything.mutants.filter(({ file }) => sources.has(file))
  return values.sample === undefined ? mutants : drawn(mutants, Number(values.sample), values.seed)
})
writeFileSync(list, JSON.stringify(tried.flat()))

process.stderr.write(`${tried.flat().length} mutants: which test reaches which …\n`)
const everyTest = [...new Set(places.flatMap(({ room }) => room.tests))]
await ranThrough({ tests: everyTest, isOfApp, plan: "", longest: 0 })

const longestSeconds = Number(values.seconds ?? Number.POSITIVE_INFINITY)
for (const [index, { asked, room }] of places.entries()) {
  const mutants = tried[index] ?? []
  for (const seconds of [Math.min(firstSeconds, longestSeconds), longestSeconds]) {
    for (;;) {
      const plan = planned(room, mutants, read(log), seconds * 1_000)
      if (plan.files.length === 0) break
      process.stderr.write(`${asked}: ${seconds} seconds of tests for each mutant, in ${plan.files.length} files …\n`)
      writeFileSync(planFile, JSON.stringify(plan))
      if (await ranThrough({ tests: plan.files, isOfApp, plan: planFile, longest: plan.longest })) break
      process.stderr.write(`${asked}: a mutant hung; going on without it\n`)
    }
  }
  const { score, text } = report(root, asked, mutants, read(log))
  process.stdout.write(`${text}\n\n`)
  if (score < room.leastPercent) process.exitCode = 1
}

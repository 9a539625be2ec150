/** Notes which mutants each test reaches, or tries them: one is dead when a test fails with it and not without. */
import { readFileSync } from "node:fs"
import { relative } from "node:path"
import { type RunnerTestCase, TestRunner } from "vitest"
import { deadIn, pairOf, read, triedIn, unreliableIn, write } from "./log.ts"
import type { Mutant } from "./mutants.ts"
import type { Plan } from "./plan.ts"

/** The switch that Stryker's instrumenter puts into the code. */
interface Switchboard {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: { readonly static: Record<string, number>; readonly perTest: Record<string, Record<string, number>> }
}

const { MUTATION_LOG: log = "", MUTATION_LIST: list = "", MUTATION_PLAN = "" } = process.env

const mutants: ReadonlyArray<Mutant> = JSON.parse(readFileSync(list, "utf8"))
const ids = new Set(mutants.map(({ id }) => id))
const plan: Plan | undefined = MUTATION_PLAN === "" ? undefined : JSON.parse(readFileSync(MUTATION_PLAN, "utf8"))

/** A mutant that is reached so much more often than the code as it is goes round in circles. */
const TIMES_OVER = 100

const before = read(log)
const dead = new Set(deadIn(before))
const unreliable = new Set(unreliableIn(before))
const tried = triedIn(before)
const atStart = new Set<string>()
const covered = new Map(before.flatMap((line) => ("covered" in line ? [[line.covered.test, line.covered]] : [])))

const scope: { __stryker__?: Switchboard } = globalThis as never
scope.__stryker__ ??= {}
const board = scope.__stryker__

/** A property that ran out of time without a counterexample says nothing of the mutant. */
const saysNothing = (error: unknown): boolean => String(error).includes("Property interrupted after")

/** A test that waits for what a mutant keeps from happening is given up after so many times its own length. */
const TIMES_AS_LONG = 10
const LEAST_PATIENCE_MILLISECONDS = 5_000

/** Why it fails, with this mutant switched on or with none; nothing when it passes. */
const failure = async (run: () => unknown, mutant?: string, patience?: number): Promise<string | undefined> => {
  board.activeMutant = mutant
  let timer: NodeJS.Timeout | undefined
  try {
    const givenUp = new Promise<string>((resolve) => {
      if (patience !== undefined) timer = setTimeout(resolve, patience, "It took too long.")
    })
    return await Promise.race([Promise.resolve(run()).then(() => undefined), givenUp])
  } catch (error) {
    return saysNothing(error) ? undefined : String(error)
  } finally {
    clearTimeout(timer)
    board.activeMutant = undefined
  }
}

/** What the hooks around a test set up is set up for each time it runs; the first is Vitest's own. */
const setUpAgain = async (test: RunnerTestCase): Promise<void> => {
  const suites = [test.suite ?? test.file]
  for (let outer = suites[0]?.suite; outer !== undefined; outer = outer.suite) suites.unshift(outer)
  if (!suites.includes(test.file)) suites.unshift(test.file)
  for (const suite of suites.toReversed()) {
    for (const hook of TestRunner.getSuiteHooks(suite).afterEach) await hook(test.context, suite)
  }
  for (const suite of suites) {
    for (const hook of TestRunner.getSuiteHooks(suite).beforeEach) await hook(test.context, suite)
  }
}

export default class MutationRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    if (unreliable.has(test.id)) return
    if (plan === undefined) await this.cover(test)
    else await this.tryMutants(test, plan.mutants[test.id] ?? [])
  }

  private nameOf(test: RunnerTestCase): string {
    return `${relative(this.config.root, test.file.filepath)}: ${test.name}`
  }

  private giveUp(test: RunnerTestCase, why: string): void {
    unreliable.add(test.id)
    write(log, { unreliable: test.id, name: this.nameOf(test), why: why.split("\n")[0] ?? "" })
  }

  private async cover(test: RunnerTestCase): Promise<void> {
    const start = performance.now()
    board.currentTestId = test.id
    const why = await failure(TestRunner.getTestFn(test))
    board.currentTestId = undefined
    if (why !== undefined) return this.giveUp(test, why)
    const milliseconds = Math.max(1, performance.now() - start)
    const reached = Object.entries(board.mutantCoverage?.perTest[test.id] ?? {}).filter(([id]) => ids.has(id))
    const file = relative(this.config.root, test.file.filepath)
    const hits = Object.fromEntries(reached)
    write(log, { covered: { test: test.id, name: this.nameOf(test), file, milliseconds, hits } })
  }

  private async tryMutants(test: RunnerTestCase, planned: ReadonlyArray<string>): Promise<void> {
    let isFirst = true
    const run = async () => {
      if (!isFirst) await setUpAgain(test)
      isFirst = false
      await TestRunner.getTestFn(test)()
    }
    const { milliseconds = 0, hits = {} } = covered.get(test.id) ?? {}
    const patience = Math.max(LEAST_PATIENCE_MILLISECONDS, milliseconds * TIMES_AS_LONG)
    for (const id of planned) {
      if (dead.has(id) || tried.has(pairOf(test.id, id))) continue
      write(log, { trying: id, test: test.id })
      board.hitLimit = ((hits[id] ?? 0) + 1) * TIMES_OVER
      board.hitCount = 0
      const isDead = (await failure(run, id, patience)) !== undefined
      const endless = board.hitCount > board.hitLimit
      board.hitCount = undefined
      if (!isDead) continue
      const why = await failure(run)
      if (why !== undefined) return this.giveUp(test, why)
      dead.add(id)
      write(log, { dead: id, by: this.nameOf(test), endless })
    }
  }

  override onAfterRunFiles(files: Parameters<TestRunner["onAfterRunFiles"]>[0]): void {
    super.onAfterRunFiles(files)
    if (plan !== undefined) return
    for (const id of Object.keys(board.mutantCoverage?.static ?? {})) {
      if (!ids.has(id) || atStart.has(id)) continue
      atStart.add(id)
      write(log, { atStart: id })
    }
  }
}

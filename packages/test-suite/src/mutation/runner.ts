/**
 * Runs each test as it is, then again with each mutant it reaches switched on: a mutant under which it fails is dead.
 */
import { readFileSync } from "node:fs"
import { type RunnerTestCase, TestRunner } from "vitest"
import { all, read, write } from "./log.ts"
import type { Mutant } from "./mutants.ts"

/** The switch that Stryker's instrumenter puts into the code. */
interface Switchboard {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: { readonly static: Record<string, number>; readonly perTest: Record<string, Record<string, number>> }
}

const { MUTATION_LOG: log = "", MUTATION_LONGEST: longest = "", MUTATION_LIST: list = "" } = process.env

/** The mutants that are tried. */
const tried = new Set((JSON.parse(readFileSync(list, "utf8")) as ReadonlyArray<Mutant>).map(({ id }) => id))

/** Of a pass: tests that take longer wait for a later one, when quicker tests have left them few mutants. */
const LONGEST_MILLISECONDS = Number(longest)

/** A mutant that is reached so much more often than the code as it is goes round in circles. */
const TIMES_OVER = 100

const before = read(log)
const dead = all(before, "dead")
const asked = all(before, "asked")
const long = new Map(before.flatMap((line) => ("long" in line ? [[line.long, line.milliseconds] as const] : [])))
const reached = new Set<string>()

const scope: { __stryker__?: Switchboard } = globalThis as never
scope.__stryker__ ??= {}
const board = scope.__stryker__

/** A property that ran out of time without a counterexample says nothing of the mutant. */
const saysNothing = (error: unknown): boolean => String(error).includes("Property interrupted after")

/** A test that waits for what a mutant keeps from happening is given up after so many times its own length. */
const TIMES_AS_LONG = 10
const LEAST_PATIENCE_MILLISECONDS = 5_000

const GIVEN_UP = Symbol("given up")

/** Whether it fails, with this mutant switched on or with none. */
const fails = async (run: () => unknown, mutant?: string, patience?: number): Promise<boolean> => {
  board.activeMutant = mutant
  let timer: NodeJS.Timeout | undefined
  try {
    const givenUp = new Promise((resolve) => {
      if (patience !== undefined) timer = setTimeout(resolve, patience, GIVEN_UP)
    })
    return (await Promise.race([run(), givenUp])) === GIVEN_UP
  } catch (error) {
    return !saysNothing(error)
  } finally {
    clearTimeout(timer)
    board.activeMutant = undefined
  }
}

interface Try {
  readonly run: () => unknown
  readonly by: string
  readonly milliseconds: number
}

const tryMutant = async ({ run, by, milliseconds }: Try, id: string, hits: number): Promise<void> => {
  write(log, { trying: id })
  board.hitLimit = (hits + 1) * TIMES_OVER
  board.hitCount = 0
  const patience = Math.max(LEAST_PATIENCE_MILLISECONDS, milliseconds * TIMES_AS_LONG)
  const isDead = await fails(run, id, patience)
  const endless = board.hitCount > board.hitLimit
  board.hitCount = undefined
  if (!isDead) return
  dead.add(id)
  write(log, { dead: id, by, endless })
}

export default class MutationRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    if (asked.has(test.id) || (long.get(test.id) ?? 0) > LONGEST_MILLISECONDS) return
    const run = TestRunner.getTestFn(test)
    const name = `${test.file.name}: ${test.name}`
    const start = performance.now()
    board.currentTestId = test.id
    const isBroken = await fails(run)
    board.currentTestId = undefined
    const milliseconds = performance.now() - start
    if (isBroken) throw new Error(`${name} fails without any mutant`)
    const hits = Object.entries(board.mutantCoverage?.perTest[test.id] ?? {}).filter(([id]) => tried.has(id))
    for (const [id] of hits) {
      if (!reached.has(id)) write(log, { reached: id })
      reached.add(id)
    }
    if (milliseconds > LONGEST_MILLISECONDS) return write(log, { long: test.id, milliseconds })
    if (hits.every(([id]) => dead.has(id))) return write(log, { asked: test.id })
    // Run a second time it would kill every mutant, and prove nothing.
    if (await fails(run)) return write(log, { unrepeatable: name })
    const attempt = { run, by: name, milliseconds }
    for (const [id, times] of hits) if (!dead.has(id)) await tryMutant(attempt, id, times)
    if (await fails(run)) throw new Error(`${name} fails after the mutants are gone: one has left something behind`)
    write(log, { asked: test.id })
  }

  override onAfterRunFiles(files: Parameters<TestRunner["onAfterRunFiles"]>[0]): void {
    super.onAfterRunFiles(files)
    for (const id of Object.keys(board.mutantCoverage?.static ?? {})) write(log, { atStart: id })
  }
}

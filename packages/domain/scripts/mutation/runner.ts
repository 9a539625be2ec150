/**
 * Runs each test as it is, then again with each mutant it reaches switched on: a mutant under which it fails is dead.
 */
import { type RunnerTestCase, TestRunner } from "vitest"
import { all, read, write } from "./log.ts"

/** The switch that Stryker's instrumenter puts into the code. */
interface Switchboard {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: { readonly static: Record<string, number>; readonly perTest: Record<string, Record<string, number>> }
}

const { MUTATION_LOG: log = "", MUTATION_LONGEST: longest = "" } = process.env

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

/** Whether it fails, with this mutant switched on or with none. */
const fails = async (run: () => unknown, mutant?: string): Promise<boolean> => {
  board.activeMutant = mutant
  try {
    await run()
    return false
  } catch (error) {
    return !saysNothing(error)
  } finally {
    board.activeMutant = undefined
  }
}

const tryMutant = async (run: () => unknown, by: string, id: string, hits: number): Promise<void> => {
  write(log, { trying: id })
  board.hitLimit = (hits + 1) * TIMES_OVER
  board.hitCount = 0
  const isDead = await fails(run, id)
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
    const hits = Object.entries(board.mutantCoverage?.perTest[test.id] ?? {})
    for (const [id] of hits) {
      if (!reached.has(id)) write(log, { reached: id })
      reached.add(id)
    }
    if (milliseconds > LONGEST_MILLISECONDS) return write(log, { long: test.id, milliseconds })
    // Run a second time it would kill every mutant, and prove nothing.
    if (await fails(run)) return write(log, { unrepeatable: name })
    for (const [id, times] of hits) if (!dead.has(id)) await tryMutant(run, name, id, times)
    if (await fails(run)) throw new Error(`${name} fails after the mutants are gone: one has left something behind`)
    write(log, { asked: test.id })
  }

  override onAfterRunFiles(files: Parameters<TestRunner["onAfterRunFiles"]>[0]): void {
    super.onAfterRunFiles(files)
    for (const id of Object.keys(board.mutantCoverage?.static ?? {})) write(log, { atStart: id })
  }
}

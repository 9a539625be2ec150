/** What tests get for `fast-check`: the library itself, whose `assert` goes on over many seeds under `fuzz`. */
import { appendFileSync } from "node:fs"
import fc, { type IAsyncProperty, type IProperty, type Parameters, type RunDetails } from "fast-check"
import { expect } from "vitest"
import type { Finding, PropertyRun } from "./PropertyRun.ts"
import { propertySettings } from "./propertySettings.ts"

const { seed, until, fuzz } = propertySettings(process.env)

/** Two properties of one run begin elsewhere, and each of its rounds too. */
const seedsFrom = (test: string) => {
  let mixed = seed
  for (const character of test) mixed = (Math.imul(mixed, 31) + character.charCodeAt(0)) | 0
  return (round: number) => (mixed + Math.imul(round, 0x9e37_79b9)) | 0
}

const findingOf = <Ts>(details: RunDetails<Ts>): Finding => {
  const { errorInstance: cause } = details
  return {
    seed: details.seed,
    path: details.counterexamplePath,
    message: fc.defaultReportMessage(details) ?? "It failed without a word.",
    because: cause instanceof Error ? cause.message : String(cause)
  }
}

/** The rounds of one property, each with as many runs as in the suite, so that its seed alone repeats it. */
class Rounds<Ts> {
  readonly #end = Date.now() + (fuzz?.limitMs ?? 0)
  readonly #place = expect.getState()
  readonly #seedOf = seedsFrom(`${this.#place.testPath} ${this.#place.currentTestName}`)
  readonly #parameters: Parameters<Ts>
  #seeds = 0
  #cases = 0

  constructor({ path: _path, ...parameters }: Parameters<Ts>) {
    this.#parameters = parameters
  }

  next(): Parameters<Ts> | undefined {
    const now = Date.now()
    const isOver = this.#seeds >= (fuzz?.times ?? 1) || now > this.#end || now > (until ?? now)
    return isOver ? undefined : { ...this.#parameters, seed: this.#seedOf(this.#seeds) }
  }

  take(details: RunDetails<Ts>) {
    this.#seeds += 1
    this.#cases += details.numRuns
    if (!details.failed) return
    const found = findingOf(details)
    this.end(found)
    throw new Error(`${found.message}\n${found.because}`, { cause: details.errorInstance })
  }

  end(found?: Finding) {
    const { testPath: file, currentTestName: test } = this.#place
    const tried: PropertyRun = { file, test, seeds: this.#seeds, cases: this.#cases, ...(found && { found }) }
    if (fuzz !== undefined) appendFileSync(fuzz.tally, `${JSON.stringify(tried)}\n`)
  }
}

const assertOverSeeds = <Ts>(property: IProperty<Ts>, parameters: Parameters<Ts>): void => {
  const rounds = new Rounds(parameters)
  for (let next = rounds.next(); next !== undefined; next = rounds.next()) rounds.take(fc.check(property, next))
  rounds.end()
}

const assertOverSeedsAsync = async <Ts>(property: IAsyncProperty<Ts>, parameters: Parameters<Ts>): Promise<void> => {
  const rounds = new Rounds(parameters)
  for (let next = rounds.next(); next !== undefined; next = rounds.next()) rounds.take(await fc.check(property, next))
  rounds.end()
}

const assertUnderFuzz = <Ts>(property: IProperty<Ts> | IAsyncProperty<Ts>, parameters: Parameters<Ts> = {}) =>
  property.isAsync()
    ? assertOverSeedsAsync(property as IAsyncProperty<Ts>, parameters)
    : assertOverSeeds(property as IProperty<Ts>, parameters)

export * from "fast-check"
export const assert = fuzz === undefined ? fc.assert : (assertUnderFuzz as typeof fc.assert)
export default { ...fc, assert }

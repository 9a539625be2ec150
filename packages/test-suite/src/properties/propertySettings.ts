/** How properties run, by the environment: the suite's fixed seed, or what `fuzz` sets. */

/** Every run of the suite tries the same cases, so that it says the same on every machine. */
const SUITE_SEED = 20_261_129

interface PropertySettings {
  readonly seed: number
  /** Only `fuzz` sets these: how often, for how long, until when, and the file that takes down what was tried. */
  readonly fuzz: { readonly times: number; readonly limitMs: number; readonly tally: string } | undefined
  readonly until: number | undefined
}

const numberFrom = (environment: Readonly<Record<string, string | undefined>>, name: string): number | undefined => {
  const text = environment[name]
  if (text === undefined || text === "") return undefined
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error(`${name} must be a whole number, and is "${text}".`)
  return number
}

export const propertySettings = (environment: Readonly<Record<string, string | undefined>>): PropertySettings => {
  const tally = environment["FUZZ_TALLY"]
  return {
    seed: numberFrom(environment, "PROPERTY_SEED") ?? SUITE_SEED,
    until: numberFrom(environment, "FUZZ_UNTIL"),
    fuzz:
      tally === undefined
        ? undefined
        : {
            tally,
            times: numberFrom(environment, "FUZZ_TIMES") ?? 1,
            limitMs: numberFrom(environment, "FUZZ_LIMIT_MS") ?? 60_000
          }
  }
}

/** Whether properties go on over fresh seeds now; a test that shares one sample then draws one for each question. */
export const isFuzzing = propertySettings(process.env).fuzz !== undefined

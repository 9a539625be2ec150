import { parseArgs } from "node:util"

export const usage = `usage: npx -y pnpm@12 fuzz [--minutes N] [--seed S] [--workers N] [pattern …]

Runs every property on fresh seeds until the minutes are over (10 unless told otherwise), in the test files whose path
has one of the patterns in it, or in all. What it finds is printed with its seed and path; then it exits with 1.`

export interface FuzzArguments {
  readonly minutes: number
  readonly seed: number | undefined
  readonly workers: string
  readonly patterns: ReadonlyArray<string>
}

const numberOf = (name: string, text: string): number => {
  const number = Number(text)
  if (text.trim() === "" || !Number.isFinite(number)) throw new Error(`--${name} must be a number, and is "${text}".`)
  return number
}

/** The arguments as they are meant; throws with a sentence where they mean nothing. */
export const fuzzArguments = (written: ReadonlyArray<string>): FuzzArguments => {
  const { values, positionals } = parseArgs({
    args: [...written],
    allowPositionals: true,
    options: {
      minutes: { type: "string", default: "10" },
      seed: { type: "string" },
      workers: { type: "string", default: "100%" }
    }
  })
  const minutes = numberOf("minutes", values.minutes)
  if (minutes <= 0) throw new Error(`--minutes must be more than 0, and is "${values.minutes}".`)
  const seed = values.seed === undefined ? undefined : numberOf("seed", values.seed) | 0
  return { minutes, seed, workers: values.workers, patterns: positionals }
}

import { relative } from "node:path"
import type { Finding, PropertyRun } from "../properties/PropertyRun.ts"

export interface Found extends PropertyRun {
  readonly found: Finding
}

export const isFound = (tried: PropertyRun): tried is Found => tried.found !== undefined

/** A test of which something is known; two seeds that fail the same one are one finding. */
export const testKey = ({ file, test }: Pick<PropertyRun, "file" | "test">): string => `${file} ${test}`

/** What was found, with what it takes to make a case of it. */
export const findingText = (root: string, { file = "", test = "", found }: Found): string =>
  [
    `FOUND ${relative(root, file)}`,
    `  ${test}`,
    `  { seed: ${found.seed}, path: "${found.path}" }`,
    ...`${found.message}\n${found.because}`.split("\n").map((line) => `  ${line}`),
    "  As a case: fc.assert(property, { seed, path, endOnFailure: true }), or the counterexample as an example.",
    ""
  ].join("\n")

const counted = (count: number, noun: string) => `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`

/** The last line. */
export const summary = (tried: ReadonlyArray<PropertyRun>, otherFailures: number, minutes: number): string => {
  const properties = counted(new Set(tried.map(testKey)).size, "test")
  const seeds = tried.reduce((sum, one) => sum + one.seeds, 0)
  const cases = tried.reduce((sum, one) => sum + one.cases, 0)
  const findings = new Set(tried.filter(isFound).map(testKey)).size
  const others = otherFailures === 0 ? "" : `, ${counted(otherFailures, "test")} failed otherwise`
  const work = `${properties} with properties, ${counted(seeds, "seed")}, ${counted(cases, "case")}`
  return `fuzz: ${work} in ${minutes.toFixed(1)} minutes: ${findings} found${others}`
}

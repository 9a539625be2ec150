import type { Policy } from "@safe-return/domain/policy"

type Thresholds = ReadonlyMap<string, number>

const isGivenNumber = (part: unknown): part is { readonly value: number } =>
  typeof part === "object" && part !== null && "value" in part && typeof part.value === "number"

/** The numbers of a trigger by name; undefined where the policy has it not. */
const thresholdsOf = (rule: string, { triggers = [] }: Policy): Thresholds | undefined => {
  const setting = triggers.find(({ code }) => code === rule)
  if (setting === undefined) return undefined
  return new Map(Object.entries(setting).flatMap(([name, part]) => (isGivenNumber(part) ? [[name, part.value]] : [])))
}

/** `windowDays` as people read it: `window days`. */
const inWords = (name: string): string => name.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)

/** Which numbers of a trigger two policies set otherwise, in words; none where they are the same. */
export const thresholdsMoved = (rule: string, from: Policy, to: Policy): ReadonlyArray<string> => {
  const [before, after] = [thresholdsOf(rule, from), thresholdsOf(rule, to)]
  if (before === undefined || after === undefined) {
    return before === after ? [] : [before === undefined ? "not raised before" : "not raised after"]
  }
  const names = new Set([...before.keys(), ...after.keys()])
  const moved = [...names].filter((name) => before.get(name) !== after.get(name))
  const words = moved.map(
    (name) => `${inWords(name)} ${before.get(name) ?? "not set"} before, ${after.get(name) ?? "not set"} after`
  )
  return words.length === 0 ? [] : [words.join("; ")]
}

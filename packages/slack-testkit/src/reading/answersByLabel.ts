/** A form filled in as its reader sees it: by the labels of its inputs and the words of its options. */
import { isObject, type JsonObject, objectsOf, textOr } from "../json.ts"
import type { Names } from "./legible.ts"

/** Text, the words of one or more options, `@` with a name, a moment as a `Date` or epoch seconds. */
export type Answer = string | number | Date | ReadonlyArray<string>

const wordsOf = (value: unknown): string => (isObject(value) ? textOr(value["text"], "") : "")

interface Input {
  readonly blockId: string
  readonly label: string
  readonly element: JsonObject
}

export const inputsOf = (blocks: ReadonlyArray<JsonObject>): ReadonlyArray<Input> =>
  blocks.flatMap((block) =>
    block["type"] === "input" && isObject(block["element"])
      ? [{ blockId: textOr(block["block_id"], ""), label: wordsOf(block["label"]), element: block["element"] }]
      : []
  )

const optionsOf = (element: JsonObject): ReadonlyArray<JsonObject> => [
  ...objectsOf(element["options"]),
  ...objectsOf(element["option_groups"]).flatMap((group) => objectsOf(group["options"]))
]

const option = ({ label, element }: Input, words: string): unknown => {
  const options = optionsOf(element)
  const found = options.find((candidate) => wordsOf(candidate["text"]) === words || candidate["value"] === words)
  if (found === undefined) {
    const there = options.map((candidate) => `"${wordsOf(candidate["text"])}"`).join(", ")
    throw new Error(`"${label}" has no option "${words}", but: ${there || "none"}.`)
  }
  return found["value"]
}

const person = (name: string, names: Names): string => {
  const found = [...names].find(([, called]) => called === name.slice(1))
  if (found === undefined) throw new Error(`Nobody here is called "${name}".`)
  return found[0]
}

const given = (input: Input, answer: Answer, names: Names): unknown => {
  if (answer instanceof Date) return Math.floor(answer.getTime() / 1000)
  if (typeof answer === "number") return answer
  const one = (words: string): unknown => {
    if (optionsOf(input.element).length > 0) return option(input, words)
    return words.startsWith("@") ? person(words, names) : words
  }
  return typeof answer === "string" ? one(answer) : answer.map(one)
}

/** The answers under the block ids of their inputs. */
export const answersByLabel = (
  blocks: ReadonlyArray<JsonObject>,
  answers: Readonly<Record<string, Answer>>,
  names: Names
): JsonObject => {
  const inputs = inputsOf(blocks)
  return Object.fromEntries(
    Object.entries(answers).map(([label, answer]) => {
      const input = inputs.find((candidate) => candidate.label === label)
      if (input === undefined) {
        const there = inputs.map((candidate) => `"${candidate.label}"`).join(", ")
        throw new Error(`The form has no input "${label}", but: ${there || "none"}.`)
      }
      return [input.blockId, given(input, answer, names)]
    })
  )
}

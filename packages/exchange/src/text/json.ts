import { Result } from "effect"
import type { FileFault } from "../badInput.ts"

const parse = (text: string) => Result.try({ try: (): unknown => JSON.parse(text), catch: String })

/** True when this beginning of a text is wrong already, whatever may follow it. */
const isWrongAlready = (beginning: string): boolean => {
  const parsed = parse(beginning)
  if (Result.isSuccess(parsed)) return false
  const error = parsed.failure
  if (error.includes("end of JSON input") || error.includes("Unterminated")) return false
  const position = /at position (\d+)/.exec(error)?.[1]
  return position === undefined || Number(position) < beginning.length
}

/** How much of a text can still begin JSON, found by halving: the engine's message would quote a name. */
const goodCharacters = (text: string): number => {
  let good = 0
  let bad = text.length + 1
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (isWrongAlready(text.slice(0, middle))) bad = middle
    else good = middle
  }
  return good
}

/** A JSON text read, or the line and column where it stops being JSON. `line` is that of its first character. */
export const parseJson = (file: string, text: string, line = 1): Result.Result<unknown, FileFault> => {
  const parsed = parse(text)
  if (Result.isSuccess(parsed)) return Result.succeed(parsed.success)
  const before = text.slice(0, goodCharacters(text)).split("\n")
  const column = (before.at(-1)?.length ?? 0) + 1
  return Result.fail({ file, line: line + before.length - 1, column, message: "From here on this is not JSON." })
}

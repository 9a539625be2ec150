import { Result, Stream } from "effect"
import { type InputLine, known } from "./inputLine.ts"
import { parseJson } from "./json.ts"

const BYTE_ORDER_MARK = "\u{feff}"

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const parse = (file: string, text: string, line: number): InputLine => {
  const parsed = parseJson(file, text, line)
  if (Result.isFailure(parsed)) return { _tag: "Unreadable", fault: parsed.failure }
  const value = parsed.success
  if (!isObject(value)) {
    return {
      _tag: "Unreadable",
      fault: { file, line, column: 1, message: "The line is not a JSON object. Write one object a line, {…}." }
    }
  }
  const fields: Record<string, unknown> = Object.create(null)
  for (const [name, given] of Object.entries(value)) {
    const field = known(given)
    if (field !== undefined) fields[name] = field
  }
  return { _tag: "Record", line, fields }
}

/** The objects of an NDJSON text with their lines. Blank lines are passed over; a byte order mark too. */
export const ndjsonLines = <E, R>(file: string, text: Stream.Stream<string, E, R>): Stream.Stream<InputLine, E, R> =>
  text.pipe(
    Stream.splitLines,
    Stream.mapAccum(
      () => 1,
      (line, whole): readonly [number, ReadonlyArray<InputLine>] => {
        const content = line === 1 && whole.startsWith(BYTE_ORDER_MARK) ? whole.slice(1) : whole
        return [line + 1, content.trim() === "" ? [] : [parse(file, content, line)]]
      }
    )
  )

import { Effect, Pull, Stream } from "effect"
import { type BadInput, badInput } from "../badInput.ts"
import { csvLines } from "./csvLines.ts"
import { formatByName, type InputLine, type TableFormat } from "./inputLine.ts"
import { ndjsonLines } from "./ndjsonLines.ts"
import { decodeUtf8 } from "./utf8.ts"

/** A file's bytes, and what to call it when something in it is wrong. */
export interface TableSource<E, R> {
  readonly file: string
  readonly bytes: Stream.Stream<Uint8Array, E, R>
  /** Absent: by the end of the file's name, or else by its first character (NDJSON begins with a brace). */
  readonly format?: TableFormat
}

const empty = (file: string): BadInput => badInput({ file, line: 1, message: "The file is empty." })

const readAs = <E, R>(file: string, text: Stream.Stream<string, E, R>, format: TableFormat) =>
  format === "csv" ? csvLines(file, text) : ndjsonLines(file, text)

/** The lines of a table, one at a time: the file is never held whole. Fails on what stops the rest from being read. */
export const tableLines = <E, R>(source: TableSource<E, R>): Stream.Stream<InputLine, E | BadInput, R> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const { file, format = formatByName(file) } = source
      const pull = yield* Stream.toPull(decodeUtf8(file, source.bytes))
      let beginning = ""
      // Up to the first thing that is not space, so that an empty file is known from one that has not begun.
      while (beginning.trim() === "") {
        const block = yield* pull.pipe(Pull.catchDone(() => Effect.fail(empty(file))))
        beginning += block.join("")
      }
      const text = Stream.concat(Stream.succeed(beginning), Stream.fromPull(Effect.succeed(pull)))
      return readAs(file, text, format ?? (beginning.trimStart().startsWith("{") ? "ndjson" : "csv"))
    })
  )

import { definedFields } from "@safe-return/domain/definedFields"
import { Stream } from "effect"
import { Csv } from "effect/encoding"
import { BadInput } from "../badInput.ts"
import { type InputLine, known } from "./inputLine.ts"

const lineBreaks = /\r\n|\r|\n/g

/** How many lines of the file a row takes: a quoted cell may hold line breaks. */
const linesOf = (cells: ReadonlyArray<string>): number =>
  cells.reduce((lines, cell) => lines + (cell.match(lineBreaks)?.length ?? 0), 1)

const isBlankLine = (cells: ReadonlyArray<string>): boolean => cells.length === 1 && cells[0]?.trim() === ""

/** A row by its header; one that has more or fewer cells cannot be read. */
export const recordOf = (
  file: string,
  columns: ReadonlyArray<string>,
  cells: ReadonlyArray<string>,
  line: number
): InputLine => {
  if (cells.length !== columns.length) {
    return {
      _tag: "Unreadable",
      fault: {
        file,
        line,
        message: `The row has ${cells.length} cells and the header has ${columns.length}. Give every row as many; put quotes around a cell that holds a comma.`
      }
    }
  }
  const fields: Record<string, unknown> = Object.create(null)
  columns.forEach((column, at) => {
    const value = known(cells[at])
    if (value !== undefined) fields[column] = value
  })
  return { _tag: "Record", line, fields }
}

interface Position {
  readonly line: number
  /** Of the header, once it has been read. */
  readonly columns: ReadonlyArray<string> | undefined
}

const AT_THE_TOP: Position = { line: 1, columns: undefined }

/**
 * The rows of a CSV text with the line each begins on. Blank lines are passed over; a byte order mark too.
 *
 * @param from where in the file the text begins, by default at its top
 */
export const csvLines = <E, R>(
  file: string,
  text: Stream.Stream<string, E, R>,
  from: Position = AT_THE_TOP
): Stream.Stream<InputLine, E | BadInput, R> =>
  text.pipe(
    Stream.pipeThroughChannelOrFail(Csv.decodeString()),
    Stream.mapError((error) =>
      Csv.isCsvError(error)
        ? new BadInput({
            faults: [
              {
                file,
                line: error.line + from.line - 1,
                ...definedFields({ column: error.column }),
                message: `${error.message}. Put quotes around the whole cell, and write a quote inside it twice.`
              }
            ]
          })
        : error
    ),
    Stream.mapAccum(
      () => from,
      ({ line, columns }, cells): readonly [Position, ReadonlyArray<InputLine>] => {
        const next = line + linesOf(cells)
        if (isBlankLine(cells)) return [{ line: next, columns }, []]
        if (columns !== undefined) return [{ line: next, columns }, [recordOf(file, columns, cells, line)]]
        const header = cells.map((cell) => cell.trim())
        return [{ line: next, columns: header }, [{ _tag: "Header", line, columns: header }]]
      }
    )
  )

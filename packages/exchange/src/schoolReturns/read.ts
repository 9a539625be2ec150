import { SentSchoolReturn } from "@safe-return/domain/education"
import { Effect, Schema } from "effect"
import { type BadInput, badInput } from "../badInput.ts"
import { gatherRows } from "../text/gatherRows.ts"
import type { TableSource } from "../text/tableLines.ts"

const CHILD = "child.reference"

/** The names of what a school sends, as columns. */
export const schoolReturnColumns = [
  "kind",
  "schoolReference",
  "sentAt",
  CHILD,
  "ground",
  "from",
  "to",
  "reason"
] as const

const shape = { columns: schoolReturnColumns, required: ["kind", "schoolReference", "sentAt", CHILD, "from"] }

/** A return with the line it came from. */
export interface SchoolReturnLine {
  readonly line: number
  readonly sent: SentSchoolReturn
  /** Where a field stands, to say what is wrong with it beside other rows. */
  readonly columnOf: (field: string) => number | undefined
}

const decode = Schema.decodeUnknownResult(SentSchoolReturn, { errors: "all", onExcessProperty: "error" })

/** A row of a CSV file names the child in one cell; a line of NDJSON is what is sent over HTTP. */
const asSent = (fields: unknown): unknown => {
  const row: Readonly<Record<string, unknown>> = Object.assign({}, fields)
  const { [CHILD]: reference, ...rest } = row
  return "child" in row ? row : { ...rest, child: reference === undefined ? {} : { reference } }
}

const unasked = (file: string, column: number): BadInput =>
  badInput({
    file,
    line: 1,
    column,
    message: `Take this column out: a return has ${schoolReturnColumns.join(", ")} and nothing else, because a name must never come in. Nothing of the file was kept.`
  })

/**
 * Reads schools' returns, CSV or NDJSON: all of them, or the first twenty faults with file, line and column. A column that
 * nobody asked for is refused unread, because it may hold names; no cell and no such column is repeated in a fault.
 */
export const readSchoolReturns = Effect.fn("readSchoolReturns")(function* <E, R>(
  source: TableSource<E, R>
): Effect.fn.Return<ReadonlyArray<SchoolReturnLine>, E | BadInput, R> {
  const lines: Array<SchoolReturnLine> = []
  /** Counted from 1; 0 where there is none. */
  let unknownColumn = 0
  const reading = gatherRows(source, {
    shape,
    header: (columns) => {
      const unknown = columns.find((name) => !schoolReturnColumns.some((known) => known === name))
      unknownColumn = unknown === undefined ? 0 : columns.indexOf(unknown) + 1
    },
    decode: (fields) => decode(asSent(fields)),
    keep: ({ row, line, columns = [] }) => {
      const columnOf = (field: string) => {
        const at = columns.indexOf(field)
        return at === -1 ? undefined : at + 1
      }
      lines.push({ line, sent: row, columnOf })
      return undefined
    }
  })
  const isRead = yield* Effect.result(reading)
  if (unknownColumn > 0) return yield* unasked(source.file, unknownColumn)
  yield* Effect.fromResult(isRead)
  return lines
})

import { TermDate, termDateFault } from "@safe-return/domain/education"
import { Effect, Schema } from "effect"
import type { BadInput } from "../badInput.ts"
import { type FoundColumns, foundColumns } from "../text/foundColumns.ts"
import { gatherRows } from "../text/gatherRows.ts"
import type { TableSource } from "../text/tableLines.ts"

export type TermDateColumn = keyof TermDate

const columns = Object.keys(TermDate.fields) as ReadonlyArray<TermDateColumn>

const shape = { columns, required: ["kind", "from", "name", "source"] satisfies ReadonlyArray<TermDateColumn> }

const decode = Schema.decodeUnknownResult(TermDate, { errors: "all" })

export interface TermDateTable extends FoundColumns<TermDateColumn> {
  readonly dates: ReadonlyArray<TermDate>
}

/**
 * Reads term dates, CSV or NDJSON: `kind` (`term`, `holiday`, `inset`), `from`, `to` (blank: one day), `name`, `school`
 * (blank: the council's) and `source`, in any order. All of them, or the first twenty faults with file, line and column.
 */
export const readTermDates = Effect.fn("readTermDates")(function* <E, R>(
  source: TableSource<E, R>
): Effect.fn.Return<TermDateTable, E | BadInput, R> {
  const dates: Array<TermDate> = []
  const { header, asideOf, found } = foundColumns(columns)
  yield* gatherRows(source, {
    shape,
    decode,
    header,
    keep: ({ row, line, fields, columns: named }) => {
      const message = termDateFault(row)
      if (message !== undefined) {
        const at = named?.indexOf("to") ?? -1
        return { file: source.file, line, ...(at === -1 ? {} : { column: at + 1 }), field: "to", message }
      }
      asideOf(fields)
      dates.push(row)
      return undefined
    }
  })
  return { dates, ...found() }
})

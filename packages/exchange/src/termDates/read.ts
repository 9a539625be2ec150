import { TermDate, termDateFault } from "@safe-return/domain/education"
import { Effect, Schema } from "effect"
import type { FoundColumns } from "../text/foundColumns.ts"
import { readSmallTable } from "../text/smallTable.ts"
import type { TableSource } from "../text/tableLines.ts"

export type TermDateColumn = keyof TermDate

export interface TermDateTable extends FoundColumns<TermDateColumn> {
  readonly dates: ReadonlyArray<TermDate>
}

const read = readSmallTable<TermDate, TermDateColumn>({
  columns: Object.keys(TermDate.fields) as ReadonlyArray<TermDateColumn>,
  required: ["kind", "from", "name", "source"],
  decode: Schema.decodeUnknownResult(TermDate, { errors: "all" }),
  faultIn: (row) => {
    const message = termDateFault(row)
    return message === undefined ? undefined : { field: "to", message }
  }
})

/**
 * Reads term dates, CSV or NDJSON: `kind` (`term`, `holiday`, `inset`), `from`, `to` (blank: one day), `name`, `school`
 * (blank: the council's) and `source`, in any order. All of them, or the first twenty faults with file, line and column.
 */
export const readTermDates = <E, R>(source: TableSource<E, R>) =>
  Effect.map(read(source), ({ rows, ...found }): TermDateTable => ({ dates: rows, ...found }))

import { Effect, type Result, type Schema } from "effect"
import type { BadInput } from "../badInput.ts"
import { type FoundColumns, foundColumns } from "./foundColumns.ts"
import { gatherRows } from "./gatherRows.ts"
import type { TableSource } from "./tableLines.ts"

/** What is wrong between the cells of a row, and in which column a person looks for it. */
export interface CellFault<Column extends string> {
  readonly field: Column
  readonly message: string
}

/** How a table is read that is held whole. */
export interface SmallTable<Row, Column extends string> {
  readonly columns: ReadonlyArray<Column>
  /** Without these a row says nothing; any other column may be left out. */
  readonly required: ReadonlyArray<Column>
  readonly decode: (fields: unknown) => Result.Result<Row, Schema.SchemaError>
  readonly faultIn: (row: Row) => CellFault<Column> | undefined
}

export interface SmallTableRows<Row, Column extends string> extends FoundColumns<Column> {
  readonly rows: ReadonlyArray<Row>
}

/** Reads all rows of a table, CSV or NDJSON, or the first twenty faults with file, line and column. */
export const readSmallTable =
  <Row, Column extends string>({ columns, required, decode, faultIn }: SmallTable<Row, Column>) =>
  <E, R>(source: TableSource<E, R>): Effect.Effect<SmallTableRows<Row, Column>, E | BadInput, R> =>
    Effect.gen(function* () {
      const rows: Array<Row> = []
      const { header, asideOf, found } = foundColumns(columns)
      yield* gatherRows(source, {
        shape: { columns, required },
        decode,
        header,
        keep: ({ row, line, fields, columns: named }) => {
          const fault = faultIn(row)
          if (fault !== undefined) {
            const at = named?.indexOf(fault.field) ?? -1
            return { file: source.file, line, ...(at === -1 ? {} : { column: at + 1 }), ...fault }
          }
          asideOf(fields)
          rows.push(row)
          return undefined
        }
      })
      return { rows, ...found() }
    })

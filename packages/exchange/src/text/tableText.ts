import { Stream } from "effect"
import { Csv } from "effect/encoding"
import type { TableFormat } from "./inputLine.ts"

/** The cells of a row as text; what is not known has no key. */
type Cells<Column extends string> = Partial<Readonly<Record<Column, string>>>

/** Rows as the text of a table, cells in the order of its columns. Not known is a blank cell, or no key. */
export const tableText =
  <Row, Column extends string>(columns: ReadonlyArray<Column>, encode: (row: Row) => Cells<Column>) =>
  <E, R>(rows: Stream.Stream<Row, E, R>, format: TableFormat) => {
    const cells = Stream.map(rows, encode)
    return format === "csv"
      ? Stream.concat(
          Stream.succeed<ReadonlyArray<string>>(columns),
          Stream.map(cells, (row) => columns.map((column) => row[column] ?? ""))
        ).pipe(Stream.pipeThroughChannelOrFail(Csv.encodeString()))
      : Stream.map(cells, (row) => {
          const known = columns.flatMap((column) => (row[column] === undefined ? [] : [[column, row[column]] as const]))
          return `${JSON.stringify(Object.fromEntries(known))}\n`
        })
  }

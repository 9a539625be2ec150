import { Schema, Stream } from "effect"
import { Csv } from "effect/encoding"
import type { TableFormat } from "../text/inputLine.ts"
import { EpisodeRow, episodeColumns, type EpisodeRow as Row } from "./columns.ts"

const encodeRow = Schema.encodeSync(EpisodeRow)

/** Key order as published, whatever order the row was made in. */
const inColumnOrder = (row: Row): ReadonlyArray<readonly [string, string]> => {
  const encoded = encodeRow(row)
  return episodeColumns.flatMap((column) => {
    const text = encoded[column]
    return text === undefined ? [] : [[column, text] as const]
  })
}

const csv = <E, R>(rows: Stream.Stream<Row, E, R>) =>
  Stream.concat(
    Stream.succeed(episodeColumns),
    Stream.map(rows, (row) => {
      const cells = new Map(inColumnOrder(row))
      return episodeColumns.map((column) => cells.get(column) ?? "")
    })
  ).pipe(Stream.pipeThroughChannelOrFail(Csv.encodeString()))

const ndjson = <E, R>(rows: Stream.Stream<Row, E, R>) =>
  Stream.map(rows, (row) => `${JSON.stringify(Object.fromEntries(inColumnOrder(row)))}\n`)

/** Rows as the text of an episode table; reading it gives the same rows. Not known is a blank cell, or no key. */
export const writeEpisodeTable = <E, R>(rows: Stream.Stream<Row, E, R>, format: TableFormat) =>
  format === "csv" ? csv(rows) : ndjson(rows)

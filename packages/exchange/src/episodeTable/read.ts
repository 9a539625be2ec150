import { fitsPatterns, patternsInWords, type ReferencePattern } from "@safe-return/domain/pathway"
import { Effect, Schema } from "effect"
import type { BadInput, FileFault } from "../badInput.ts"
import { type FoundColumns, foundColumns } from "../text/foundColumns.ts"
import { gatherRightRows, gatherRows, type TableReader } from "../text/gatherRows.ts"
import type { TableSource } from "../text/tableLines.ts"
import { type EpisodeColumn, EpisodeRow, episodeColumns, requiredColumns } from "./columns.ts"
import { EpisodeIds } from "./EpisodeIds.ts"

/** A row with the line it came from and what stood in columns that are not the table's. */
export interface EpisodeLine {
  readonly line: number
  readonly row: EpisodeRow
  readonly aside: Readonly<Record<string, unknown>>
}

/** What a table's columns lack or have too many. */
export type EpisodeTableColumns = FoundColumns<EpisodeColumn>

export interface EpisodeTable extends EpisodeTableColumns {
  readonly lines: ReadonlyArray<EpisodeLine>
}

const shape = { columns: episodeColumns, required: requiredColumns }

const decode = Schema.decodeUnknownResult(EpisodeRow, { errors: "all" })

export interface EpisodeTableOptions {
  /** The forms that `child_ref` may have; absent for any reference. */
  readonly caseReferences?: ReadonlyArray<ReferencePattern>
}

/** What becomes of the rows of an episode table: each is handed over, and what is wrong is said. */
export const episodeReader = (
  file: string,
  take: (line: EpisodeLine) => void,
  { caseReferences }: EpisodeTableOptions
) => {
  const { header, asideOf, found } = foundColumns(episodeColumns)
  const ids = new EpisodeIds()
  const reader: TableReader<EpisodeRow> = {
    shape,
    decode,
    header,
    keep: ({ row, line, fields, columns }) => {
      const faultIn = (field: EpisodeColumn, message: string) => {
        const at = columns?.indexOf(field) ?? -1
        return { file, line, ...(at === -1 ? {} : { column: at + 1 }), field, message }
      }
      if (caseReferences !== undefined && !fitsPatterns(row.child_ref, caseReferences)) {
        return faultIn("child_ref", `This has not the form asked for: ${patternsInWords(caseReferences)}.`)
      }
      const before = ids.add(row.episode_id, line)
      if (before !== undefined) {
        return faultIn("episode_id", `This episode_id stands on line ${before} already. Give every episode its own.`)
      }
      take({ line, row, aside: asideOf(fields) })
      return undefined
    }
  }
  return { reader, ids, columnsFound: found }
}

/** Reads an episode table, CSV or NDJSON: all of it, or the first twenty faults with file, line and column. */
export const readEpisodeTable = Effect.fn("readEpisodeTable")(function* <E, R>(
  source: TableSource<E, R>,
  options: EpisodeTableOptions = {}
): Effect.fn.Return<EpisodeTable, E | BadInput, R> {
  const lines: Array<EpisodeLine> = []
  const { reader, columnsFound } = episodeReader(source.file, (line) => lines.push(line), options)
  yield* gatherRows(source, reader)
  return { lines, ...columnsFound() }
})

/** A table of which some rows could not be used. */
export interface EpisodeTableInPart extends EpisodeTable {
  readonly faults: ReadonlyArray<FileFault>
}

/** Reads the rows that are right, and every fault of the others; what stops the rest from being read fails. */
export const readEpisodeTableInPart = Effect.fn("readEpisodeTableInPart")(function* <E, R>(
  source: TableSource<E, R>,
  options: EpisodeTableOptions = {}
): Effect.fn.Return<EpisodeTableInPart, E | BadInput, R> {
  const lines: Array<EpisodeLine> = []
  const { reader, columnsFound } = episodeReader(source.file, (line) => lines.push(line), options)
  const faults = yield* gatherRightRows(source, reader)
  return { lines, faults, ...columnsFound() }
})

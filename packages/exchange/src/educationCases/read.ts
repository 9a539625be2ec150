import { CmeCaseRow } from "@safe-return/domain/education"
import { fitsPatterns, patternsInWords, type ReferencePattern } from "@safe-return/domain/pathway"
import { Effect, Schema } from "effect"
import type { BadInput } from "../badInput.ts"
import { type FoundColumns, foundColumns } from "../text/foundColumns.ts"
import { gatherRows } from "../text/gatherRows.ts"
import type { TableSource } from "../text/tableLines.ts"

export type CmeCaseColumn = keyof CmeCaseRow

/** In the order of the published case table. */
export const cmeCaseColumns = Object.keys(CmeCaseRow.fields) as ReadonlyArray<CmeCaseColumn>

/** Without these a row says nothing of anybody. Any other column may be left out: it is then not recorded in any row. */
export const requiredCmeCaseColumns: ReadonlyArray<CmeCaseColumn> = ["case_id", "child_ref"]

/** A case with the line it came from and what stood in columns that are not the table's. */
export interface CmeCaseLine {
  readonly line: number
  readonly row: CmeCaseRow
  readonly aside: Readonly<Record<string, unknown>>
}

export interface CmeCaseTable extends FoundColumns<CmeCaseColumn> {
  readonly lines: ReadonlyArray<CmeCaseLine>
}

export interface CmeCaseTableOptions {
  /** The forms that `child_ref` may have; absent for any reference. */
  readonly caseReferences?: ReadonlyArray<ReferencePattern>
}

const shape = { columns: cmeCaseColumns, required: requiredCmeCaseColumns }

const decode = Schema.decodeUnknownResult(CmeCaseRow, { errors: "all" })

/**
 * Reads a table of children missing education, CSV or NDJSON: all of it, or the first twenty faults with file, line and
 * column. Days are `YYYY-MM-DD`; a cell is never repeated in a fault, because a name may stand in it.
 */
export const readCmeCases = Effect.fn("readCmeCases")(function* <E, R>(
  source: TableSource<E, R>,
  { caseReferences }: CmeCaseTableOptions = {}
): Effect.fn.Return<CmeCaseTable, E | BadInput, R> {
  const lines: Array<CmeCaseLine> = []
  const lineOfId = new Map<string, number>()
  const { header, asideOf, found } = foundColumns(cmeCaseColumns)
  yield* gatherRows(source, {
    shape,
    decode,
    header,
    keep: ({ row, line, fields, columns }) => {
      const faultIn = (field: CmeCaseColumn, message: string) => {
        const at = columns?.indexOf(field) ?? -1
        return { file: source.file, line, ...(at === -1 ? {} : { column: at + 1 }), field, message }
      }
      if (caseReferences !== undefined && !fitsPatterns(row.child_ref, caseReferences)) {
        return faultIn("child_ref", `This has not the form asked for: ${patternsInWords(caseReferences)}.`)
      }
      const before = lineOfId.get(row.case_id)
      if (before !== undefined) {
        return faultIn("case_id", `This case_id stands on line ${before} already. Give every case its own.`)
      }
      lineOfId.set(row.case_id, line)
      lines.push({ line, row, aside: asideOf(fields) })
      return undefined
    }
  })
  return { lines, ...found() }
})

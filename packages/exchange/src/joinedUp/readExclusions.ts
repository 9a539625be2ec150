import { ExclusionRow, exclusionFault } from "@safe-return/domain/education"
import { Schema } from "effect"
import { readSmallTable } from "../text/smallTable.ts"

export type ExclusionColumn = keyof ExclusionRow

/**
 * Reads a table of suspensions and exclusions, CSV or NDJSON: `child_ref`, `social_care_ref`, `kind` (`suspension`,
 * `permanent-exclusion`), `from`, `to` and `school`, in any order. All rows, or the first twenty faults with file, line and column;
 * a cell is never repeated in a fault, because a name may stand in it.
 */
export const readExclusions = readSmallTable<ExclusionRow, ExclusionColumn>({
  columns: Object.keys(ExclusionRow.fields) as ReadonlyArray<ExclusionColumn>,
  required: ["child_ref", "kind"],
  decode: Schema.decodeUnknownResult(ExclusionRow, { errors: "all" }),
  faultIn: (row) => {
    const message = exclusionFault(row)
    return message === undefined ? undefined : { field: "to", message }
  }
})

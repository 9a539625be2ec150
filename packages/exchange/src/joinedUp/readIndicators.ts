import { IndicatorRow } from "@safe-return/domain/joinedUp"
import { Schema } from "effect"
import { readSmallTable } from "../text/smallTable.ts"

export type IndicatorColumn = keyof IndicatorRow

/**
 * Reads a table of indicators of exploitation, CSV or NDJSON: `child_ref` (social care), `kind` (`sexual-exploitation`,
 * `criminal-exploitation`), `grade` (`suspected`, `confirmed`) and `noted_on`, in any order. All rows, or the first twenty faults.
 */
export const readIndicators = readSmallTable<IndicatorRow, IndicatorColumn>({
  columns: Object.keys(IndicatorRow.fields) as ReadonlyArray<IndicatorColumn>,
  required: ["child_ref", "kind"],
  decode: Schema.decodeUnknownResult(IndicatorRow, { errors: "all" }),
  faultIn: () => undefined
})

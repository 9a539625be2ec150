import * as Schema from "effect/Schema"
import { ExclusionRow } from "../education/exclusions/exclusionRow.ts"
import { IndicatorRow } from "./indicators.ts"

export const StrandRowId = Schema.NonEmptyString.pipe(Schema.brand("StrandRowId"))
export type StrandRowId = typeof StrandRowId.Type

const { school: _, ...keptFields } = ExclusionRow.fields
/** Without the school, whose free text may hold a name. */
export const KeptExclusion = Schema.Struct(keptFields)
export type KeptExclusion = typeof KeptExclusion.Type

/** A suspension or exclusion that another system's table says. */
export const ExclusionRecorded = Schema.TaggedStruct("ExclusionRecorded", {
  rowId: StrandRowId,
  ...KeptExclusion.fields
})
export type ExclusionRecorded = typeof ExclusionRecorded.Type

/** An indicator of exploitation that another system's table says. */
export const IndicatorRecorded = Schema.TaggedStruct("IndicatorRecorded", {
  rowId: StrandRowId,
  ...IndicatorRow.fields
})
export type IndicatorRecorded = typeof IndicatorRecorded.Type

/** The table says it no longer, or says it otherwise. */
export const StrandRowWithdrawn = Schema.TaggedStruct("StrandRowWithdrawn", { rowId: StrandRowId })
export type StrandRowWithdrawn = typeof StrandRowWithdrawn.Type

/** What came of the tables of other systems: only added to. */
export const StrandRowEvent = Schema.Union([ExclusionRecorded, IndicatorRecorded, StrandRowWithdrawn])
export type StrandRowEvent = typeof StrandRowEvent.Type

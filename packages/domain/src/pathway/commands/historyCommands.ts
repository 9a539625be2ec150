/** The time before Safe Return. */
import * as Schema from "effect/Schema"
import { Policy } from "../../policy/policy.ts"
import { HistoryRow } from "../historyRow.ts"

/**
 * Brings in a child's episodes from the case system as history. The same rows again change nothing; a row that was
 * changed replaces its like; what the bot's own record tells itself is left out.
 */
export const ImportHistory = Schema.TaggedStruct("ImportHistory", {
  rows: Schema.NonEmptyArray(HistoryRow),
  policy: Policy
})
export type ImportHistory = typeof ImportHistory.Type

export const historyCommands = [ImportHistory] as const

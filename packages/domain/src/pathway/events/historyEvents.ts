/** What the case system tells of the time before Safe Return. */
import * as Schema from "effect/Schema"
import { Policy } from "../../policy/policy.ts"
import { HistoryRow } from "../historyRow.ts"

/** Episodes from before, brought in from the case system. A row with a known id replaces that row. */
const HistoryImported = Schema.TaggedStruct("HistoryImported", {
  rows: Schema.NonEmptyArray(HistoryRow),
  /** The rules in force when they were brought in, whole: triggers that rest on them alone are judged by these. */
  policy: Policy
})

export const historyEvents = [HistoryImported] as const

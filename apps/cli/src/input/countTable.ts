import { type CountedMonth, type ScorecardsQuestion, startScorecards } from "@safe-return/domain/scorecard"
import { badInput, type EpisodeTableOptions, forEachScorecardRow } from "@safe-return/exchange"
import { Effect } from "effect"
import { rowsNoted } from "../output/print.ts"
import { withProgress } from "../output/progress.ts"
import { columnNotes } from "./episodeOptions.ts"
import { openFile } from "./openFile.ts"

/** Months of a table, and what a reader of their numbers has to know. */
export interface CountedTable {
  /** In the order in which they were asked for. */
  readonly months: ReadonlyArray<CountedMonth>
  readonly notes: ReadonlyArray<string>
}

/** Counts months of an episode table, which is read once and not held. */
export const countTable = Effect.fn("countTable")(function* (
  file: string,
  options: EpisodeTableOptions,
  question: ScorecardsQuestion,
  isSuppressed: boolean
) {
  const { add, months } = yield* Effect.mapError(Effect.fromResult(startScorecards(question)), ({ field, message }) =>
    badInput({ field: field === "asOf" ? "--as-of" : field, message })
  )
  const source = yield* openFile(file, true)
  const undated = { rows: 0, firstLine: 0 }
  const columns = yield* forEachScorecardRow(
    yield* withProgress(source),
    (row, line) => {
      if (row.missing_at === undefined) {
        undated.rows += 1
        undated.firstLine ||= line
      }
      add(row)
    },
    options
  )
  const counted: CountedTable = {
    months,
    notes: [
      ...columnNotes(columns).map((note) => `${source.file}: ${note}`),
      ...(undated.rows === 0
        ? []
        : [
            `${source.file}: in no month, missing_at not known: ${rowsNoted(undated.rows, isSuppressed)}, the first on line ${undated.firstLine}`
          ])
    ]
  }
  return counted
})

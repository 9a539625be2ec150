import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { formatInstant, type Instant, parseInstant } from "../../src/calendar/index.ts"
import { parseChildReference } from "../../src/pathway/index.ts"
import { type Scorecard, type ScorecardRow, scorecardOf } from "../../src/scorecard/index.ts"
import type { ScorecardCase } from "./arbitraryTable.ts"
import type { TableText } from "./independentReckoning.ts"

const instant = (text: string): Instant => Option.getOrThrow(parseInstant(text))

/** A row as the reader of the table hands it over. */
export const rowOfText = (row: TableText): ScorecardRow => {
  const cells = Object.entries(row).map(([column, text]) => [
    column,
    column.endsWith("_at")
      ? instant(text)
      : column === "child_ref"
        ? Option.getOrThrow(parseChildReference(text))
        : text
  ])
  return Object.fromEntries(cells) as ScorecardRow
}

export const ourScorecard = ({ table, month, asOf, policy }: ScorecardCase): Scorecard =>
  Result.getOrThrow(scorecardOf(table.map(rowOfText), { month, asOf: instant(asOf), policy }))

/** Ours as it is published, without the sentences, which nobody reckons. */
export const withoutSentences = (scorecard: Scorecard): unknown =>
  JSON.parse(JSON.stringify({ ...scorecard, asOf: formatInstant(scorecard.asOf) }), (key, value) =>
    key === "sentence" ? undefined : value
  )

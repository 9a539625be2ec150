import { utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import { addMonths, formatMonth, parseMonth, startScorecards } from "@safe-return/domain/scorecard"
import { Option, Result } from "effect"
import { describe, expect, test } from "vitest"
import { isAtLength } from "../../../../packages/test-suite/src/atLength/isAtLength.ts"
import { episodeRows } from "../../src/caseload/episodeRows.ts"
import type { AbsenceFigures, CaseloadFigures } from "../../src/caseload/figures/published.ts"
import { syntheticCaseload } from "../../src/caseload/syntheticCaseload.ts"
import { type Count, type PublishedYear, publishedYears } from "./publishedYears.ts"

/** Of a count that DfE withholds, one of those it may be. */
const STAND_IN = 3

const standIn = (count: Count): number => (count === "c" ? STAND_IN : count)

const figuresOf = ([children, incidents, moreThanOnce, notBack]: PublishedYear["missing"]): AbsenceFigures => ({
  children: standIn(children),
  incidents: standIn(incidents),
  childrenMoreThanOnce: standIn(moreThanOnce),
  notBack: standIn(notBack)
})

const sumOf = (counts: ReadonlyArray<number>): number => counts.reduce((sum, count) => sum + count, 0)

/** DfE's counts, read from the twelve scorecards of the year of a caseload that was built to them. */
const readBack = ({ year, missing, away }: PublishedYear) => {
  const endsAt = utc(year, 3, 31, 23)
  const april = Option.getOrThrow(parseMonth(`${year - 1}-04`))
  const months = Array.from({ length: 12 }, (_, by) => formatMonth(addMonths(april, by)))
  const countingOf = () => Result.getOrThrow(startScorecards({ months, asOf: endsAt, policy: rotherham }))
  const counting = { missing: countingOf(), away: countingOf() }
  const size: CaseloadFigures = { missing: figuresOf(missing), away: figuresOf(away) }
  for (const child of syntheticCaseload({ size, seed: year, endsAt, policy: rotherham, open: "as-published" })) {
    for (const row of episodeRows(child)) counting[row.absence ?? "missing"].add(row)
  }
  const countsOf = (absence: "missing" | "away") => {
    const cards = counting[absence].months.map(({ finish }) => finish())
    const frequency = cards.at(-1)?.frequency
    const children = sumOf(Object.values(frequency ?? {}))
    return [
      children,
      sumOf(cards.map(({ episodes }) => episodes.total)),
      children - (frequency?.["1"] ?? 0),
      sumOf(cards.map(({ episodes }) => episodes.byDuration["still-missing"] ?? 0))
    ]
  }
  return { missing: countsOf("missing"), away: countsOf("away") }
}

/** A year of England takes as long as all of Rotherham's. */
const chosen = publishedYears.filter(({ area, year }) => area === "Rotherham" || isAtLength || year === 2018)

describe("the scorecards of a caseload that is built to a year of DfE's", () => {
  test.each(chosen)(
    "come to DfE's counts for $area in the year to March $year",
    (published) => {
      const { missing, away } = readBack(published)
      expect(missing).toEqual(published.missing.map(standIn))
      expect(away).toEqual(published.away.map(standIn))
    },
    240_000
  )
})

import { formatCivilDay } from "@safe-return/domain/calendar"
import type { SuppressedCensusReturn } from "@safe-return/domain/education"
import { type Figure, markWords, WITHHELD } from "@safe-return/domain/scorecard"
import { londonDayInFull } from "@safe-return/wording/londonDates"

/** The return in the published shape: the order of the keys is part of it. */
export const censusReturnAnswer = (census: SuppressedCensusReturn) => ({
  ...census,
  censusDay: formatCivilDay(census.censusDay)
})

const section = (title: string, counts: Readonly<Record<string, Figure>>): ReadonlyArray<string> => [
  title,
  ...Object.entries(counts).map(([label, count]) => `  ${label}: ${count}`)
]

/** What is said of small counts above figures for people. */
export const smallCountsInWords = (isSuppressed: boolean): string =>
  isSuppressed
    ? `${WITHHELD}: ${markWords[WITHHELD]}`
    : "Counts as they are, small ones too: for those who may see the children's records."

/** The same for people. */
export const censusReturnInWords = (census: SuppressedCensusReturn, isSuppressed: boolean): string =>
  [
    `Children missing education on ${londonDayInFull(census.censusDay)}: ${census.total}`,
    smallCountsInWords(isSuppressed),
    ...section("Sex", census.bySex),
    ...section("Year group", census.byYearGroup),
    ...section("Duration", census.byDuration),
    ...section("Reason", census.byReason)
  ].join("\n")

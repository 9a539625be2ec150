import { formatCivilDay } from "@safe-return/domain/calendar"
import type { CensusReturn } from "@safe-return/domain/education"
import { londonDayInFull } from "@safe-return/wording/londonDates"

/** The return in the published shape: the order of the keys is part of it. */
export const censusReturnAnswer = (census: CensusReturn) => ({
  ...census,
  censusDay: formatCivilDay(census.censusDay)
})

const section = (title: string, counts: Readonly<Record<string, number>>): ReadonlyArray<string> => [
  title,
  ...Object.entries(counts).map(([label, count]) => `  ${label}: ${count}`)
]

/** The same for people. */
export const censusReturnInWords = ({
  censusDay,
  total,
  bySex,
  byYearGroup,
  byDuration,
  byReason
}: CensusReturn): string =>
  [
    `Children missing education on ${londonDayInFull(censusDay)}: ${total}`,
    "Counts as they are, small ones too: for those who may see the children's records.",
    ...section("Sex", bySex),
    ...section("Year group", byYearGroup),
    ...section("Duration", byDuration),
    ...section("Reason", byReason)
  ].join("\n")

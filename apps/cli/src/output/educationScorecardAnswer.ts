import { formatCivilDay } from "@safe-return/domain/calendar"
import {
  type EducationScorecard,
  outcomeWords,
  parseQuarter,
  pupilWhereaboutsWords,
  quarterInWords,
  type Shares
} from "@safe-return/domain/education"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { Option } from "effect"

/** The scorecard in the published shape: the order of the keys is part of it. */
export const educationScorecardAnswer = (scorecard: EducationScorecard) => {
  const { quarter, asOf, ...figures } = scorecard
  return { quarter, asOf: formatCivilDay(asOf), ...figures }
}

const named = (quarter: string): string =>
  Option.match(parseQuarter(quarter), { onNone: () => quarter, onSome: quarterInWords })

const withPercent = (title: string, shares: Shares): ReadonlyArray<string> => [
  `  ${title}`,
  ...Object.entries(shares).map(
    ([value, { count, percent }]) => `    ${value}: ${count}${percent === null ? "" : ` (${percent.toFixed(1)}%)`}`
  )
]

const inWords = (value: string, words: Readonly<Record<string, string>>): string => words[value] ?? value

const counts = (entries: ReadonlyArray<readonly [string, number]>, words: Readonly<Record<string, string>> = {}) =>
  entries.map(([value, count]) => `${inWords(value, words)}: ${count}`).join(", ")

const countsOf = (shares: Shares): ReadonlyArray<readonly [string, number]> =>
  Object.entries(shares).map(([value, { count }]) => [value, count])

/** The same for people; percentages are of the new cases, so they stand beside those alone. */
export const educationScorecardInWords = (scorecard: EducationScorecard): string => {
  const { quarter, asOf, new: started, open, closed, trend } = scorecard
  return [
    `Children missing education, ${named(quarter)}, as known at the end of ${londonDayInFull(asOf)}`,
    "Counts as they are, small ones too: for those who may see the children's records.",
    `New cases: ${started.total}, of ${started.children} children; ${started.returning} of children who had an earlier case`,
    ...withPercent("Area", started.byArea),
    ...withPercent("Ethnicity (undeclared: asked and not given; not-recorded: not asked)", started.byEthnicity),
    ...withPercent("Reason", started.byReason),
    ...withPercent("Told by", started.bySource),
    `Open at the end: ${open.atEnd}`,
    `  Duration: ${counts(countsOf(open.byDuration))}`,
    `  Whereabouts: ${counts(Object.entries(open.whereabouts), pupilWhereaboutsWords.words)}`,
    `Closed: ${closed.total}`,
    `  Outcome: ${counts(countsOf(closed.byOutcome), outcomeWords.words)}`,
    "Quarter by quarter: new, open at the end, closed",
    ...trend.map((shown) => `  ${shown.quarter}: ${shown.new}, ${shown.open}, ${shown.closed}`)
  ].join("\n")
}

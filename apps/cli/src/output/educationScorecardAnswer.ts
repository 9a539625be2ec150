import { formatCivilDay } from "@safe-return/domain/calendar"
import {
  outcomeWords,
  parseQuarter,
  pupilWhereaboutsWords,
  quarterInWords,
  type Shares,
  type SuppressedEducationScorecard
} from "@safe-return/domain/education"
import { type Figure, percentOrMark, type Suppressed, WITHHELD } from "@safe-return/domain/scorecard"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import { Option } from "effect"
import { smallCountsInWords } from "./censusReturnAnswer.ts"

/** The scorecard in the published shape: the order of the keys is part of it. */
export const educationScorecardAnswer = (scorecard: SuppressedEducationScorecard) => {
  const { quarter, asOf, ...figures } = scorecard
  return { quarter, asOf: formatCivilDay(asOf), ...figures }
}

const quarterNamed = (quarter: string): string =>
  Option.match(parseQuarter(quarter), { onNone: () => quarter, onSome: quarterInWords })

const share = ({ count, percent }: Suppressed<Shares>[string]): string => {
  const shown = percentOrMark({ met: count, percent })
  if (shown === "low") return `${count} (${shown})`
  return typeof shown === "number" ? `${count} (${shown.toFixed(1)}%)` : String(count)
}

const named = (value: string, words: Readonly<Record<string, string>>): string =>
  value === WITHHELD ? "every one" : (words[value] ?? value)

const withPercent = (title: string, shares: Suppressed<Shares>): ReadonlyArray<string> => [
  `  ${title}`,
  ...Object.entries(shares).map(([value, one]) => `    ${named(value, {})}: ${share(one)}`)
]

const counts = (entries: ReadonlyArray<readonly [string, Figure]>, words: Readonly<Record<string, string>> = {}) =>
  entries.map(([value, count]) => `${named(value, words)}: ${count}`).join(", ")

const countsOf = (shares: Suppressed<Shares>): ReadonlyArray<readonly [string, Figure]> =>
  Object.entries(shares).map(([value, { count }]) => [value, count])

/** The same for people; percentages are of the new cases, so they stand beside those alone. */
export const educationScorecardInWords = (scorecard: SuppressedEducationScorecard, isSuppressed: boolean): string => {
  const { quarter, asOf, new: started, open, closed, trend } = scorecard
  return [
    `Children missing education, ${quarterNamed(quarter)}, as known at the end of ${londonDayInFull(asOf)}`,
    smallCountsInWords(isSuppressed),
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

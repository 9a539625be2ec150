import { formatInstant } from "@safe-return/domain/calendar"
import { notDoneWords } from "@safe-return/domain/pathway"
import { caseStatusWords } from "@safe-return/domain/policy"
import {
  type Figure,
  type InterviewCounts,
  markWords,
  monthInWords,
  parseMonth,
  percentOrMark,
  type Rate,
  type Recurrence,
  type Suppressed,
  type SuppressedScorecard,
  WITHHELD
} from "@safe-return/domain/scorecard"
import { londonDateTimeInFull } from "@safe-return/wording/londonDates"
import { Option } from "effect"

/** The scorecard in the published shape: the order of the keys is part of it. */
export const scorecardAnswer = (scorecard: SuppressedScorecard) => ({
  ...scorecard,
  asOf: formatInstant(scorecard.asOf)
})

const counted = (counts: Readonly<Record<string, Figure>>, words: Readonly<Record<string, string>> = {}): string =>
  Object.entries(counts)
    .map(([value, count]) => `${value === WITHHELD ? "every one" : (words[value] ?? value)}: ${count}`)
    .join(", ")

const interviewsInWords = (counts: Suppressed<InterviewCounts>): ReadonlyArray<string> => {
  const { owed, offered, accepted, declined, completed, notDone } = counts
  const reasons = Object.keys(notDone).length === 0 ? "none given" : counted(notDone, notDoneWords.words)
  return [
    `  Owed ${owed}, offered ${offered}, accepted ${accepted}, declined ${declined}, completed ${completed}`,
    `  Reasons why there was none: ${reasons}`
  ]
}

const share = (rate: Suppressed<Rate>): string => {
  const { met, denominator, percent } = rate
  const shown = percentOrMark(rate)
  const words = typeof shown === "number" ? `${shown.toFixed(1)}%` : shown
  return `${met} of ${denominator}${percent === null ? "" : ` (${words})`}`
}

const followedInWords = (days: number, followed: Suppressed<Recurrence>["within30Days"]): string =>
  `  Within ${days} days: ${followed.followed} followed by another, ${followed.notFollowed} not, ${followed.notYetKnown} not yet known`

const named = (month: string): string => Option.match(parseMonth(month), { onNone: () => month, onSome: monthInWords })

/** The same for people, with what a mark means where there may be one. */
export const scorecardInWords = (scorecard: SuppressedScorecard, isSuppressed: boolean): string => {
  const { month, asOf, policy, episodes, repeat, recurrence, frequency, concentration, notice, trend, rhi } = scorecard
  const { window } = repeat
  return [
    `${named(month)}, as known on ${londonDateTimeInFull(asOf)}, by the policy ${policy}`,
    ...(isSuppressed ? [`${WITHHELD}: ${markWords[WITHHELD]}`] : []),
    `Episodes that began in the month: ${episodes.total}, of ${episodes.children} children`,
    `  Absence: ${counted(episodes.byAbsence)}`,
    `  Missing from: ${counted(episodes.byMissingFrom)}`,
    `  Case status: ${counted(episodes.byCaseStatus, caseStatusWords)}`,
    `  Area: ${counted(episodes.byArea)}`,
    `  Risk: ${counted(episodes.byRisk)}`,
    `  Days: ${counted(episodes.byDuration)}`,
    `Children with 3 or more episodes in the month: ${repeat.children3Plus}${window === null ? "" : `; in the ${window.days} days to its end: ${window.children3Plus}`}`,
    "Episodes of the month that ended",
    followedInWords(30, recurrence.within30Days),
    followedInWords(90, recurrence.within90Days),
    `Children by episodes in the twelve months to its end: ${counted(frequency)}`,
    `Episodes of the five children with most: ${concentration.topFiveChildren} of ${concentration.of}`,
    `From report to the council's being told: ${notice.medianMinutes === null ? "not measured" : `median ${notice.medianMinutes} minutes`}, ${notice.overOneHour} of ${notice.measured} over an hour`,
    "Month by month: episodes, children, episodes a year before",
    ...trend.map(
      ({ month: shown, episodes: number, children, sameMonthYearBefore }) =>
        `  ${shown}: ${number}, ${children}, ${sameMonthYearBefore ?? "not known"}`
    ),
    "Return home interviews for the returns of the month, in episodes",
    ...interviewsInWords(rhi),
    `  ${rhi.within72Hours.sentence}`,
    `  ${rhi.within3WorkingDays.sentence}`,
    "  By case status: owed, held within the hours, within the working days",
    ...Object.entries(rhi.byCaseStatus).map(
      ([status, counts]) =>
        `    ${caseStatusWords[status as keyof typeof caseStatusWords] ?? status}: ${counts.owed}, ${share(counts.within72Hours)}, ${share(counts.within3WorkingDays)}`
    )
  ].join("\n")
}

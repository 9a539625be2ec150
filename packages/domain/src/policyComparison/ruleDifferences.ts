/** What two policies rule otherwise, of no child: the measure of "in time", what a report may say, and what else is fixed. */
import { rungWords } from "../policy/ladder.ts"
import { lastSeenAgoOf } from "../policy/lastSeenAgo.ts"
import type { Policy } from "../policy/policy.ts"
import type { ScorecardTarget } from "../policy/scorecardTargets.ts"
import { timesApartOf } from "../policy/timesApart.ts"
import { messageTimesOf } from "../policy/usualMessageTimes.ts"
import { scorecardRulesOf, shownFromOf } from "../policy/usualScorecardRules.ts"

interface FieldDifference<Tag extends string> {
  readonly _tag: Tag
  readonly from: string
  readonly to: string
  readonly words: string
}

/** Said once, whatever the history: `from` and `to` are the policies' own words for it. */
export type RuleDifference =
  | FieldDifference<"MeasureMoved">
  | FieldDifference<"ReportsReadOtherwise">
  | FieldDifference<"InForceMoved">
  | FieldDifference<"RevealDaysMoved">
  | FieldDifference<"DecisionLadderMoved">
  | FieldDifference<"FutureToleranceMoved">
  | FieldDifference<"MessageTimesMoved">
  | FieldDifference<"ShownFactsMoved">
  | FieldDifference<"ScorecardMoved">
  | FieldDifference<"SourceCheckMoved">

const reportsInWords = (policy: Policy): string => {
  const { reports } = policy
  const used =
    reports === undefined
      ? ["every absence and grade"]
      : [
          `absences ${reports.absences.value.join(", ")}`,
          `grades ${reports.risks.value.join(", ")}`,
          ...(reports.words?.value ?? []).map(
            (listed) => `${listed.word} ${"readAs" in listed ? `read as ${listed.readAs}` : "refused"}`
          )
        ]
  return [
    ...used,
    `two times asked about from over ${timesApartOf(policy)} minutes apart`,
    `a child last seen over ${lastSeenAgoOf(policy)} days ago asked about`
  ].join("; ")
}

const difference = <const Tag extends RuleDifference["_tag"]>(
  _tag: Tag,
  of: string,
  from: string,
  to: string
): ReadonlyArray<FieldDifference<Tag>> =>
  from === to ? [] : [{ _tag, from, to, words: `${of} would move from ${from} to ${to}.` }]

type Comparison = (a: Policy, b: Policy) => ReadonlyArray<RuleDifference>

/** Read in a history: what it moves is told of each child. */
const ofHistory = (): ReadonlyArray<RuleDifference> => []
/** Whose the rules are and what they rest on: nothing is done otherwise by it. */
const ofNothing = (): ReadonlyArray<RuleDifference> => []

const daysInWords = ({ revealDays }: Policy): string =>
  revealDays === undefined ? "as long as its record is owed" : `${revealDays.value} days`

const rungsInWords = ({ decisionLadder }: Policy): string =>
  decisionLadder === undefined
    ? "nobody"
    : decisionLadder.value
        .map(
          ({ who, afterMinutes, clock, onlyOutOfHours = false }) =>
            `${rungWords[who]} after ${afterMinutes}${clock === "always" ? "" : " working"} minutes${onlyOutOfHours ? " out of hours" : ""}`
        )
        .join(", ")

const shownInWords = ({ shownFacts }: Policy): string =>
  shownFacts === undefined || shownFacts.value.length === 0 ? "nothing" : shownFacts.value.join(", ")

const monthsInWords = ({ sourceCheckMonths }: Policy): string =>
  sourceCheckMonths === undefined ? "never" : `${sourceCheckMonths.value} months`

const measure: Comparison = (a, b) =>
  difference(
    "MeasureMoved",
    "What counts as in time, the interview offered or held,",
    a.interview.measure.value,
    b.interview.measure.value
  )

/** Every field of the clocks, so that one which comes to them is compared or said to be of the history. */
const ofClocks: Readonly<Record<keyof Policy["interview"], Comparison>> = {
  hours: ofHistory,
  workingDays: ofHistory,
  anchor: ofHistory,
  dayZero: ofHistory,
  cutoff: ofHistory,
  calendar: ofHistory,
  measure
}

const targetInWords = ({ indicator, year, ...figures }: ScorecardTarget): string =>
  `${indicator} ${year} ${JSON.stringify(figures, (key, value) => (key === "source" || key === "verified" ? undefined : value))}`

const targetsInWords = (targets: ReadonlyArray<ScorecardTarget>): string =>
  targets.length === 0 ? "" : `, held against ${targets.map(targetInWords).join("; ")}`

const scorecardInWords = (policy: Policy): string => {
  const { percentFrom, windowDays, targets = [] } = scorecardRulesOf(policy)
  const window = windowDays === undefined ? "the month alone" : `the month and ${windowDays.value} days`
  return `percentages from a base of ${percentFrom.value}, repeats in ${window}, counts shown from ${shownFromOf(policy)} where small ones are suppressed${targetsInWords(targets)}`
}

const messageTimesInWords = (policy: Policy): string => {
  const { newsHours, currentDays, actedOnDays, lateNoticeMinutes, rotaDays, askedAgainMinutes } = messageTimesOf(policy)
  return `${newsHours.value} hours of news, ${currentDays.value} days kept true, ${actedOnDays.value} days acted on, late after ${lateNoticeMinutes.value} minutes, gaps ${rotaDays.value} days ahead, asked again after ${askedAgainMinutes.value} minutes`
}

/** Every field of a policy, in the order in which it is told. */
const ofFields: Readonly<Record<keyof Policy, Comparison>> = {
  id: ofNothing,
  title: ofNothing,
  wording: ofNothing,
  effectiveFrom: (a, b) =>
    difference("InForceMoved", "The first day on which it governs new episodes", a.effectiveFrom, b.effectiveFrom),
  effectiveTo: (a, b) =>
    difference(
      "InForceMoved",
      "The last day on which it governs new episodes",
      a.effectiveTo ?? "none",
      b.effectiveTo ?? "none"
    ),
  interview: (a, b) => Object.values(ofClocks).flatMap((differs) => differs(a, b)),
  reports: (a, b) => difference("ReportsReadOtherwise", "What a report may say", reportsInWords(a), reportsInWords(b)),
  futureToleranceMinutes: (a, b) =>
    difference(
      "FutureToleranceMoved",
      "How far ahead of our clock a reported time may lie",
      `${a.futureToleranceMinutes.value} minutes`,
      `${b.futureToleranceMinutes.value} minutes`
    ),
  revealDays: (a, b) =>
    difference(
      "RevealDaysMoved",
      "How long an interviewer may see what is held of the child",
      daysInWords(a),
      daysInWords(b)
    ),
  messageTimes: (a, b) =>
    difference(
      "MessageTimesMoved",
      "For how long people are told of what happened",
      messageTimesInWords(a),
      messageTimesInWords(b)
    ),
  shownFacts: (a, b) =>
    difference(
      "ShownFactsMoved",
      "What messages show of where a child is missing from and of answers",
      shownInWords(a),
      shownInWords(b)
    ),
  scorecard: (a, b) => difference("ScorecardMoved", "What a scorecard shows", scorecardInWords(a), scorecardInWords(b)),
  sourceCheckMonths: (a, b) =>
    difference("SourceCheckMoved", "When a check of a source is old", monthsInWords(a), monthsInWords(b)),
  sources: ofNothing,
  reminders: ofHistory,
  ladder: ofHistory,
  decisionLadder: (a, b) =>
    difference("DecisionLadderMoved", "Who hears that a decision waits", rungsInWords(a), rungsInWords(b)),
  repeatEpisodes: ofHistory,
  triggers: ofHistory,
  workingHours: ofHistory,
  // Told with its times, for those who read them as data.
  digest: ofHistory
}

export const ruleDifferences: Comparison = (a, b) => Object.values(ofFields).flatMap((differs) => differs(a, b))

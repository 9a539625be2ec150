export type { Breakdown } from "./breakdown.ts"
export type { Concentration } from "./concentration.ts"
export type { Definition } from "./definition.ts"
export { scorecardDefinitions } from "./definitions.ts"
export type { Frequency } from "./frequency.ts"
export type { InterviewCounts, Interviews } from "./interviews.ts"
export { endOfBand, type HourSpan, type InterviewTimes, interviewTimesDefinition } from "./interviewTimes.ts"
export { figureOrMark, type Mark, markWords, percentOrMark, yearBeforeOrMark } from "./marks.ts"
export { addMonths, formatMonth, type Month, monthInWords, parseMonth, startOfMonth } from "./month.ts"
export type { Notice } from "./notice.ts"
export { publishingMoment } from "./publishingMoment.ts"
export { percentOf, type Rate } from "./rate.ts"
export type { Followed, Recurrence } from "./recurrence.ts"
export type { Repeat } from "./repeat.ts"
export type {
  CountedBy,
  CountedMonth,
  EpisodeCounts,
  Scorecard,
  ScorecardCount,
  ScorecardCounts,
  ScorecardQuestion,
  ScorecardsQuestion
} from "./scorecard.ts"
export type { ScorecardRow } from "./scorecardRow.ts"
export { type MonthEdition, type StandingMonth, standingMonths } from "./standingMonths.ts"
export { scorecardOf, startScorecard, startScorecards } from "./startScorecards.ts"
export {
  type Figure,
  type Suppressed,
  type SuppressedInterviewTimes,
  type SuppressedScorecard,
  suppressInterviewTimes,
  suppressScorecard,
  WITHHELD,
  withoutFrequency
} from "./suppression/index.ts"
export type { TrendMonth } from "./trend.ts"

import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Policy } from "../policy/policy.ts"
import type { Breakdown } from "./breakdown.ts"
import type { Concentration } from "./concentration.ts"
import type { Frequency } from "./frequency.ts"
import type { Interviews } from "./interviews.ts"
import type { InterviewTimes } from "./interviewTimes.ts"
import type { Month } from "./month.ts"
import type { Notice } from "./notice.ts"
import type { Recurrence } from "./recurrence.ts"
import type { Repeat } from "./repeat.ts"
import type { ScorecardRow } from "./scorecardRow.ts"
import type { TrendMonth } from "./trend.ts"

/** The episodes of the month, which began in it. */
export interface EpisodeCounts {
  readonly total: number
  readonly children: number
  readonly byAbsence: Breakdown
  readonly byMissingFrom: Breakdown
  readonly byCaseStatus: Breakdown
  readonly byArea: Breakdown
  readonly byRisk: Breakdown
  readonly byDuration: Breakdown
}

/** What managers read of one month. Every count says of what it is; every share what it is made of. */
export interface Scorecard {
  /** `YYYY-MM`, London's. */
  readonly month: string
  readonly asOf: Instant
  /** The id of the one policy by which every episode was judged. */
  readonly policy: string
  readonly episodes: EpisodeCounts
  readonly repeat: Repeat
  readonly recurrence: Recurrence
  readonly frequency: Frequency
  readonly concentration: Concentration
  readonly notice: Notice
  readonly trend: ReadonlyArray<TrendMonth>
  readonly rhi: Interviews
}

/** What every month of a table is counted by. */
export interface CountedBy {
  /** What is dated later is not known. */
  readonly asOf: Instant
  /** For every episode alike, whatever was frozen onto it. */
  readonly policy: Policy
  readonly calendars?: Calendars
}

export interface ScorecardQuestion extends CountedBy {
  /** A London calendar month, `YYYY-MM`. */
  readonly month: string
}

export interface ScorecardsQuestion extends CountedBy {
  /** London calendar months, `YYYY-MM`, at least one. */
  readonly months: ReadonlyArray<string>
  /**
   * The council's policy of a month. With it each month is counted by its own and as known when it was published, whatever else is
   * asked for: all prints of a month are alike then, as they have to be where small counts are withheld.
   */
  readonly publishedBy?: (month: Month) => Policy
}

/** One month of a table that is being counted. */
export interface CountedMonth {
  /** Whether the children by number of episodes would tell what changed in a month of the year that stands as published. */
  readonly hidesFrequency?: boolean
  /** By which it is counted. */
  readonly policy: Policy
  /** The scorecard of what was added so far. */
  readonly finish: () => Scorecard
  /** How long after the return the month's interviews of what was added so far were held. */
  readonly interviewTimes: () => InterviewTimes
}

/** Takes the rows of a table one by one, in any order, and keeps none of them: two numbers of each, and a few of the month's. */
export interface ScorecardCount extends CountedMonth {
  readonly add: (row: ScorecardRow) => void
}

/** The same for several months at once, in the order in which they were asked for. */
export interface ScorecardCounts {
  readonly add: (row: ScorecardRow) => void
  readonly months: ReadonlyArray<CountedMonth>
}

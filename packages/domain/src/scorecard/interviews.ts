import type { ClockResult } from "../deadlines/clockResults.ts"
import { type CaseStatus, caseStatusWords } from "../policy/caseStatus.ts"
import type { Policy } from "../policy/policy.ts"
import { scorecardRulesOf } from "../policy/usualScorecardRules.ts"
import { caseStatuses, NOT_RECORDED } from "./breakdown.ts"
import { type Definition, OUR_MEASURE, SCORECARD_SLIDES } from "./definition.ts"
import { type InterviewVerdicts, interviewVerdicts, type Judgement, type OwedInterview } from "./interviewVerdict.ts"
import type { Measure } from "./measure.ts"
import { type Month, monthInWords } from "./month.ts"
import { type Rate, rateOf } from "./rate.ts"
import type { ScorecardRow } from "./scorecardRow.ts"

/** The return home interviews owed for the returns of a month, in episodes. Nothing here is inferred from another. */
export interface InterviewCounts {
  readonly owed: number
  /** The offer has a date. */
  readonly offered: number
  readonly accepted: number
  readonly declined: number
  readonly completed: number
  /** Why there was none, by reason: the reasons that occur. */
  readonly notDone: Readonly<Record<string, number>>
  readonly within72Hours: Rate
  readonly within3WorkingDays: Rate
}

/** Of all children, and by case status, each status named. */
export interface Interviews extends InterviewCounts {
  readonly byCaseStatus: Readonly<Record<string, InterviewCounts>>
}

const anchorWords = {
  returned: "the return",
  found: "the child being found",
  notified: "the return, or of the council being told where that was later"
} as const

const workingDayWords = ({ workingDays, anchor, dayZero, cutoff }: Policy["interview"]): string => {
  const first = dayZero.value === "return-day" ? "that day not counted" : "that day counted"
  const last = cutoff.value === "end-of-day" ? "to the end of the last" : `to ${cutoff.value} on the last`
  return `${workingDays.value} working days of ${anchorWords[anchor.value]} (${first}, ${last})`
}

const withinWords = ({ interview }: Policy) => ({
  hours: `${interview.hours.value} hours of ${anchorWords[interview.anchor.value]}`,
  days: workingDayWords(interview)
})

/** One interview with what both clocks say of it. */
interface JudgedInterview {
  readonly row: ScorecardRow
  readonly verdicts: InterviewVerdicts
}

const noVerdicts = () => ({ met: 0, missed: 0, notMeasurable: 0, notYetDue: 0 })

/** The interviews of some children, under words that say whose returns they are of. */
const interviewCounts = (policy: Policy, of: string): Measure<JudgedInterview, InterviewCounts> => {
  const counts = { owed: 0, offered: 0, accepted: 0, declined: 0, completed: 0 }
  const notDone = new Map<string, number>()
  const verdictsBy: Record<keyof InterviewVerdicts, Record<ClockResult, number>> = {
    within72Hours: noVerdicts(),
    within3WorkingDays: noVerdicts()
  }
  const percentFrom = scorecardRulesOf(policy).percentFrom.value
  const within = withinWords(policy)
  return {
    add: ({ row, verdicts }) => {
      counts.owed += 1
      if (row.rhi_offered_at !== undefined) counts.offered += 1
      if (row.rhi_response === "accepted") counts.accepted += 1
      if (row.rhi_response === "declined") counts.declined += 1
      if (row.rhi_completed_at !== undefined) counts.completed += 1
      if (row.rhi_not_done !== undefined) notDone.set(row.rhi_not_done, (notDone.get(row.rhi_not_done) ?? 0) + 1)
      verdictsBy.within72Hours[verdicts.within72Hours] += 1
      verdictsBy.within3WorkingDays[verdicts.within3WorkingDays] += 1
    },
    finish: () => ({
      ...counts,
      notDone: Object.fromEntries([...notDone].sort(([a], [b]) => (a < b ? -1 : 1))),
      within72Hours: rateOf(verdictsBy.within72Hours, percentFrom, { of, within: within.hours }),
      within3WorkingDays: rateOf(verdictsBy.within3WorkingDays, percentFrom, { of, within: within.days })
    })
  }
}

const statusWords = (status: string): string =>
  status === NOT_RECORDED ? "case status not recorded" : `case status: ${caseStatusWords[status as CaseStatus]}`

/** The interviews of a month, of all children and by case status. */
export const interviews = (judgement: Judgement, month: Month): Measure<OwedInterview, Interviews> => {
  const of = `returns in ${monthInWords(month)}`
  const all = interviewCounts(judgement.policy, of)
  const byStatus = new Map(
    [...caseStatuses, NOT_RECORDED].map((status) => [
      status,
      interviewCounts(judgement.policy, `${of} (${statusWords(status)})`)
    ])
  )
  return {
    add: (owed) => {
      const judged = { row: owed.row, verdicts: interviewVerdicts(owed, judgement) }
      all.add(judged)
      byStatus.get(owed.row.case_status ?? NOT_RECORDED)?.add(judged)
    },
    finish: () => ({
      ...all.finish(),
      byCaseStatus: Object.fromEntries([...byStatus].map(([status, { finish }]) => [status, finish()]))
    })
  }
}

const GUIDANCE = "Statutory guidance of January 2014"

export const interviewDefinitions: ReadonlyArray<Definition> = [
  {
    field: "rhi.owed",
    counts:
      "Return home interviews of the month: owed for an episode whose `returned_at` lies in it, whatever month it began in. Episodes are counted: one interview over three of them counts three times.",
    source: "Devon, freedom of information answer: one interview may cover several episodes"
  },
  {
    field: "rhi.offered",
    counts: "Of those, the ones with a dated offer. Nothing else is read as one.",
    source: `${GUIDANCE}: must be offered`
  },
  { field: "rhi.accepted", counts: "Of those owed, the ones whose response is `accepted`.", source: OUR_MEASURE },
  { field: "rhi.declined", counts: "Of those owed, the ones whose response is `declined`.", source: OUR_MEASURE },
  { field: "rhi.completed", counts: "Of those owed, the ones that were held.", source: SCORECARD_SLIDES },
  {
    field: "rhi.notDone",
    counts: "Of those owed, why there was no interview, by reason: the reasons that occur.",
    source: OUR_MEASURE
  },
  {
    field: "rhi.within72Hours",
    counts:
      "Of the interviews owed, those held within 72 elapsed hours, exactly 72:00:00.000 included, of the policy's anchor (the return, unless it says otherwise). `denominator` is `met` and `missed` together. Not held and past due is missed, whatever the response or reason; not held and not past due is not yet due; held before the return is not measurable. `percent` is null below the policy's base (5), else one decimal place, halves rounded up.",
    source: `${GUIDANCE}: carried out within 72 hours of the child returning`
  },
  {
    field: "rhi.within3WorkingDays",
    counts:
      "The same for 3 working days: before the end of the third, the day of return not counted, by the policy's conventions and bank holidays.",
    source: `${SCORECARD_SLIDES}: complete within 3 working days. How they are counted is our reading`
  },
  { field: "rhi.byCaseStatus", counts: "All of these by case status, each status named.", source: SCORECARD_SLIDES }
]

import * as Result from "effect/Result"
import { addDays } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { londonDayOf, startOfLondonDay } from "../calendar/londonTime.ts"
import { MILLISECONDS_AN_HOUR } from "../calendar/unitsOfTime.ts"
import { dueTimes } from "../deadlines/dueTimes.ts"
import type { Breakdown } from "./breakdown.ts"
import { type Definition, OUR_MEASURE } from "./definition.ts"
import { clockStartOf, type Judgement, type OwedInterview } from "./interviewVerdict.ts"
import type { Measure } from "./measure.ts"
import { addMonths, type Month, startOfMonth } from "./month.ts"

/** Upper ends of the bands, in thirds of the policy's hours: of 72, a day each. */
const THIRDS = [1, 2, 3, 4, 5, 7, 14]

/** Elapsed time as a whole number of hours, for a picture; either end belongs to some moment of the month. */
export interface HourSpan {
  readonly shortest: number
  readonly longest: number
}

/** How long after the return the month's interviews were held. Beside the published shape, and no part of it. */
export interface InterviewTimes {
  /** The policy's elapsed hours: 72. */
  readonly hours: number
  /** The policy's working days: 3. */
  readonly days: number
  /** When the working days are over, in elapsed hours, over every return there could be in the month. */
  readonly workingDays: HourSpan | undefined
  /** The month's interviews that were held, by the most hours of each band: `to-24`, `to-48`, … `over-336`. */
  readonly bands: Breakdown
}

const upperEnds = (hours: number): ReadonlyArray<number> => THIRDS.map((thirds) => (hours * thirds) / 3)

const bandOf = (elapsed: number, ends: ReadonlyArray<number>): string => {
  const end = ends.find((hours) => elapsed <= hours * MILLISECONDS_AN_HOUR)
  return end === undefined ? `over-${ends.at(-1)}` : `to-${end}`
}

/** The first and the last moment of each day are the longest and the shortest that the clock runs of it. */
const workingDaySpan = (month: Month, { policy, calendars }: Judgement): HourSpan | undefined => {
  const hours: Array<number> = []
  const before = startOfMonth(addMonths(month, 1))
  for (let day = londonDayOf(startOfMonth(month)); startOfLondonDay(day) < before; day = addDays(day, 1)) {
    for (const from of [startOfLondonDay(day), (startOfLondonDay(addDays(day, 1)) - 1) as Instant]) {
      const due = dueTimes(from, policy, calendars)
      if (Result.isFailure(due)) return undefined
      hours.push((due.success.workingDaysDueAt - from) / MILLISECONDS_AN_HOUR)
    }
  }
  return { shortest: Math.floor(Math.min(...hours)), longest: Math.ceil(Math.max(...hours)) }
}

/** The interviews of the month that were held at or after the return, by the time since the clock began. */
export const interviewTimes = (judgement: Judgement, month: Month): Measure<OwedInterview, InterviewTimes> => {
  const { policy, calendars } = judgement
  const hours = policy.interview.hours.value
  const ends = upperEnds(hours)
  const bands = new Map([...ends.map((end) => `to-${end}`), `over-${ends.at(-1)}`].map((band) => [band, 0]))
  return {
    add: (owed) => {
      const completedAt = owed.row.rhi_completed_at
      if (completedAt === undefined || completedAt < owed.returnedAt) return
      const start = clockStartOf(owed, policy)
      if (Result.isFailure(dueTimes(start, policy, calendars))) return
      const band = bandOf(completedAt - start, ends)
      bands.set(band, (bands.get(band) ?? 0) + 1)
    },
    finish: () => ({
      hours,
      days: policy.interview.workingDays.value,
      workingDays: workingDaySpan(month, judgement),
      bands: Object.fromEntries(bands)
    })
  }
}

/**
 * Where a band of {@link InterviewTimes} ends, in elapsed hours; undefined for the last, which has no end.
 *
 * @example
 * ```ts
 * import { endOfBand } from "@safe-return/domain/scorecard"
 *
 * endOfBand("to-72") // 72
 * endOfBand("over-336") // undefined
 * ```
 */
export const endOfBand = (band: string): number | undefined =>
  band.startsWith("to-") ? Number(band.slice("to-".length)) : undefined

export const interviewTimesDefinition: Definition = {
  field: "interviewTimes",
  counts:
    "Interviews of the month that were held, by elapsed hours since the policy's anchor (the return, unless it says otherwise). Each band takes its upper end; held before the return is in none. Beside the published shape, which has only the two clocks.",
  source: OUR_MEASURE
}

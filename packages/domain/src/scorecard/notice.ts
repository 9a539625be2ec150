import { MILLISECONDS_A_MINUTE, MILLISECONDS_AN_HOUR } from "../calendar/unitsOfTime.ts"
import type { Definition } from "./definition.ts"
import type { Measure } from "./measure.ts"
import type { MonthEpisode } from "./monthEpisode.ts"
import { NumberList } from "./NumberList.ts"

/** How long it took from the report to the council's being told. */
export interface Notice {
  /** Episodes with both times, the council not told before the report. */
  readonly measured: number
  /** In whole minutes, rounded down; null where nothing is measured. */
  readonly medianMinutes: number | null
  /** Those that took longer than an hour; exactly an hour is not longer. */
  readonly overOneHour: number
}

/** The middle one, or the mean of the middle two; undefined of none. */
const medianOf = (ordered: Float64Array): number | undefined => {
  const upper = ordered[Math.floor(ordered.length / 2)]
  const lower = ordered[Math.floor((ordered.length - 1) / 2)]
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2
}

/** Of the month's episodes, how long the council waited to be told: measured in milliseconds, shown in minutes. */
export const notice = (): Measure<MonthEpisode, Notice> => {
  const delays = new NumberList()
  let overOneHour = 0
  return {
    add: ({ row: { reported_at, notified_at } }) => {
      if (reported_at === undefined || notified_at === undefined || notified_at < reported_at) return
      delays.push(notified_at - reported_at)
      if (notified_at - reported_at > MILLISECONDS_AN_HOUR) overOneHour += 1
    },
    finish: () => {
      const median = medianOf(delays.sorted())
      return {
        measured: delays.length,
        medianMinutes: median === undefined ? null : Math.floor(median / MILLISECONDS_A_MINUTE),
        overOneHour
      }
    }
  }
}

export const noticeDefinition: Definition = {
  field: "notice",
  counts:
    "Episodes of the month with both times, from `reported_at` to `notified_at`: how many, the median in whole minutes rounded down (of an even number, the mean of the middle two), and how many waited over 60 minutes. One told before it was reported is not measured.",
  source: "Rotherham operating guidance, section 2: the police notify the MASH. No text gives a time for it"
}

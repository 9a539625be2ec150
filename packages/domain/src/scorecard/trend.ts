import type { Instant } from "../calendar/instant.ts"
import { type Definition, SCORECARD_SLIDES } from "./definition.ts"
import type { StartsOfTable } from "./EpisodeStarts.ts"
import { addMonths, formatMonth, type Month, startOfMonth } from "./month.ts"

/** One month beside the same month a year before. */
export interface TrendMonth {
  /** `YYYY-MM` */
  readonly month: string
  readonly episodes: number
  readonly children: number
  /** Episodes a year before; null where the table does not reach back to that month. */
  readonly sameMonthYearBefore: number | null
}

const MONTHS_SHOWN = 13
const A_YEAR = 12

interface MonthCount {
  episodes: number
  readonly children: Set<number>
}

/** The place among ordered beginnings of the month in which a moment lies; -1 before the first. */
const placeOf = (beginnings: ReadonlyArray<Instant>, moment: Instant): number => {
  let place = beginnings.length - 1
  while (place >= 0 && (beginnings[place] ?? moment) > moment) place -= 1
  return place
}

/** The moment from which on the trend of a month counts. */
export const trendFrom = (month: Month): Instant => startOfMonth(addMonths(month, 1 - MONTHS_SHOWN - A_YEAR))

/** Episodes and children of thirteen months that end with this one, oldest first, each with the year before. */
export const trendOf = ({ recent, earlier }: StartsOfTable, month: Month): ReadonlyArray<TrendMonth> => {
  const first = addMonths(month, 1 - MONTHS_SHOWN - A_YEAR)
  const counts: ReadonlyArray<MonthCount> = Array.from({ length: MONTHS_SHOWN + A_YEAR }, () => ({
    episodes: 0,
    children: new Set<number>()
  }))
  // The beginning of the next month too, so that what is later than the last falls outside.
  const beginnings = Array.from({ length: counts.length + 1 }, (_, place) => startOfMonth(addMonths(first, place)))
  const [opens = 0] = beginnings
  recent.forEach((child, time) => {
    if (time < opens) return
    const count = counts[placeOf(beginnings, time)]
    if (count === undefined) return
    count.episodes += 1
    count.children.add(child)
  })
  const earliest = Math.min(recent.earliest, earlier.earliest)
  return counts.slice(A_YEAR).map((count, place) => {
    const endOfYearBefore = beginnings[place + 1]
    const isReached = endOfYearBefore !== undefined && earliest < endOfYearBefore
    return {
      month: formatMonth(addMonths(first, A_YEAR + place)),
      episodes: count.episodes,
      children: count.children.size,
      sameMonthYearBefore: isReached ? (counts[place]?.episodes ?? null) : null
    }
  })
}

export const trendDefinition: Definition = {
  field: "trend",
  counts:
    "Thirteen months that end with the month, oldest first: episodes, children, and the episodes of the same month a year before, null where that is before the month of the table's first known `missing_at`.",
  source: `${SCORECARD_SLIDES}: trend per month; Rotherham's reports print year on year`
}

/** Our scorecard in the shape in which SQL answers, zeros left out: what has to be equal before anything is timed. */
type Counts = Readonly<Record<string, number>>

interface RatePrinted {
  readonly met: number
  readonly missed: number
  readonly notMeasurable: number
  readonly notYetDue: number
}

interface InterviewsPrinted {
  readonly owed: number
  readonly offered: number
  readonly accepted: number
  readonly declined: number
  readonly completed: number
  readonly notDone: Counts
  readonly within72Hours: RatePrinted
  readonly within3WorkingDays: RatePrinted
}

/** What `safe-return scorecard --format json` prints, as far as SQL answers it. */
interface ScorecardPrinted {
  readonly episodes: { readonly total: number; readonly children: number } & Readonly<Record<string, number | Counts>>
  readonly repeat: { readonly children3Plus: number }
  readonly recurrence: unknown
  readonly frequency: Counts
  readonly concentration: { readonly topFiveChildren: number }
  readonly notice: unknown
  readonly trend: ReadonlyArray<{
    month: string
    episodes: number
    children: number
    sameMonthYearBefore: number | null
  }>
  readonly rhi: InterviewsPrinted & { readonly byCaseStatus: Readonly<Record<string, InterviewsPrinted>> }
}

const isZero = (value: unknown): boolean => value === 0

/** The same with every zero left out and names in order. */
export const withoutZeros = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutZeros)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => !isZero(part))
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, withoutZeros(part)])
  )
}

const prefixed = (prefix: string, { met, missed, notMeasurable, notYetDue }: RatePrinted) =>
  Object.fromEntries(
    Object.entries({ met, missed, notMeasurable, notYetDue }).map(([verdict, count]) => [`${prefix}_${verdict}`, count])
  )

const interviewsOf = (status: string, counts: InterviewsPrinted) => {
  const { owed, offered, accepted, declined, completed, within72Hours, within3WorkingDays } = counts
  return {
    ...{ status, owed, offered, accepted, declined, completed },
    ...prefixed("hours", within72Hours),
    ...prefixed("days", within3WorkingDays)
  }
}

export const comparableAnswer = (printed: ScorecardPrinted): unknown => {
  const { episodes, repeat, recurrence, frequency, concentration, notice, trend, rhi } = printed
  const interviews = [["all", rhi] as const, ...Object.entries(rhi.byCaseStatus)]
  return {
    episodes,
    children3Plus: repeat.children3Plus,
    recurrence,
    frequency,
    topFiveChildren: concentration.topFiveChildren,
    notice,
    trend: trend.map(({ month, episodes, children }) => ({ month, episodes, children })),
    yearBefore: trend.map(({ sameMonthYearBefore }) => sameMonthYearBefore),
    interviews: interviews
      .filter(([, { owed }]) => owed > 0)
      .map(([status, counts]) => interviewsOf(status, counts))
      .sort((one, other) => (one.status < other.status ? -1 : 1)),
    notDone: rhi.notDone
  }
}

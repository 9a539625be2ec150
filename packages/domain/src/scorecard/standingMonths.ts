import * as Option from "effect/Option"
import type { InterviewTimes } from "./interviewTimes.ts"
import { addMonths, formatMonth, parseMonth } from "./month.ts"
import type { Scorecard } from "./scorecard.ts"
import { WITHHELD } from "./suppression/figure.ts"
import { suppressCounts } from "./suppression/suppressScorecard.ts"
import type { TrendMonth } from "./trend.ts"

/** A month as it was counted for a print with small counts withheld. */
export interface MonthEdition {
  readonly scorecard: Scorecard
  readonly interviewTimes: InterviewTimes
  /** The smallest count that was shown of it. */
  readonly shownFrom: number
}

/** A month as it may be printed beside what was published before. */
export interface StandingMonth extends MonthEdition {
  /** Whether a month of its year stands as it was published, so that the year's children would tell what changed since. */
  readonly hidesFrequency: boolean
}

/** What is no count, or is of other months: those stand by themselves. */
const LEFT_OUT = new Set(["month", "asOf", "policy", "trend", "percent", "medianMinutes", "days"])

type Leaves = ReadonlyMap<string, unknown>

const leavesOf = (value: unknown, path = "", found = new Map<string, unknown>()): Leaves => {
  if (typeof value === "number" || value === WITHHELD) found.set(path, value)
  else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (!LEFT_OUT.has(name)) leavesOf(inner, `${path}.${name}`, found)
    }
  }
  return found
}

const commonDivisor = (one: number, other: number): number => (other === 0 ? one : commonDivisor(other, one % other))

/**
 * Whether every change is a multiple of one number that is not small: then no sum and no difference of changes is small
 * either.
 */
const areChangesLarge = (before: Leaves, now: Leaves, shownFrom: number): boolean => {
  const changes = [...new Set([...before.keys(), ...now.keys()])].map((path) =>
    Math.abs(Number(now.get(path) ?? 0) - Number(before.get(path) ?? 0))
  )
  const common = changes.reduce(commonDivisor, 0)
  return common === 0 || common >= shownFrom
}

const withheldIn = (leaves: Leaves): string =>
  [...leaves]
    .flatMap(([path, figure]) => (figure === WITHHELD ? [path] : []))
    .sort()
    .join()

type Part = (edition: MonthEdition) => unknown

/** The two parts of a month that are revised or stand, each as a whole: its episodes, and its interviews. */
const ofEpisodes: Part = ({ scorecard: { rhi: _rhi, ...episodes } }) => episodes
const ofInterviews: Part = ({ scorecard: { rhi }, interviewTimes: { bands } }) => ({ rhi, bands })

const suppressedEdition = (edition: MonthEdition): unknown => suppressCounts(edition.scorecard, edition.shownFrom)

/** Whether a part may be shown as it is now beside every print of it that was published. */
const isRevised = (part: Part, editions: ReadonlyArray<MonthEdition>, now: MonthEdition): boolean =>
  editions.every(
    (before) =>
      areChangesLarge(leavesOf(part(before)), leavesOf(part(now)), now.shownFrom) &&
      withheldIn(leavesOf(suppressedEdition(before))) === withheldIn(leavesOf(suppressedEdition(now)))
  )

/** What stands of one month: the print published last, with what may be revised of it. */
const standing = (editions: ReadonlyArray<MonthEdition>, now: MonthEdition): MonthEdition => {
  const last = editions.at(-1)
  if (last === undefined) return now
  const isCountedAlike =
    now.scorecard.policy === last.scorecard.policy &&
    now.shownFrom === last.shownFrom &&
    now.scorecard.asOf === last.scorecard.asOf
  const { rhi: lastInterviews, ...lastEpisodes } = last.scorecard
  const { rhi, ...episodes } = now.scorecard
  const revisesEpisodes = isCountedAlike && isRevised(ofEpisodes, editions, now)
  const revisesInterviews = isCountedAlike && isRevised(ofInterviews, editions, now)
  return {
    scorecard: {
      ...(revisesEpisodes ? episodes : lastEpisodes),
      rhi: revisesInterviews ? rhi : lastInterviews,
      trend: last.scorecard.trend
    },
    interviewTimes: revisesInterviews ? now.interviewTimes : last.interviewTimes,
    shownFrom: last.shownFrom
  }
}

const yearBefore = (month: string): string =>
  Option.match(parseMonth(month), { onNone: () => "", onSome: (one) => formatMonth(addMonths(one, -12)) })

type Totals = Pick<Scorecard["episodes"], "total" | "children">

const trendMonth = (shown: TrendMonth, totalsOf: (month: string) => Totals | undefined): TrendMonth => {
  const [own, before] = [totalsOf(shown.month), totalsOf(yearBefore(shown.month))]
  return {
    month: shown.month,
    episodes: own?.total ?? shown.episodes,
    children: own?.children ?? shown.children,
    sameMonthYearBefore: shown.sameMonthYearBefore === null ? null : (before?.total ?? shown.sameMonthYearBefore)
  }
}

/**
 * Months that were counted again, as they may be printed with small counts withheld beside what was published of them. A
 * month stands as it was published last. Its episodes, or its interviews, are revised where every change is a
 * multiple of one number that is not small and the same figures are withheld; under another policy nothing is. Months without a print are as counted.
 *
 * Source: decision 43 (`docs/decisions/0043-counts-too-small-to-show.md`). Nothing throws.
 *
 * @param counted each as it is counted for a print, as known when it was published first
 * @param published every print, in the order in which they were published
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { standingMonths, startScorecard } from "@safe-return/domain/scorecard"
 * import { Result } from "effect"
 *
 * const editionOf = (episodes: number) => {
 *   const question = { month: "2026-11", asOf: utc(2026, 12, 1, 8, 30), policy: rotherham }
 *   const counting = Result.getOrThrow(startScorecard(question))
 *   for (let number = 0; number < episodes; number += 1) {
 *     counting.add({ child_ref: `LCS-${number}`, missing_at: utc(2026, 11, 20, 17) })
 *   }
 *   return { scorecard: counting.finish(), interviewTimes: counting.interviewTimes(), shownFrom: 5 }
 * }
 * const totals = [7, 12].map((now) => standingMonths([editionOf(now)], [editionOf(6)])[0]?.scorecard.episodes.total)
 * totals // [6,12]
 * ```
 */
export const standingMonths = (
  counted: ReadonlyArray<MonthEdition>,
  published: ReadonlyArray<MonthEdition>
): ReadonlyArray<StandingMonth> => {
  const printsOf = (month: string) => published.filter(({ scorecard }) => scorecard.month === month)
  const months = counted.map((now) => ({ now, stands: standing(printsOf(now.scorecard.month), now) }))
  const totals = new Map<string, Totals>()
  for (const { scorecard } of published) totals.set(scorecard.month, scorecard.episodes)
  for (const { stands } of months) totals.set(stands.scorecard.month, stands.scorecard.episodes)
  return months.map(({ now, stands }) => {
    const trend = stands.scorecard.trend.map((shown) => trendMonth(shown, (month) => totals.get(month)))
    const isFirstPrint = stands === now
    return {
      ...stands,
      scorecard: { ...stands.scorecard, trend },
      hidesFrequency: isFirstPrint && JSON.stringify(trend) !== JSON.stringify(now.scorecard.trend)
    }
  })
}

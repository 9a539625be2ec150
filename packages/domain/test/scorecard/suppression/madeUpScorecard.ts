/** Scorecards from counts alone, for attackers who try every world: counting rows would take too long. */
import type { Policy } from "../../../src/policy/index.ts"
import { rotherham } from "../../../src/policy/index.ts"
import {
  type Followed,
  type InterviewCounts,
  type Rate,
  type Scorecard,
  suppressScorecard
} from "../../../src/scorecard/index.ts"
import { scorecard } from "../madeUpTable.ts"

const empty = scorecard([])
const emptyRow = empty.rhi.byCaseStatus["looked-after"] ?? empty.rhi

const sum = (counts: ReadonlyArray<number>) => counts.reduce((all, count) => all + count, 0)

/** How many episodes each child had in each of some months in a row: all that anything here depends on. */
export type Children = ReadonlyArray<ReadonlyArray<number>>

const inOrder = (children: Children, month: number) =>
  children
    .map((episodes) => episodes[month] ?? 0)
    .filter((count) => count > 0)
    .sort((one, other) => other - one)

const bandOf = (episodes: number) =>
  Object.keys(empty.frequency).find((name) => episodes <= Number(name.split("-").at(-1) ?? 0)) ?? "over-100"

const frequencyOf = (children: Children, month: number): Scorecard["frequency"] => {
  const counts: Record<string, number> = { ...empty.frequency }
  for (const episodes of children) {
    const all = sum(episodes.slice(0, month + 1))
    if (all > 0) counts[bandOf(all)] = (counts[bandOf(all)] ?? 0) + 1
  }
  return counts as Scorecard["frequency"]
}

/** Each child's but the last of the month was followed by another, and that one was not. */
const againWithin = (counts: ReadonlyArray<number>): Followed => ({
  followed: sum(counts) - counts.length,
  notFollowed: counts.length,
  notYetKnown: 0
})

/** A table whose whole is this month's, all in its first part. */
const allInOne = (table: Readonly<Record<string, number>>, total: number) =>
  Object.fromEntries(Object.keys(table).map((name, place) => [name, place === 0 ? total : 0]))

/** Of the month at this place, with those before it in its trend. Before them nothing happened. */
export const scorecardOfChildren = (children: Children, month: number): Scorecard => {
  const counts = inOrder(children, month)
  const [total, topFiveChildren] = [sum(counts), sum(counts.slice(0, 5))]
  return {
    ...empty,
    episodes: {
      total,
      children: counts.length,
      byAbsence: allInOne(empty.episodes.byAbsence, total),
      byMissingFrom: allInOne(empty.episodes.byMissingFrom, total),
      byCaseStatus: allInOne(empty.episodes.byCaseStatus, total),
      byArea: { A: total, "not-recorded": 0 },
      byRisk: allInOne(empty.episodes.byRisk, total),
      byDuration: allInOne(empty.episodes.byDuration, total)
    },
    recurrence: { within30Days: againWithin(counts), within90Days: againWithin(counts) },
    repeat: { children3Plus: counts.filter((count) => count >= 3).length, window: null },
    concentration: { topFiveChildren, of: total },
    frequency: frequencyOf(children, month),
    trend: empty.trend.map((shown, place) => {
      const theirs = inOrder(children, month - (empty.trend.length - 1 - place))
      return { ...shown, episodes: sum(theirs), children: theirs.length }
    })
  }
}

/** A month whose episodes have all ended, by whether another followed. */
export const scorecardOfFollowed = (
  { total, children }: { readonly total: number; readonly children: number },
  [within30Days, within90Days]: readonly [Followed, Followed]
): Scorecard => ({
  ...empty,
  episodes: { ...empty.episodes, total, children, byDuration: { ...empty.episodes.byDuration, "under-1": total } },
  recurrence: { within30Days, within90Days },
  trend: empty.trend.map((shown, place) =>
    place === empty.trend.length - 1 ? { ...shown, episodes: total, children } : shown
  )
})

/** How one interview owed came out: its verdict by the hours and by the days, and whether it was held. */
const endings = {
  inTime: ["met", "met", true],
  inDaysAlone: ["missed", "met", true],
  late: ["missed", "missed", true],
  before: ["notMeasurable", "notMeasurable", true],
  not: ["missed", "missed", false],
  notBetween: ["missed", "notYetDue", false],
  open: ["notYetDue", "notYetDue", false]
} as const

export interface OwedOutcome {
  readonly status: string
  readonly ending: keyof typeof endings
  readonly isOffered?: boolean
  readonly answer?: "accepted" | "declined"
  readonly reason?: string
}

export const everyEnding = Object.keys(endings) as ReadonlyArray<keyof typeof endings>

const rowOf = (outcomes: ReadonlyArray<OwedOutcome>, counts: ReadonlyArray<number>): InterviewCounts => {
  const count = (isOne: (outcome: OwedOutcome) => boolean) =>
    outcomes.reduce((all, outcome, place) => (isOne(outcome) ? all + (counts[place] ?? 0) : all), 0)
  const owed = count(() => true)
  if (owed === 0) return emptyRow
  const rate = (clock: 0 | 1): Rate => {
    const at = (verdict: string) => count(({ ending }) => endings[ending][clock] === verdict)
    const [met, missed] = [at("met"), at("missed")]
    const [notMeasurable, notYetDue] = [at("notMeasurable"), at("notYetDue")]
    return { met, missed, notMeasurable, notYetDue, denominator: met + missed, percent: 0, sentence: "" }
  }
  const reasons = [...new Set(outcomes.flatMap(({ reason }) => reason ?? []))]
  return {
    owed,
    offered: count(({ isOffered }) => isOffered ?? true),
    accepted: count(({ answer }) => answer === "accepted"),
    declined: count(({ answer }) => answer === "declined"),
    completed: count(({ ending }) => endings[ending][2]),
    notDone: Object.fromEntries(
      reasons
        .map((reason) => [reason, count((outcome) => outcome.reason === reason)] as const)
        .filter(([, number]) => number > 0)
    ),
    within72Hours: rate(0),
    within3WorkingDays: rate(1)
  }
}

/** A month whose episodes are all owed an interview, so many of each outcome. */
export const scorecardOfOwed = (outcomes: ReadonlyArray<OwedOutcome>, counts: ReadonlyArray<number>): Scorecard => {
  const byCaseStatus = Object.fromEntries(
    Object.keys(empty.rhi.byCaseStatus).map((status) => {
      const places = outcomes.flatMap((outcome, place) => (outcome.status === status ? [place] : []))
      return [
        status,
        rowOf(
          places.flatMap((place) => outcomes[place] ?? []),
          places.map((place) => counts[place] ?? 0)
        )
      ] as const
    })
  )
  const total = sum(counts)
  return {
    ...empty,
    episodes: {
      ...empty.episodes,
      total,
      children: total,
      byCaseStatus: Object.fromEntries(Object.entries(byCaseStatus).map(([status, { owed }]) => [status, owed]))
    },
    // Not of a table's first month, of which nothing is shown.
    trend: empty.trend.map((shown) => ({ ...shown, sameMonthYearBefore: 0 })),
    rhi: { ...rowOf(outcomes, counts), byCaseStatus }
  }
}

export const suppressed = (whole: Scorecard, policy: Policy = rotherham) => suppressScorecard(whole, policy)

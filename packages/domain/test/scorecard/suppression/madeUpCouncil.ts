/** Months of made-up councils of every size, down to one child or one area. Nobody here exists. */

import * as Option from "effect/Option"
import * as Result from "effect/Result"
import fc from "fast-check"
import { addHours, type Instant, utc } from "../../../src/calendar/index.ts"
import { type Policy, rotherham, usualScorecardRules } from "../../../src/policy/index.ts"
import {
  addMonths,
  type InterviewTimes,
  parseMonth,
  type Scorecard,
  type ScorecardRow,
  startOfMonth,
  startScorecard
} from "../../../src/scorecard/index.ts"
import { number } from "../../risk/madeUpRecord.ts"

export const first = Option.getOrThrow(parseMonth("2024-01"))
/** The last month in which anything happens. */
export const MONTHS = 15
const statuses = [
  "looked-after",
  "child-protection",
  "child-in-need",
  "early-help",
  "not-known",
  "other-authority"
] as const
const reasons = ["declined", "no-answer", "parent-refused"] as const

export interface Council {
  readonly seed: number
  readonly children: number
  readonly perMonth: number
  readonly quietMonths: number
  readonly areas: number
  readonly statuses: number
  readonly tidy: number
  readonly asOfDays: number
  readonly hasWindow: boolean
}

export const councils: fc.Arbitrary<Council> = fc.record({
  seed: fc.nat(),
  children: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 5, max: 90 })),
  perMonth: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 5, max: 90 })),
  quietMonths: fc.constantFrom(0, 0.2, 0.9, 1),
  areas: fc.integer({ min: 0, max: 8 }),
  statuses: fc.integer({ min: 1, max: 6 }),
  tidy: fc.constantFrom(0.5, 0.8, 0.95, 1),
  asOfDays: fc.constantFrom(0, 3, 40, 400),
  hasWindow: fc.boolean()
})

/** Numbers from 0 to just below 1, the same for the same seed. */
const drawing = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const rowsOf = (council: Council): ReadonlyArray<ScorecardRow> => {
  const draw = drawing(council.seed)
  const among = <Item>(items: ReadonlyArray<Item>): Item | undefined => items[Math.floor(draw() ** 1.5 * items.length)]
  const often = <Value>(value: Value): Value | undefined => (draw() < council.tidy ? value : undefined)
  const areas = Array.from({ length: council.areas }, (_, place) => `Area ${place}`)
  const rows: Array<ScorecardRow> = []
  for (let by = 0; by < MONTHS; by += 1) {
    const isQuiet = by < MONTHS - 3 && draw() < council.quietMonths
    const episodes = isQuiet ? 0 : Math.floor((0.5 + draw()) * council.perMonth)
    const from = startOfMonth(addMonths(first, by))
    for (let made = 0; made < episodes; made += 1) {
      const missing = addHours(from, Math.floor(draw() * 27 * 24))
      const hours = Math.ceil(draw() ** 4 * 900)
      const back = draw() < 0.95 ? addHours(missing, hours) : undefined
      const reported = addHours(missing, 1)
      const owed = back !== undefined
      const held = owed && draw() < 0.65 ? addHours(back, Math.floor(draw() ** 1.5 * 160) - 1) : undefined
      rows.push({
        child_ref: `LCS-${Math.floor(draw() ** 2 * council.children)}`,
        absence: often(draw() < 0.9 ? "missing" : "away"),
        missing_from: often(draw() < 0.7 ? "care" : "home"),
        case_status: often(among(statuses.slice(0, council.statuses))),
        area: often(among(areas)),
        risk: often(among(["medium", "high", "low", "no-apparent"] as const)),
        missing_at: missing,
        reported_at: often(reported),
        notified_at: often(addHours(reported, draw() < 0.8 ? 0.2 : 3)),
        found_at: back,
        returned_at: back,
        rhi_offered_at: owed ? often(addHours(back, 2)) : undefined,
        rhi_response: owed ? often(draw() < 0.8 ? ("accepted" as const) : ("declined" as const)) : undefined,
        rhi_completed_at: held,
        rhi_not_done: held === undefined && owed ? often(among(reasons)) : undefined
      } as ScorecardRow)
    }
  }
  return rows
}

const policyOf = ({ hasWindow }: Council): Policy =>
  hasWindow ? { ...rotherham, scorecard: { ...usualScorecardRules, windowDays: number(90) } } : rotherham

export interface CouncilMonths {
  readonly policy: Policy
  readonly scorecards: ReadonlyArray<Scorecard>
  /** Of the same months. */
  readonly interviewTimes: ReadonlyArray<InterviewTimes>
}

/** The last three months of a council, all as they are known some days after the last of them. */
export const monthsOf = (council: Council): CouncilMonths => {
  const rows = rowsOf(council)
  const policy = policyOf(council)
  const asOf: Instant = addHours(startOfMonth(addMonths(first, MONTHS)), 24 * council.asOfDays)
  const counted = [3, 2, 1].map((back) => {
    const month = new Date(utc(2024, MONTHS - back + 1, 15, 12)).toISOString().slice(0, 7)
    const counting = Result.getOrThrow(startScorecard({ month, asOf, policy }))
    for (const row of rows) counting.add(row)
    return counting
  })
  return {
    policy,
    scorecards: counted.map(({ finish }) => finish()),
    interviewTimes: counted.map(({ interviewTimes }) => interviewTimes())
  }
}

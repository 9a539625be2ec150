/** Random tables of one child's or many children's months, with the edges at which a measure turns. */
import fc from "fast-check"
import { formatInstant, Instant, utc } from "../../src/calendar/index.ts"
import { notDoneWords } from "../../src/pathway/pathwayWords.ts"
import { type Policy, rotherham, usualScorecardRules } from "../../src/policy/index.ts"
import { parseMonth, startOfMonth } from "../../src/scorecard/month.ts"
import { number } from "../risk/madeUpRecord.ts"
import type { ReckoningRules, TableText } from "./independentReckoning.ts"

const HOUR = 3_600_000
const DAY = 24 * HOUR

const months = ["2024-02", "2025-12", "2026-03", "2026-06", "2026-10"]

/** Elapsed times at which something turns, and the milliseconds on both sides of it. */
const turns = [0, HOUR, DAY, 3 * DAY, 4 * DAY, 8 * DAY, 11 * DAY, 16 * DAY, 21 * DAY, 30 * DAY, 31 * DAY, 90 * DAY]
const elapsed = fc.oneof(
  fc.tuple(fc.constantFrom(...turns), fc.constantFrom(-1, 0, 1)).map(([turn, by]) => turn + by),
  fc.integer({ min: -2 * DAY, max: 12 * DAY }),
  fc.integer({ min: 0, max: 100 * DAY })
)

/** Near the month's edges, within it, or in the two years before. */
const around = (month: string) => {
  const from = monthStart(month)
  return fc.oneof(
    fc.integer({ min: 0, max: 31 * DAY }).map((after) => from + after),
    fc
      .tuple(fc.constantFrom(0, 28, 29, 30, 31), fc.integer({ min: -2 * HOUR, max: 2 * HOUR }))
      .map(([days, by]) => from + days * DAY + by),
    fc.integer({ min: -800 * DAY, max: 40 * DAY }).map((after) => from + after)
  )
}

const monthStart = (month: string): number => {
  const parsed = parseMonth(month)
  if (parsed._tag === "None") throw new Error(`${month} is no month`)
  return startOfMonth(parsed.value)
}

const statuses = ["looked-after", "child-protection", "child-in-need", "early-help", "not-known", "other-authority"]

/** Three children, each in more than one spelling. */
const references = ["LCS-1001", "lcs-1001", "ＬＣＳ－１００１", "LCS-2002", "Lcs-2002", "LCS - 2002", "77003"]

const mayBe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 5 })

const rowOf = (month: string) =>
  fc
    .record({
      child_ref: fc.constantFrom(...references),
      absence: mayBe(fc.constantFrom("missing", "away")),
      missing_from: mayBe(fc.constantFrom("home", "care")),
      case_status: mayBe(fc.constantFrom(...statuses)),
      area: mayBe(fc.constantFrom("Wath", "Maltby", "12", "__proto__", "not-recorded")),
      risk: mayBe(fc.constantFrom("no-apparent", "low", "medium", "high")),
      missing: mayBe(around(month)),
      reported: mayBe(elapsed),
      notified: mayBe(elapsed),
      found: mayBe(elapsed),
      returned: mayBe(
        fc.oneof(
          elapsed,
          around(month).map((at) => ({ at }))
        )
      ),
      offered: mayBe(elapsed),
      completed: mayBe(elapsed),
      rhi_response: mayBe(fc.constantFrom("accepted", "declined", "no-answer")),
      rhi_not_done: fc.option(fc.constantFrom(...Object.keys(notDoneWords.words)), { nil: undefined })
    })
    .map(({ missing, reported, notified, found, returned, offered, completed, ...codes }): TableText => {
      const began = missing ?? monthStart(month)
      const after = (time: number | undefined, by: number | undefined) =>
        time === undefined || by === undefined ? undefined : time + by
      const backAt = typeof returned === "object" ? returned.at : after(began, returned)
      const moments = {
        missing_at: missing,
        reported_at: after(began, reported),
        notified_at: after(after(began, reported) ?? began, notified),
        found_at: after(began, found),
        returned_at: backAt,
        rhi_offered_at: after(backAt, offered),
        rhi_completed_at: after(backAt, completed)
      }
      const written = Object.entries(moments).flatMap(([column, at]) =>
        at === undefined ? [] : [[column, formatInstant(Instant(at))] as const]
      )
      const coded = Object.entries(codes).filter((cell): cell is [string, string] => cell[1] !== undefined)
      return Object.fromEntries([...coded, ...written])
    })

/** A policy with the conventions that a scorecard heeds, in all their combinations. */
const policies = fc
  .record({
    anchor: fc.constantFrom("returned", "found", "notified"),
    dayZero: fc.constantFrom("return-day", "day-before-return"),
    cutoff: fc.constantFrom("end-of-day", "17:00", "01:30"),
    nation: fc.constantFrom("england-and-wales", "scotland", "northern-ireland"),
    percentFrom: fc.constantFrom(1, 5, 10),
    windowDays: fc.constantFrom(null, 28, 90),
    isUsual: fc.boolean()
  })
  .map(({ isUsual, ...drawn }): { readonly policy: Policy; readonly rules: ReckoningRules } => {
    const usual = {
      anchor: "returned",
      dayZero: "return-day",
      cutoff: "end-of-day",
      nation: "england-and-wales"
    } as const
    const rules = isUsual ? { ...usual, percentFrom: 5, windowDays: null } : drawn
    const { interview } = rotherham
    const policy = {
      ...rotherham,
      id: "made-up-policy",
      interview: {
        ...interview,
        anchor: number(rules.anchor),
        dayZero: number(rules.dayZero),
        cutoff: number(rules.cutoff),
        calendar: number(rules.nation)
      },
      scorecard: {
        ...usualScorecardRules,
        percentFrom: number(rules.percentFrom),
        ...(rules.windowDays === null ? {} : { windowDays: number(rules.windowDays) })
      }
    }
    return { policy: policy as Policy, rules: { policyId: "made-up-policy", ...rules } as ReckoningRules }
  })

export interface ScorecardCase {
  readonly month: string
  readonly asOf: string
  readonly table: ReadonlyArray<TableText>
  readonly policy: Policy
  readonly rules: ReckoningRules
}

/** A table, the month that is asked of it, up to when, and by which policy. */
export const scorecardCases: fc.Arbitrary<ScorecardCase> = fc.constantFrom(...months).chain((month) =>
  fc
    .record({
      table: fc.array(rowOf(month), { maxLength: 40, size: "max" }),
      policy: policies,
      // In the month, some weeks after it, or when nothing is open any more.
      asOf: fc.oneof(
        around(month),
        fc.integer({ min: 0, max: 130 * DAY }).map((by) => monthStart(month) + by)
      ),
      later: fc.boolean(),
      among: fc.nat()
    })
    .map(({ table, policy: { policy, rules }, asOf, later, among }) => {
      // Often exactly at a moment that the table names, where "at" and "after" differ.
      const named = table.flatMap((row) =>
        Object.entries(row).flatMap(([key, text]) => (key.endsWith("_at") ? [text] : []))
      )
      const exact = named[among % Math.max(1, named.length)]
      const text = exact !== undefined && among % 2 === 0 ? exact : formatInstant(Instant(asOf))
      return { month, asOf: later ? formatInstant(utc(2028, 1, 1)) : text, table, policy, rules }
    })
)

/** The same cases in every process. */
export const sampledCases = (): ReadonlyArray<ScorecardCase> =>
  fc.sample(scorecardCases, { seed: 20261130, numRuns: 120 })

import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addHours, calendars, type Instant } from "../../../src/calendar/index.ts"
import { type Policy, rotherham, shownFromOf, usualScorecardRules } from "../../../src/policy/index.ts"
import {
  addMonths,
  formatMonth,
  type MonthEdition,
  publishingMoment,
  type ScorecardRow,
  standingMonths,
  startScorecards,
  suppressScorecard
} from "../../../src/scorecard/index.ts"
import { number } from "../../risk/madeUpRecord.ts"
import { type Published, pinnedBy, readScorecards } from "./attacker.ts"
import { Counting } from "./counting.ts"
import { type Council, councils, first, MONTHS, rowsOf } from "./madeUpCouncil.ts"

const LAST = addMonths(first, MONTHS - 1)
const SAMPLE = { seed: 20_261_203, numRuns: 25 }
const sample: ReadonlyArray<Council> = fc.sample(councils, SAMPLE)
/** Of a size at which most is shown. */
const large = sample.map((council) => ({ ...council, children: 120, perMonth: 60 + (council.seed % 30), statuses: 2 }))

/** Another choice of what is small, with another clock: what a council might decide a year later. */
const another: Policy = {
  ...rotherham,
  id: "another",
  interview: { ...rotherham.interview, hours: number(48) },
  scorecard: { ...usualScorecardRules, shownFrom: number(10) }
}

const published = publishingMoment(LAST, rotherham, calendars)

const editionOf = (
  rows: ReadonlyArray<ScorecardRow>,
  {
    asOf = published,
    policy = rotherham,
    isPublished = false
  }: { asOf?: Instant; policy?: Policy; isPublished?: boolean }
): MonthEdition => {
  const question = { months: [formatMonth(LAST)], asOf, policy }
  const counting = Result.getOrThrow(
    startScorecards({ ...question, ...(isPublished ? { publishedBy: () => policy } : {}) })
  )
  for (const row of rows) counting.add(row)
  const [month] = counting.months
  if (month === undefined) throw new Error("no month was counted")
  return { scorecard: month.finish(), interviewTimes: month.interviewTimes(), shownFrom: shownFromOf(policy) }
}

const printOf = ({ scorecard, shownFrom }: MonthEdition): Published =>
  JSON.parse(
    JSON.stringify(
      suppressScorecard(scorecard, {
        ...rotherham,
        scorecard: { ...usualScorecardRules, shownFrom: number(shownFrom) }
      })
    )
  )

/** Every figure of a print by its path, but shares and medians, which are no counts. */
const figuresOf = (value: unknown, path = "", found = new Map<string, unknown>()): ReadonlyMap<string, unknown> => {
  if (typeof value === "number" || value === "c") found.set(path, value)
  else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (!/^(percent|medianMinutes|asOf|days)$/.test(name)) figuresOf(inner, `${path}.${name}`, found)
    }
  }
  return found
}

/** What two prints of one month tell by a difference: how many interviews were held, or found to be late, between them. */
const toldByDifference = (one: Published, other: Published): ReadonlyArray<string> => {
  const [before, after] = [figuresOf(one), figuresOf(other)]
  return [...before].flatMap(([path, figure]) => {
    const change = Math.abs(Number(after.get(path)) - Number(figure))
    return change > 0 && change < 5 ? [`${path}: ${change}`] : []
  })
}

/** What either print shows, as if it stood in one. */
const merged = (one: unknown, other: unknown): unknown => {
  if (one === "c") return other
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) return one
  const [mine, theirs] = [one as Record<string, unknown>, other as Record<string, unknown>]
  if (Array.isArray(one)) return one.map((inner, place) => merged(inner, theirs[place]))
  return Object.fromEntries(Object.keys(mine).map((name) => [name, merged(mine[name], theirs[name] ?? mine[name])]))
}

const later = addHours(published, 24 * 20)

describe("an attacker who has a month printed again once more interviews were due", () => {
  test("reads the very same, because the month is shown as it was known when it was published", () => {
    for (const council of [...sample, ...large]) {
      const rows = rowsOf(council)
      const prints = [published, addHours(published, 1), later].map((asOf) =>
        printOf(editionOf(rows, { asOf, isPublished: true }))
      )
      expect(new Set(prints.map((print) => JSON.stringify(print))).size).toBe(1)
    }
  })

  test("could tell small changes where the month is shown as known at either moment", () => {
    const told = large.flatMap((council) => {
      const rows = rowsOf({ ...council, quietMonths: 0 })
      return toldByDifference(printOf(editionOf(rows, {})), printOf(editionOf(rows, { asOf: later })))
    })
    expect(told.length).toBeGreaterThan(10)
  })

  test("is refused a print before the month is published", () => {
    const asked = { months: [formatMonth(LAST)], policy: rotherham, publishedBy: () => rotherham }
    const early = startScorecards({ ...asked, asOf: addHours(published, -1) })
    expect(Result.isFailure(early) && early.failure.message).toContain("March 2025 is not published before 2025-04-01")
    expect(Result.isSuccess(startScorecards({ ...asked, asOf: published }))).toBe(true)
  })
})

describe("an attacker who has a month printed under two policies", () => {
  test("reads what was published under the first, whichever the second", () => {
    for (const council of sample) {
      const rows = rowsOf(council)
      const before = editionOf(rows, {})
      const [stands] = standingMonths([editionOf(rows, { policy: another })], [before])
      expect(stands && printOf(stands)).toEqual(printOf(before))
    }
  })

  test("could tell small counts of two such prints side by side", () => {
    const told = large.slice(0, 8).flatMap((council) => {
      const rows = rowsOf(council)
      const [one, other] = [printOf(editionOf(rows, {})), printOf(editionOf(rows, { policy: another }))]
      const atEither = { ...other, ...(merged(one, other) as Published), rhi: one.rhi }
      try {
        return [...pinnedBy(readScorecards([atEither], false)), ...toldByDifference(one, other)]
      } catch {
        return []
      }
    })
    expect(told.length).toBeGreaterThan(0)
  })
})

describe("an attacker who has a month printed again after it was corrected", () => {
  const corrected = (rows: ReadonlyArray<ScorecardRow>, late: number): ReadonlyArray<ScorecardRow> => {
    const [some] = rows.filter(({ missing_at: at }) => at !== undefined && at >= addHours(published, -24 * 20))
    return some === undefined
      ? rows
      : [...rows, ...Array.from({ length: late }, (_, made) => ({ ...some, child_ref: `LCS-9${made}` }))]
  }

  test("tells no change of 1 to 4, nor one by the difference of two changes", () => {
    fc.assert(
      fc.property(councils, fc.integer({ min: 1, max: 12 }), (council, late) => {
        const rows = rowsOf(council)
        const [before, now] = [editionOf(rows, {}), editionOf(corrected(rows, late), {})]
        const [stands] = standingMonths([now], [before])
        if (stands === undefined) throw new Error("a month is missing")
        const [one, other] = [printOf(before), printOf(stands)]
        expect(toldByDifference(one, other)).toEqual([])
        const changed = [...figuresOf(one)].map(([path, figure]) => Number(figuresOf(other).get(path)) - Number(figure))
        const changes = [...new Set(changed.filter((change) => change > 0))]
        for (const change of changes) {
          for (const from of changes)
            expect([change - from, change === from || Math.abs(change - from) >= 5]).toEqual([change - from, true])
        }
      }),
      { numRuns: 25 }
    )
  })

  test("reads a change that is large in every figure that it touches", () => {
    const rows = Array.from(
      { length: 6 },
      (_, made): ScorecardRow => ({
        child_ref: `LCS-${made}`,
        missing_at: addHours(published, -24 * 10)
      })
    )
    const before = editionOf(rows, {})
    const totalAfter = (late: number) =>
      standingMonths([editionOf(corrected(rows, late), {})], [before])[0]?.scorecard.episodes.total
    expect([1, 4, 5, 6].map(totalAfter)).toEqual([6, 6, 11, 12])
  })
})

describe("an attacker who takes all returns of a table from all its episodes", () => {
  /** For each month of a table, what the prints up to it say of those who have not returned. */
  const pinnedOpen = (council: Council, isMended: boolean): ReadonlyArray<string> => {
    const rows = rowsOf(council)
    const months = Array.from({ length: MONTHS }, (_, by) => addMonths(first, by))
    const question = { months: months.map(formatMonth), asOf: later, policy: rotherham, publishedBy: () => rotherham }
    const counting = Result.getOrThrow(startScorecards(question))
    for (const row of rows) counting.add(row)
    const known = new Counting()
    const read = (name: string, figure: number | "c", least = 0, most?: number) =>
      figure === "c" ? known.number(name, least, most) : known.number(name, figure, figure)
    known.number("open before", 0, 0)
    let before = "open before"
    for (const [place, { finish }] of counting.months.entries()) {
      const whole = finish()
      const { episodes, rhi } = suppressScorecard(whole, rotherham)
      const owed = isMended ? rhi.owed : whole.rhi.owed > 0 && whole.rhi.owed < 5 ? "c" : whole.rhi.owed
      const open = known.number(`open after ${place}`)
      known.sum([open, read(`${place} returns`, owed)], known.number(`${place} in all`))
      known.sum([before, read(`${place} episodes`, episodes.total, 1, 4)], `${place} in all`)
      before = open
    }
    return pinnedBy(known).flatMap(([name, count]) => (name.startsWith("open") ? [`${name}: ${count}`] : []))
  }

  test("cannot tell how many children had not returned at the end of any month", () => {
    for (const council of [...sample, ...large]) expect(pinnedOpen(council, true)).toEqual([])
  })

  test("could tell where the returns of the table's first month are shown", () => {
    const told = [...sample, ...large].flatMap((council) => pinnedOpen(council, false))
    expect(told.length).toBeGreaterThan(10)
  })
})

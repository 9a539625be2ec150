import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  censusReturnOf,
  type EducationScorecard,
  suppressCensusReturn,
  suppressEducationScorecard
} from "../../../src/education/index.ts"
import { pinnedCounts } from "../../scorecard/suppression/everyWorld.ts"
import { day, rowOf, scorecard, someDay, someQuarter, tables } from "../caseTexts.ts"

const isSmall = (count: number): boolean => count > 0 && count < 5

/** Every number and mark that is shown under these keys, as JSON has it. */
const countsIn = (value: unknown, keys: ReadonlyArray<string>): ReadonlyArray<unknown> => {
  const found: Array<unknown> = []
  JSON.stringify(value, (key, inner) => {
    if (keys.includes(key) || (typeof inner === "number" && !["percent", "asOf", "censusDay"].includes(key))) {
      if (typeof inner !== "object") found.push(inner)
    }
    return inner
  })
  return found
}

/** A table of which some counts are withheld, with the whole that stands beside it. */
const canBeSolved = (figures: ReadonlyArray<number | "c">, whole: number | "c"): boolean =>
  whole !== "c" && figures.filter((figure) => figure === "c").length === 1

describe("figures of children missing education that may be shown to anybody", () => {
  it("hold no count of 1 to 4, and a percentage only beside its count and its whole", () => {
    fc.assert(
      fc.property(tables, someQuarter, someDay, (table, quarter, asOf) => {
        const shown = suppressEducationScorecard(scorecard(table, quarter, asOf))
        expect(countsIn(shown, []).filter((count) => isSmall(Number(count)))).toEqual([])
        const shares = [shown.new.byArea, shown.new.byReason, shown.open.byDuration, shown.closed.byOutcome]
        for (const { count, percent } of shares.flatMap(Object.values)) {
          if (count === "c" || shown.new.total === "c") expect(percent).toBe("c")
        }
        const census = suppressCensusReturn(censusReturnOf(table.map(rowOf), day(asOf)))
        expect(countsIn(census, []).filter((count) => isSmall(Number(count)))).toEqual([])
      })
    )
  })

  it("leave no table with a single count withheld beside its whole", () => {
    fc.assert(
      fc.property(tables, someQuarter, someDay, (table, quarter, asOf) => {
        const shown = suppressEducationScorecard(scorecard(table, quarter, asOf))
        const counts = (shares: Readonly<Record<string, { readonly count: number | "c" }>>) =>
          Object.values(shares).map(({ count }) => count)
        for (const shares of [shown.new.byArea, shown.new.byEthnicity, shown.new.byReason, shown.new.bySource]) {
          expect(canBeSolved(counts(shares), shown.new.total) && !("c" in shares)).toBe(false)
        }
        expect(canBeSolved(counts(shown.open.byDuration), shown.open.atEnd)).toBe(false)
        expect(canBeSolved(Object.values(shown.open.whereabouts), shown.open.atEnd)).toBe(false)
        expect(canBeSolved(counts(shown.closed.byOutcome), shown.closed.total)).toBe(false)
      })
    )
  })

  it("withhold the whole trend where one number of it is small, and else show it", () => {
    const cases = (count: number, referred_on: string) =>
      Array.from({ length: count }, (_, at) => ({ child_ref: `EDU-${referred_on.slice(0, 4)}${at}`, referred_on }))
    const trendOf = (...rows: ReadonlyArray<ReturnType<typeof cases>>) =>
      suppressEducationScorecard(scorecard(rows.flat(), "2018-19-Q4", "2019-03-31")).trend.map((shown) => shown.new)
    expect(trendOf(cases(9, "2018-05-01"), cases(7, "2019-02-01")).slice(4)).toEqual([9, 0, 0, 7])
    expect(new Set(trendOf(cases(9, "2018-05-01"), cases(2, "2018-11-01")))).toEqual(new Set(["c"]))
  })

  /** A child who comes twice in a quarter is returning at the second time. */
  function* everyQuarter(most: number) {
    for (let total = 0; total <= most; total += 1) {
      for (let children = Math.min(total, 1); children <= total; children += 1) {
        for (let returning = total - children; returning <= total; returning += 1) yield { total, children, returning }
      }
    }
  }

  const printed = (counts: { readonly total: number; readonly children: number; readonly returning: number }) => {
    const whole: EducationScorecard = scorecard([], "2018-19-Q4", "2019-03-31")
    const { new: shown } = suppressEducationScorecard({ ...whole, new: { ...whole.new, ...counts } })
    return JSON.stringify([shown.total, shown.children, shown.returning])
  }

  it("tell an attacker who knows the rule no small number of returning cases or of children", () => {
    const pinned = pinnedCounts(
      everyQuarter(40),
      printed,
      ({ total, children, returning }) => [total, children, returning, total - returning, total - children],
      isSmall
    )
    expect(pinned).toEqual([])
  })

  it("would tell one where children stood beside a small number of returning cases", () => {
    const pinned = pinnedCounts(
      everyQuarter(40),
      ({ total, children, returning }) => JSON.stringify([total, children, isSmall(returning) ? "c" : returning]),
      ({ returning }) => [returning],
      isSmall
    )
    expect(pinned.length).toBeGreaterThan(20)
  })

  /** What is open before and after a quarter is published with the quarters around it. */
  function* everyFlow(most: number) {
    for (let came = 0; came <= most; came += 1) for (let went = 0; went <= most; went += 1) yield { came, went }
  }

  const flow = ({ came, went }: { readonly came: number; readonly went: number }) => {
    const whole: EducationScorecard = scorecard([], "2018-19-Q4", "2019-03-31")
    const shown = suppressEducationScorecard({
      ...whole,
      new: { ...whole.new, total: came, children: came },
      closed: { ...whole.closed, total: went }
    })
    return [shown.new.total, shown.closed.total]
  }

  it("tell no small number that came or went to who knows what was open before and after", () => {
    const known = ({ came, went }: { readonly came: number; readonly went: number }) =>
      JSON.stringify([...flow({ came, went }), came - went])
    // Of a difference near the most that is tried, fewer pairs are tried than there are.
    const isWhole = (pinned: string) => Math.abs(Number(/-?\d+(?=\])/.exec(pinned)?.[0])) < 25
    const pinned = pinnedCounts(everyFlow(30), known, ({ came, went }) => [came, went], isSmall)
    expect(pinned.filter(isWhole)).toEqual([])
  })

  it("show no table of a quarter in which few cases came or went", () => {
    const few = Array.from({ length: 3 }, (_, at) => ({
      child_ref: `EDU-1${at}`,
      referred_on: "2019-02-01",
      area: "Central"
    }))
    const shown = suppressEducationScorecard(scorecard(few, "2018-19-Q4", "2019-03-31"))
    expect(Object.keys(shown.new.byArea)).toEqual(["c"])
    expect(new Set(Object.values(shown.new.byReason).map(({ count }) => count))).toEqual(new Set(["c"]))
    expect(new Set(Object.values(shown.closed.byOutcome).map(({ count }) => count))).toEqual(new Set(["c"]))
  })
})

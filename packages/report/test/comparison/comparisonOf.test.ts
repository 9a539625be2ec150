import { existsSync } from "node:fs"
import { AxeBuilder } from "@axe-core/playwright"
import { utc } from "@safe-return/domain/calendar"
import { derbyshire, type Policy, rotherham } from "@safe-return/domain/policy"
import { suppressRaised, yearUpTo } from "@safe-return/domain/policyComparison"
import { formatMonth } from "@safe-return/domain/scorecard"
import { type Browser, chromium } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { comparisonOf, writeQuestions } from "../../src/index.ts"

const EXECUTABLE = "/usr/bin/chromium"
const hasBrowser = existsSync(EXECUTABLE)
const asOf = utc(2026, 12, 1)
const months = yearUpTo(asOf)
const triggers = [
  {
    rule: "repeat-episodes",
    title: "Repeat episodes",
    months: months.map((month, place) => ({
      month: formatMonth(month),
      before: 20,
      noLonger: 0,
      newly: place,
      after: 20 + place
    }))
  }
]
const policies = [rotherham, derbyshire] as const
const given = { from: rotherham, to: derbyshire, asOf, months }
const report = comparisonOf({ ...given, triggers: suppressRaised(triggers, policies), isSuppressed: true })

let browser: Browser | undefined
beforeAll(async () => {
  if (hasBrowser) browser = await chromium.launch({ executablePath: EXECUTABLE, args: ["--no-sandbox"] })
})
afterAll(() => browser?.close())

describe("what two policies would have raised", () => {
  test("is a table for each trigger, a month a row, a month with a small count withheld", () => {
    const [table] = report.tables
    expect(table?.rows.map(({ label, cells }) => [label, ...cells])[0]).toEqual(["December 2025", 20, 0, 0, 20])
    expect(table?.rows.map(({ cells }) => cells)[4]).toEqual(["c", "c", "c", "c"])
    expect(table?.rows.map(({ cells }) => cells)[11]).toEqual([20, 0, 10, 30])
    expect([report.period, report.periodInWords]).toEqual(["2025-12/2026-11", "December 2025 to November 2026"])
  })

  test("says which number of the trigger moves, and of which the policy has none", () => {
    const triggersOf = (count: number) =>
      (rotherham.triggers ?? []).map((trigger) =>
        trigger.rule === "episodes-in-window" ? { ...trigger, count: { ...trigger.count, value: count } } : trigger
      )
    const titleOf = (to: Policy) => comparisonOf({ ...given, to, triggers, isSuppressed: false }).tables[0]?.title
    expect(titleOf({ ...rotherham, triggers: triggersOf(2) })).toBe("Repeat episodes: count 3 before, 2 after")
    expect(titleOf({ ...rotherham, triggers: [] })).toBe("Repeat episodes: not raised after")
    expect(titleOf(rotherham)).toBe("Repeat episodes")
  })

  test("is a line a figure in CSV, and a workbook", async () => {
    expect(String(await writeQuestions(report, "csv"))).toContain(
      "raised.repeat-episodes.newly,month,2026-11,,10,count"
    )
    expect((await writeQuestions(report, "xlsx")).length).toBeGreaterThan(1_000)
  })

  test("says so on its page where nothing would have been raised otherwise", async () => {
    const none = comparisonOf({ ...given, triggers: [], isSuppressed: true })
    expect(String(await writeQuestions(none, "html"))).toContain("There is nothing to show.")
  })

  test.runIf(hasBrowser)("has a page without script that axe finds nothing on, at a desk and on a phone", async () => {
    const html = String(await writeQuestions(report, "html"))
    expect(html).not.toContain("<script")
    for (const width of [1_200, 360]) {
      const context = await browser?.newContext({ viewport: { width, height: 900 } })
      const page = await context?.newPage()
      if (page === undefined) throw new Error("no browser")
      await page.setContent(html)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
      expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true)
      await context?.close()
    }
  })
})

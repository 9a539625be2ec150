import { civilDay } from "@safe-return/domain/calendar"
import { joinedUpOf, type StrandFact, suppressJoinedUpCounts } from "@safe-return/domain/joinedUp"
import { afterAll, expect, test } from "vitest"
import { joinedUpReport, writeQuestions } from "../../src/index.ts"
import { closeBrowser, hasBrowser, layoutOf, violationsIn, widths } from "../page/openedPage.ts"

afterAll(closeBrowser)

const child = { system: "education", reference: "EDU-1" } as const
const facts: ReadonlyArray<StrandFact> = [
  { strand: "education", child, what: "open", from: civilDay(2026, 3, 4), source: "C1" },
  {
    strand: "exclusion",
    child,
    what: "suspension",
    from: civilDay(2026, 3, 2),
    source: "",
    beside: { system: "social-care", reference: "LCS-1" }
  }
]
const view = joinedUpOf({ facts, links: [] })
const on = civilDay(2026, 4, 1)
const named = { ...view, counts: suppressJoinedUpCounts(view.counts), isSuppressed: true, isCountsAlone: false, on }
const html = async (shown: typeof named) => String(await writeQuestions(joinedUpReport(shown), "html"))

test("the page of the joined-up view lists the facts of a child by day, and proposed links apart", async () => {
  const [first, proposed] = joinedUpReport(named).tables
  expect(first?.rows.map(({ label }) => label)).toEqual(["Mon 2 Mar 2026", "Wed 4 Mar 2026"])
  expect(proposed?.id).toBe("proposed")
  expect(await html(named)).toContain("only for those who may see the children's records")
})

test("the counts alone name no child", async () => {
  const page = await html({ ...named, isCountsAlone: true })
  expect(page).not.toMatch(/EDU-1|LCS-1/)
  expect(page).toContain("Small counts are withheld")
})

for (const [width, place] of widths) {
  test.skipIf(!hasBrowser)(`the page of the joined-up view fits a ${place}`, async () => {
    expect((await layoutOf(await html(named), width)).rightmost).toBeLessThanOrEqual(width)
  })
}

test.skipIf(!hasBrowser)("the page of the joined-up view has nothing that axe finds wrong", async () => {
  expect(await violationsIn(await html(named))).toEqual([])
})

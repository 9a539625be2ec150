import { afterAll, beforeAll, expect, test } from "vitest"
import { educationReportOf, writeReport } from "../../src/index.ts"
import { closeBrowser, hasBrowser, layoutOf, opened, violationsIn, widths } from "../page/openedPage.ts"
import { quarterOf } from "./madeUpQuarter.ts"

afterAll(closeBrowser)

let html = ""
beforeAll(async () => {
  html = String(await writeReport(educationReportOf(quarterOf(600).suppressed, true), "html"))
})

test("the page of a quarter defines beside each table what it counts", () => {
  const sections = html.split('<details class="govuk-details">').slice(1)
  expect(sections.length).toBe(9)
  for (const section of sections) expect(section.split("</details>")[0]).toMatch(/<code>[a-z.]+<\/code><\/a>: [A-Z]/i)
})

for (const [width, place] of widths) {
  test.skipIf(!hasBrowser)(`the page of a quarter fits a ${place}, with one drawing of every picture`, async () => {
    const { drawings, figures, rightmost } = await layoutOf(html, width)
    expect([drawings.length, figures]).toEqual([3, 3])
    expect(Math.max(rightmost, ...drawings)).toBeLessThanOrEqual(width)
  })
}

test.skipIf(!hasBrowser)("the page of a quarter has nothing that axe finds wrong", async () => {
  expect(await violationsIn(html)).toEqual([])
})

test.skipIf(!hasBrowser)("the page of a quarter prints in a few sheets of A4", async () => {
  const page = await opened(html, 1280)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1")
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThan(8)
})

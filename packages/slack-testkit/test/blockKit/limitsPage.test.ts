import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { limitsPage } from "../../scripts/limitsPage.ts"
import { allLimits } from "../../src/blockKit/limitsOf.ts"

it("LIMITS.md says what the checks do; packages/slack-testkit/scripts/writeLimits.ts writes it", () => {
  expect(readFileSync(new URL("../../LIMITS.md", import.meta.url), "utf8")).toBe(limitsPage())
})

it("every limit names a page of Slack's", () => {
  for (const { page } of allLimits()) expect(page).toMatch(/^https:\/\/(docs\.slack\.dev|github\.com\/slackapi)\//)
})

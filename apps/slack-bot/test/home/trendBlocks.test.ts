import { markWords } from "@safe-return/domain/scorecard"
import { wordsOf } from "@safe-return/outreach/testing"
import { checkView } from "@safe-return/slack-testkit"
import { expect, it } from "vitest"
import { teamTab } from "../../src/home/teamTab.ts"
import { trendBlocks } from "../../src/home/trendBlocks.ts"
import { homeFacts } from "./homeFacts.ts"

const line = (month: string, episodes: number, yearBefore?: string) => ({
  month,
  episodes,
  inWords: String(episodes),
  yearBefore
})

it("a month is a bar by its share of the longest, beside its number and the year before", () => {
  const [block] = trendBlocks([line("June 2026", 5), line("July 2026", 20, "12"), line("August 2026", 0, "7")])
  expect(block).toMatchObject({
    text: {
      text: [
        "*Episodes by month*, June 2026 to August 2026",
        `\`Jun\` ${"▇".repeat(3)} *5*`,
        `\`Jul\` ${"▇".repeat(10)} *20* · a year before 12`,
        "`Aug`  *0* · a year before 7"
      ].join("\n")
    }
  })
})

it("a month that is withheld has no bar, and the mark says what it means", () => {
  const withheld = { month: "June 2026", episodes: undefined, inWords: "c", yearBefore: "c" }
  const words = wordsOf(trendBlocks([withheld]))
  expect(words).toContain("`Jun` *c* · a year before c")
  expect(words).toContain(markWords.c)
  expect(words).not.toContain("▇")
})

it("a manager's Home has the months beside the month so far, and stands without them", () => {
  const trend = [line("October 2026", 12, "9")]
  const blocks = teamTab(homeFacts({ trend }))
  const words = wordsOf(blocks)
  expect(words.indexOf("This month so far")).toBeLessThan(words.indexOf("Episodes by month"))
  expect(words.indexOf("Episodes by month")).toBeLessThan(words.indexOf("Overdue"))
  expect(checkView({ type: "home", blocks: [...blocks] })).toEqual([])
  expect(wordsOf(teamTab(homeFacts()))).not.toContain("Episodes by month")
})

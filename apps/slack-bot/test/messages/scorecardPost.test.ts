import { madeUpReport, wordsOf } from "@safe-return/outreach/testing"
import { checkMessage } from "@safe-return/slack-testkit"
import { expect, it } from "vitest"
import { chart, isChart } from "../../src/blocks/chart.ts"
import { slackRenderer } from "../../src/messages/slackRenderer.ts"

const postOf = (episodes: number, isSuppressed = true) =>
  slackRenderer.render({ _tag: "ScorecardPost", report: madeUpReport(episodes, isSuppressed) }, {})

it.each([
  [0, true],
  [3, true],
  [40, true],
  [900, true],
  [900, false]
])("a month of %i episodes, suppressed %o, is within Slack's limits in each of its forms", (episodes, isSuppressed) => {
  const { text, blocks, withTables, withCharts } = postOf(episodes, isSuppressed)
  for (const form of [blocks, withTables, withCharts]) expect(checkMessage({ text, blocks: form })).toEqual([])
  expect(withCharts?.some(({ type }) => type === "data_table")).toBe(true)
})

it("the figures of a chart stand in the lines below it, one for each category", () => {
  const { withCharts = [] } = postOf(900)
  const charts = withCharts.filter(isChart)
  expect(charts.map(({ title }) => title)).toEqual([
    "Episodes by month, with the year before",
    "Interviews held in time, % by case status"
  ])
  const lines = wordsOf(withCharts.filter((block) => !isChart(block)))
  for (const { chart: drawn } of charts) {
    for (const { data } of drawn.series) {
      expect(data.map(({ label }) => label)).toEqual(drawn.axis_config.categories)
      for (const { value } of data) expect(lines).toContain(String(value))
    }
  }
})

it("a withheld figure is in no chart, and a chart without a figure is not drawn", () => {
  const { withCharts = [] } = postOf(3)
  expect(withCharts.filter(isChart)).toEqual([])
  expect(wordsOf(withCharts)).toContain("Oct 2026 c")
  const nothing = { title: "Nothing", kind: "bar", categories: [], series: [], lines: [] } as const
  expect(chart(nothing)).toEqual([])
})

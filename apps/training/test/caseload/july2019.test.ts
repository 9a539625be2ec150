/** Rotherham's slides of July 2019 beside the page of a caseload of that shape. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { calendars, utc } from "@safe-return/domain/calendar"
import { rotherham } from "@safe-return/domain/policy"
import { parseMonth } from "@safe-return/domain/scorecard"
import { Option, Result } from "effect"
import { expect, test } from "vitest"
import { writeReport } from "../../../../packages/report/src/index.ts"
import { countedReport } from "../../../../packages/report/src/tables/countedReport.ts"
import { episodesAroundJuly2019 } from "../../src/caseload/july2019.ts"

const rows = [...episodesAroundJuly2019(1)]

const countBetween = (from: number, to: number, status?: string): number =>
  rows.filter(
    ({ missing_at: at, case_status }) =>
      at !== undefined && at >= from && at < to && (status === undefined || case_status === status)
  ).length

test("looked-after children have DfE's incidents of each year, just over half of all episodes", () => {
  // The last moment of 31 March in London, in summer time.
  const ends = [2017, 2018, 2019, 2020].map((year) => utc(year, 3, 31, 23))
  const counts = [1, 2, 3].map((nth) => countBetween(ends[nth - 1] ?? 0, ends[nth] ?? 0, "looked-after"))
  expect(counts).toEqual([932, 647, 665])
  const all = countBetween(ends[1] ?? 0, ends[2] ?? 0)
  expect(647 / all).toBeGreaterThan(0.5)
  expect(647 / all).toBeLessThan(0.55)
})

test("no episode or child of the caseload is there twice, and each episode has a status", () => {
  expect(new Set(rows.map(({ episode_id }) => episode_id)).size).toBe(rows.length)
  expect(rows.filter(({ case_status }) => case_status === undefined)).toEqual([])
  const statuses = new Map<string, Set<string>>()
  for (const { child_ref, case_status = "" } of rows) {
    statuses.set(child_ref, (statuses.get(child_ref) ?? new Set()).add(case_status))
  }
  expect([...statuses.values()].filter(({ size }) => size > 1)).toEqual([])
})

/** The rows of the table in the document: a slide, and the sections that are named beside it. */
const slides = (): ReadonlyArray<readonly [slide: string, sections: ReadonlyArray<string>]> => {
  const document = readFileSync(join(import.meta.dirname, "../../../../docs/scorecard.md"), "utf8")
  const [, table = ""] = document.split(/<!-- (?:end of )?slides -->/)
  return table
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| their slide") && !line.startsWith("| -"))
    .map((line) => [
      line.split("|")[1]?.trim() ?? "",
      [...line.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name).filter((name) => !name.startsWith("--"))
    ])
}

test("each section that the document names beside a slide is on the page of July 2019", async () => {
  const by = { policy: rotherham, publishedBy: () => rotherham, published: [] }
  const question = { asOf: utc(2019, 8, 15, 9), ...by, calendars, isSuppressed: true }
  const month = Option.getOrThrow(parseMonth("2019-07"))
  const { report } = Result.getOrThrow(countedReport(rows, { ...question, month }))
  const html = String(await writeReport(report, "html"))
  const headings = new Set(
    [...html.matchAll(/<(h[123]|caption)[^>]*>([^<]*)</g)].map(([, , title = ""]) => title.trim())
  )
  const named = slides()
  expect(named.map(([slide]) => slide)).toHaveLength(9)
  for (const [slide, sections] of named) {
    expect(sections.length, slide).toBeGreaterThan(1)
    expect(
      sections.filter((section) => !headings.has(section)),
      slide
    ).toEqual([])
  }
})

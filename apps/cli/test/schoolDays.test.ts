import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { run } from "./run.ts"

const file = join(import.meta.dirname, "../../../docs/command-line/terms.csv")
const asked = (from: string, count: string, ...more: ReadonlyArray<string>) =>
  run(["school-days", from, "--count", count, "--terms", file, ...more])

describe("safe-return school-days", () => {
  test("explains a count day by day, for scripts and for people", async () => {
    const { status, stdout, stderr } = await asked("2026-10-22", "2", "--json")
    expect([status, stderr]).toEqual([0, ""])
    expect(JSON.parse(stdout)).toMatchObject({
      from: "2026-10-22",
      fromCounted: false,
      count: 2,
      school: null,
      sources: ["Made-up council: school term dates 2026 to 2027"],
      lastDay: "2026-11-02",
      counted: 2,
      gap: null,
      days: expect.arrayContaining([
        { date: "2026-10-23", counted: 1, because: "Autumn term" },
        { date: "2026-10-26", skipped: "Half term" }
      ])
    })
    const words = (await asked("2026-10-22", "2")).stdout
    expect(words).toContain("2 school days: Monday 2 November 2026")
    expect(words).toContain("Monday 26 October 2026: not counted: Half term")
  })

  test("puts a school's own days before the council's, and says where a school has none", async () => {
    expect((await asked("2026-10-22", "2", "--school", "Made-up Academy")).stdout).toContain("Tuesday 3 November 2026")
    const other = await asked("2026-10-22", "2", "--school", "Another school")
    expect(other.stdout).toContain("Monday 2 November 2026")
    expect(other.stderr).toContain("no dates of that school's own")
  })

  test("says where the term dates have a gap, and guesses no day", async () => {
    const { status, stdout } = await asked("2027-03-23", "5", "--json")
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ lastDay: null, counted: 2, gap: "2027-03-30" })
    expect((await asked("2027-03-23", "5")).stdout).toContain("nothing covers Tuesday 30 March 2027")
  })

  test.each([
    ["a day that is none", ["23/10/2026", "--count", "2", "--terms", file], "from"],
    ["a count that is none", ["2026-10-22", "--count", "0", "--terms", file], "--count"],
    ["a file that is not there", ["2026-10-22", "--count", "2", "--terms", "nowhere.csv"], "nowhere.csv"]
  ])("%s is told, and nothing is written", async (_what, args, place) => {
    const { status, stdout, stderr } = await run(["school-days", ...args])
    expect([status, stdout]).toEqual([2, ""])
    expect(stderr).toContain(place)
  })

  test("reads term dates from standard input", async () => {
    const stdin = readFileSync(file, "utf8")
    const args = ["school-days", "2026-09-07", "--count", "1", "--terms", "-", "--count-from"]
    expect((await run(args, { stdin })).stdout).toContain("1 school day: Monday 7 September 2026")
  })
})

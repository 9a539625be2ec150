import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, test } from "vitest"
import { caseload } from "./caseload.ts"
import { fileWith, run } from "./run.ts"

/** The same with an episode in the first month of the year, to which a table has to reach back. */
const reaching = `${caseload}E9,LCS-30001,,,,,,2026-04-02T10:00:00Z,,,,,,,,,\n`

const asked = ["foi", "--episodes", "-", "--year", "2026-27", "--as-of", "2027-05-01T12:00:00Z"]

describe("safe-return foi", () => {
  test("answers ten questions in words, small counts withheld, each with its definition", async () => {
    const { status, stdout, stderr } = await run(asked, { stdin: reaching })
    expect([status, stderr]).toEqual([0, ""])
    expect(stdout).toContain("April 2026 to March 2027")
    expect(stdout).toMatch(/missing or away began in the year\?\n {2}All: c\n/)
    expect(stdout.match(/^ {2}Counted: /gm)?.length).toBeGreaterThanOrEqual(10)
    const whole = await run([...asked, "--no-suppress"], { stdin: reaching })
    expect(whole.stdout).toMatch(/missing or away began in the year\?\n {2}All: 5\n {2}Missing: 4\n/)
    const late = await run([...asked, "--no-suppress"], { stdin: caseload })
    expect(late.stdout).toMatch(/missing or away began in the year\?\n {2}All: x\n/)
  })

  test.each(["html", "csv", "xlsx"])("writes %s into the file that is named", async (format) => {
    const file = fileWith(`answers.${format}`, "")
    const { status, stdout } = await run([...asked, "--format", format, "--out", file], { stdin: caseload })
    expect([status, stdout]).toEqual([0, ""])
    expect(readFileSync(file).length).toBeGreaterThan(1000)
  })

  test("says on standard error that a year is not over", async () => {
    const early = ["foi", "--episodes", "-", "--year", "2026-27", "--as-of", "2026-12-31T12:00:00Z"]
    expect((await run(early, { stdin: caseload })).stderr).toContain(
      "The year was not over on Thursday 31 December 2026"
    )
  })
})

test.each([
  ["a year that is none", ["--year", "2026-28"], caseload, "--year"],
  ["a policy that is not there", ["--year", "2026", "--policy", "nowhere"], caseload, "nowhere"],
  ["a format that is none", ["--year", "2026", "--format", "png"], caseload, "--format"],
  ["a code that is none", ["--year", "2025"], caseload.replace(",low,", ",lowish,"), "line 5, column 7 (risk)"]
])("bad input to foi: %s is told with its place, and nothing is written", async (_what, args, table, place) => {
  const out = join(dirname(fileWith("other", "")), "answers.html")
  const episodes = fileWith("episodes.csv", table)
  const { status, stdout, stderr } = await run(["foi", "--episodes", episodes, "--out", out, ...args])
  expect([status, stdout, existsSync(out)]).toEqual([2, "", false])
  expect(stderr).toContain(place)
})

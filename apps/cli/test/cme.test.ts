import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, test } from "vitest"
import { fileWith, run } from "./run.ts"

/** Made-up children: one twice, one gone abroad, one recorded by mistake. */
const cases = `case_id,child_ref,referred_on,since,area,source,ethnicity,sex,year_group,reason,whereabouts,closed_on,outcome
C1,EDU-1,2018-06-04,2018-05-01,Central,School,WROM,female,3,Unknown,known,2018-09-10,school-place
C2,EDU-1,2019-01-14,2019-01-07,Central,School,WROM,female,3,School application awaiting outcome,known,,
C3,EDU-2,2019-02-01,,North,Health,undeclared,male,11,,not-known,2019-04-02,abroad
C4,EDU-3,2019-02-02,2019-01-20,,,,,,,,2019-02-03,in-error
`

const census = ["cme", "return", "--census-day", "2019-03-31", "--cases"]
const quarter = ["cme", "scorecard", "--quarter", "2018-19-Q4", "--as-of", "2019-03-31", "--cases"]

describe("safe-return cme return", () => {
  test("prints DfE's shape alone as JSON, and nothing on standard error where nothing is amiss", async () => {
    const table = cases.replace("case_id,", "social_care_ref,ground,case_id,").replaceAll(/^C/gm, ",,C")
    const { status, stdout, stderr } = await run([...census, "-", "--json"], { stdin: table })
    expect([status, stderr]).toEqual([0, ""])
    const answer = JSON.parse(stdout)
    expect(Object.keys(answer)).toEqual(["censusDay", "total", "bySex", "byYearGroup", "byDuration", "byReason"])
    expect(answer).toMatchObject({
      censusDay: "2019-03-31",
      total: 2,
      bySex: { Female: 1, Male: 1, Unknown: 0 },
      byYearGroup: { "Year 3": 1, "Year 11": 1 },
      byDuration: { "8 to 12 weeks": 1, Unknown: 1 },
      byReason: { "School application awaiting outcome": 1, "Not recorded": 1, Unknown: 0 }
    })
  })

  test("says the same to people", async () => {
    const { stdout } = await run([...census, fileWith("cases.csv", cases), "--no-suppress"])
    expect(stdout).toContain("Children missing education on Sunday 31 March 2019: 2")
    expect(stdout).toContain("  Moved in from another local authority: 0")
  })

  test("reports what is odd about the table on standard error, and counts all the same", async () => {
    const table =
      "case_id,child_ref,referred_on,closed_on,outcome,ward\nC1,EDU-1,,,,a\nC2,EDU-2,2019-02-01,2019-01-01,abroad,a\nC3,EDU-3,2019-02-01,,abroad,a\nC4,edu-3,2019-02-01,,,a\nC5,EDU-4,2019-02-01,2019-02-05,,a\n"
    const { status, stdout, stderr } = await run([...census, "-", "--json"], { stdin: table })
    expect([status, JSON.parse(stdout).total]).toEqual([0, 2])
    for (const note of [
      "kept aside, not columns of the table: ward",
      "not in the header, so not known: social_care_ref, since",
      "never new and never open, referred_on not recorded: 1 row, the first on line 2",
      "closed before they were referred, so never open: 1 row, the first on line 3",
      "an outcome without closed_on, so counted as open: 1 row, the first on line 4",
      "the child has another case open, so it is counted more than once: 1 row, the first on line 5",
      "closed without an outcome: 1 row, the first on line 6"
    ]) {
      expect(stderr).toContain(note)
    }
    const shown = await run([...census, "-"], { stdin: table })
    expect(shown.stderr).toContain("closed without an outcome: some rows, the first on line 6")
    expect(shown.stderr).not.toMatch(/\d rows?\b/)
  })
})

describe("small counts of children missing education", () => {
  test("are withheld from people, and from scripts where asked", async () => {
    for (const command of [census, quarter]) {
      const { stdout } = await run([...command, "-"], { stdin: cases })
      expect(stdout).toContain("c: withheld: too small a count, or one that would give such a count back")
      expect(stdout).not.toMatch(/: [1-4](?!\d)/)
      const asJson = await run([...command, "-", "--json", "--suppress"], { stdin: cases })
      expect(asJson.stdout).toContain('"c"')
    }
  })
})

describe("safe-return cme gaps", () => {
  const asked = ["cme", "gaps", "--census-day", "2019-03-31", "--cases", "-"]

  test("lists what is missing before a return is sent, and what changed since the one before", async () => {
    const { status, stdout } = await run([...asked, "--previous", "2018-06-30", "--json"], { stdin: cases })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      censusDay: "2019-03-31",
      open: 2,
      complete: 1,
      byKind: { since: 1, "since-later": 0, reason: 1, sex: 0, "year-group": 0 },
      changes: { since: "2018-06-30", before: 1, started: 2, ended: 1 },
      gaps: [{ caseId: "C3", childReference: "EDU-2", missing: ["since", "reason"] }]
    })
    const words = (await run(asked, { stdin: cases })).stdout
    expect(words).toContain("2 open cases, 1 of them complete")
    expect(words).toContain("C3 (EDU-2): start not recorded, reason not recorded")
  })

  test("refuses a return before that is not before", async () => {
    const { status, stderr } = await run([...asked, "--previous", "2019-03-31"], { stdin: cases })
    expect([status, stderr.includes("--previous")]).toEqual([2, true])
  })
})

describe("safe-return cme scorecard", () => {
  test("prints the published shape, into a file too", async () => {
    const file = fileWith("cases.csv", cases)
    const { status, stdout } = await run([...quarter, file, "--json"])
    expect(status).toBe(0)
    const answer = JSON.parse(stdout)
    expect(Object.keys(answer)).toEqual(["quarter", "asOf", "new", "open", "closed", "trend"])
    expect(answer).toMatchObject({
      quarter: "2018-19-Q4",
      asOf: "2019-03-31",
      new: { total: 2, children: 2, returning: 1, byArea: { Central: { count: 1, percent: 50 } } },
      open: { atEnd: 2, whereabouts: { known: 1, "not-known": 1, "not-recorded": 0 } },
      closed: { total: 0 }
    })
    const out = join(dirname(file), "scorecard.json")
    await run([...quarter, file, "--format", "json", "--out", out])
    expect(readFileSync(out, "utf8")).toBe(stdout)
  })

  test("says the same to people, and that a quarter is not over", async () => {
    const { stdout } = await run([...quarter, "-", "--no-suppress"], { stdin: cases })
    expect(stdout).toContain("January to March 2019 (2018-19, Q4), as known at the end of Sunday 31 March 2019")
    expect(stdout).toContain("New cases: 2, of 2 children; 1 of children who had an earlier case")
    const early = ["cme", "scorecard", "--quarter", "2018-19-Q4", "--as-of", "2019-03-30", "--cases", "-"]
    expect((await run(early, { stdin: cases })).stderr).toContain("was not over on Saturday 30 March 2019")
  })

  test.each([
    ["a quarter that is none", ["--quarter", "2018-Q4"], cases, "--quarter"],
    ["a day that is none", ["--quarter", "2018-19-Q4", "--as-of", "31/03/2019"], cases, "--as-of"],
    ["a name for a reference", ["--quarter", "2018-19-Q4"], cases.replace("EDU-2", "Jo Doe"), "line 4, column 2"],
    ["an empty file", ["--quarter", "2018-19-Q4"], "", "line 1"]
  ])("%s is told with its place, and nothing is written", async (_what, args, table, place) => {
    const file = fileWith("cases.csv", table)
    const out = join(dirname(file), "scorecard.json")
    const { status, stdout, stderr } = await run(["cme", "scorecard", ...args, "--cases", file, "--out", out])
    expect([status, stdout, existsSync(out)]).toEqual([2, "", false])
    expect(stderr).toContain(place)
    expect(stderr).not.toContain("Jo Doe")
  })
})

describe("safe-return cme scorecard for a report", () => {
  test.each(["csv", "xlsx", "html", "svg", "png"])(
    "writes %s into a file, with small counts withheld",
    async (format) => {
      const file = fileWith("cases.csv", cases)
      const out = join(dirname(file), `quarter.${format}`)
      const { status, stdout } = await run([...quarter, file, "--format", format, "--out", out])
      expect([status, stdout]).toEqual([0, ""])
      const content = readFileSync(out)
      expect(content.length).toBeGreaterThan(500)
      if (format === "csv") expect(content.toString()).toContain("2018-19-Q4,2019-03-31,,new.total,,,,c,count,")
      if (format === "html" || format === "svg") expect(content.toString()).toContain("Small counts are withheld")
    }
  )

  test("shows every count where it is asked to, and refuses two formats at once", async () => {
    const whole = await run([...quarter, "-", "--format", "csv", "--no-suppress"], { stdin: cases })
    expect(whole.stdout).toContain("new.total,,,,2,count,")
    const { status, stderr } = await run([...quarter, "-", "--format", "csv", "--json"], { stdin: cases })
    expect([status, stderr.includes("--json")]).toEqual([2, true])
  })
})

describe("safe-return cme return as CSV", () => {
  const header =
    "time_period,time_identifier,geographic_level,old_la_code,new_la_code,la_name,breakdown_topic,breakdown,child_count,child_percent,rate_per_100"

  test("has DfE's columns, whole where it is asked to, and no rate", async () => {
    const named = ["--la-code", "E08000018", "--old-la-code", "372", "--la-name", "Rotherham"]
    const { stdout } = await run([...census, "-", "--format", "csv", "--no-suppress", ...named], { stdin: cases })
    const lines = stdout.split(/\r?\n/)
    expect(lines.slice(0, 3)).toEqual([
      header,
      "201819,Spring term,Local authority,372,E08000018,Rotherham,Total,Total,2,100,x",
      "201819,Spring term,Local authority,372,E08000018,Rotherham,Sex,Female,1,50,x"
    ])
    expect(lines.filter((line) => line !== "")).toHaveLength(46)
  })

  test("withholds small counts unless told otherwise, or rounds them as DfE does", async () => {
    const suppressed = await run([...census, "-", "--format", "csv"], { stdin: cases })
    expect(suppressed.stdout).toContain(",,,Total,Total,c,c,x")
    const rounded = await run([...census, "-", "--format", "csv", "--rounded"], { stdin: cases })
    expect(rounded.stdout).toContain(",,,Total,Total,low,low,x")
    expect(rounded.stdout).toContain(",Reason,Other,0,0,x")
  })

  test.each([
    [["--rounded"], "--rounded"],
    [["--format", "csv", "--rounded", "--no-suppress"], "--rounded"],
    [["--format", "csv", "--la-code", "Rotherham"], "--la-code"],
    [["--format", "csv", "--old-la-code", "E08000018"], "--old-la-code"]
  ])("refuses %j by name", async (given, field) => {
    const { status, stdout, stderr } = await run([...census, "-", ...given], { stdin: cases })
    expect([status, stdout, stderr.includes(field)]).toEqual([2, "", true])
  })
})

describe("safe-return cme gaps beside the last return", () => {
  const asked = ["cme", "gaps", "--census-day", "2019-03-31"]
  const before = cases.replace("C2,", "C0,").replace("School application awaiting outcome", "Unknown")

  test("lists case by case what changed since the table of the last return", async () => {
    const last = ["--last", fileWith("last.csv", before), "--previous", "2019-02-28"]
    const given = [...asked, ...last, "--cases", fileWith("cases.csv", cases)]
    const answer = JSON.parse((await run([...given, "--json"])).stdout)
    expect(answer.last).toMatchObject({
      censusDay: "2019-02-28",
      cases: {
        before: 2,
        now: 2,
        moves: [
          { caseId: "C2", kind: "told-late" },
          { caseId: "C0", kind: "gone" }
        ]
      }
    })
    const words = (await run(given)).stdout
    expect(words).toContain("C2 (EDU-1): should have been in the last return")
    expect(words).toContain("Reason: School application awaiting outcome: 0, 1, 1")
  })

  test("reads the figures of a last return, and writes the page to go through", async () => {
    const file = fileWith("cases.csv", cases)
    const last = join(dirname(file), "last.json")
    const sent = ["cme", "return", "--census-day", "2018-06-30", "--cases", file, "--json", "--out", last]
    expect((await run(sent)).status).toBe(0)
    const page = join(dirname(file), "before.html")
    const given = [...asked, "--cases", file, "--last", last, "--format", "html", "--out", page]
    expect((await run(given)).status).toBe(0)
    const html = readFileSync(page, "utf8")
    for (const words of ["What to ask for, case by case", "Beside the last return", "C3 (EDU-2)"]) {
      expect(html).toContain(words)
    }
  })

  test("refuses a last table without its day, and figures of another day", async () => {
    const file = fileWith("cases.csv", cases)
    const noDay = await run([...asked, "--cases", file, "--last", file])
    expect([noDay.status, noDay.stderr.includes("--previous")]).toEqual([2, true])
    const last = fileWith("last.json", "{}")
    const notAReturn = await run([...asked, "--cases", file, "--last", last])
    expect([notAReturn.status, notAReturn.stderr.includes("censusDay")]).toEqual([2, true])
  })
})

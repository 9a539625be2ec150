import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { utc } from "@safe-return/domain/calendar"
import { packs, usualScorecardRules } from "@safe-return/domain/policy"
import { PublishedScorecards } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect } from "effect"
import { describe, expect, test } from "vitest"
import { caseload } from "./caseload.ts"
import { fileWith, run } from "./run.ts"

const HEADER = caseload.split("\n")[0]
const november = ["scorecard", "--month", "2026-11", "--as-of", "2026-12-31T12:00:00Z"]

const asJson = async (table: string, ...more: ReadonlyArray<string>) => {
  const told = await run([...november, "--episodes", fileWith("episodes.csv", table), "--format", "json", ...more])
  expect(told.status).toBe(0)
  return { answer: JSON.parse(told.stdout), ...told }
}

describe("safe-return scorecard", () => {
  test("prints the published JSON alone, and nothing on standard error where nothing is amiss", async () => {
    const { answer, stdout, stderr } = await asJson(caseload)
    expect(stderr).toBe("")
    expect(Object.keys(answer)).toEqual([
      "month",
      "asOf",
      "policy",
      "episodes",
      "repeat",
      "recurrence",
      "frequency",
      "concentration",
      "notice",
      "trend",
      "rhi"
    ])
    expect(answer).toMatchObject({
      month: "2026-11",
      asOf: "2026-12-31T12:00:00.000Z",
      policy: "rotherham-2026-11-29",
      episodes: { total: 4, children: 2, byArea: { Maltby: 1, Wath: 3, "not-recorded": 0 } },
      repeat: { children3Plus: 1, window: null },
      concentration: { topFiveChildren: 4, of: 4 },
      rhi: { owed: 3, offered: 3, accepted: 3, completed: 3, within72Hours: { met: 3, missed: 0, percent: null } }
    })
    expect((await run([...november, "--episodes", "-", "--json"], { stdin: caseload })).stdout).toBe(stdout)
  })

  test("counts a table of many blocks alike where a cell in its midst holds a line break", async () => {
    const row = (number: number, area: string) =>
      `E${number},LCS-${number % 50},2026-11-0${1 + (number % 9)}T12:00:00Z,${area}`
    const rows = Array.from({ length: 20_000 }, (_, number) => row(number, number % 3 === 0 ? "Wath" : "Maltby"))
    const broken = rows.with(9_000, row(9_000, '"Wath\nupon Dearne"'))
    const table = `episode_id,child_ref,missing_at,area\n${broken.join("\n")}\n`
    expect(table.length).toBeGreaterThan(3 * 262_144)
    const { answer } = await asJson(table)
    expect(answer.episodes).toMatchObject({ total: 20_000, children: 50 })
    expect(answer.episodes.byArea).toEqual({
      Maltby: 13_333,
      Wath: 6_666,
      "Wath\nupon Dearne": 1,
      "not-recorded": 0
    })
  })

  test("says the same to people, with the sentence of each rate", async () => {
    const { status, stdout } = await run([...november, "--no-suppress", "--episodes", "-"], { stdin: caseload })
    expect(status).toBe(0)
    expect(stdout).toContain("November 2026, as known on Thursday 31 December 2026, 12:00 GMT")
    expect(stdout).toContain("Episodes that began in the month: 4, of 2 children")
    expect(stdout).toContain("3 of 3 interviews were held within 72 hours of the return")
    expect(stdout).toContain("Children with 3 or more episodes in the month: 1")
  })

  test("withholds small counts from people by default, and from scripts where asked", async () => {
    const asked = [...november, "--episodes", "-"]
    const { stdout } = await run(asked, { stdin: caseload })
    expect(stdout).toContain("c: withheld: too small a count, or one that would give such a count back")
    expect(stdout).toContain("Episodes that began in the month: c, of c children")
    expect(stdout).toContain("Absence: missing: c, away: 0, not-recorded: 0")
    expect((await run([...asked, "--suppress"], { stdin: caseload })).stdout).toBe(stdout)
    expect((await asJson(caseload)).answer.episodes.total).toBe(4)
    const { answer } = await asJson(caseload, "--suppress")
    expect(answer).toMatchObject({
      month: "2026-11",
      episodes: { total: "c", children: "c" },
      trend: { 12: { episodes: "c" } }
    })
    expect(Object.keys(answer)).toEqual(Object.keys((await asJson(caseload)).answer))
  })

  test("writes the file that is named, and nothing on standard output", async () => {
    const file = fileWith("scorecard.json", "")
    const { status, stdout } = await run([...november, "--episodes", "-", "--format", "json", "--out", file], {
      stdin: caseload
    })
    expect([status, stdout]).toEqual([0, ""])
    expect(JSON.parse(readFileSync(file, "utf8")).episodes.total).toBe(4)
  })

  test.each(["csv", "xlsx", "html", "svg"])(
    "withholds small counts in %s by default, and writes the file whole",
    async (format) => {
      const file = fileWith(`scorecard.${format}`, "the one before")
      const { status, stdout, stderr } = await run(
        [...november, "--episodes", "-", "--format", format, "--out", file],
        {
          stdin: caseload
        }
      )
      expect([status, stdout, stderr]).toEqual([0, "", ""])
      const written = readFileSync(file)
      expect(written.length).toBeGreaterThan(1000)
      expect(readdirSync(dirname(file))).toEqual([`scorecard.${format}`])
      const whole = fileWith(`whole.${format}`, "")
      await run([...november, "--episodes", "-", "--format", format, "--no-suppress", "--out", whole], {
        stdin: caseload
      })
      expect(readFileSync(whole).equals(written)).toBe(false)
    }
  )

  test("prints CSV with a line for each figure, the small ones withheld", async () => {
    const { status, stdout } = await run([...november, "--episodes", "-", "--format", "csv"], { stdin: caseload })
    expect(status).toBe(0)
    expect(stdout).toContain("episodes.total,absence,missing,,c,count,\r\n")
    expect(stdout).toContain("episodes.total,absence,away,,0,count,\r\n")
  })

  test("begins CSV with the report of performance, by the targets of the policy", async () => {
    const given = (value: number) => ({ value, source: "A test", verified: false })
    const targets = [{ indicator: "episodes", year: "2026-27", tolerances: { green: given(3), amber: given(4) } }]
    const policy = { ...packs.rotherham, scorecard: { ...usualScorecardRules, targets } }
    const asked = [
      ...november,
      "--episodes",
      "-",
      "--no-suppress",
      "--policy",
      fileWith("p.json", JSON.stringify(policy))
    ]
    const { stdout } = await run([...asked, "--format", "csv"], { stdin: caseload })
    expect(stdout.split("\r\n")[3]).toContain("episodes.total,performance,2026-11,,4,count,")
    const page = await run([...asked, "--format", "html"], { stdin: caseload })
    expect(page.stdout).toContain('<strong class="govuk-tag govuk-tag--yellow">Amber</strong>')
  })

  test("judges by the shipped policy in force on the month's last day, or by the one that is named", async () => {
    const october = await run(["scorecard", "--episodes", "-", "--month", "2026-10", "--json"], { stdin: caseload })
    expect(JSON.parse(october.stdout).policy).toBe("rotherham-2026-11-29-read-back")
    const windowDays = { value: 30, source: "A test", verified: false }
    const changed = { ...packs.rotherham, id: "council-2026", scorecard: { ...usualScorecardRules, windowDays } }
    const { answer } = await asJson(caseload, "--policy", fileWith("policy.json", JSON.stringify(changed)))
    expect([answer.policy, answer.repeat.window]).toEqual(["council-2026", { days: 30, children3Plus: 1 }])
    expect((await asJson(caseload, "--policy", "derbyshire")).answer.policy).toBe("derbyshire-2026-11-29")
  })

  test("of a month that has not begun is empty, and says so on standard error", async () => {
    const asked = ["scorecard", "--episodes", "-", "--month", "2027-02", "--as-of", "2026-12-31T12:00:00Z", "--json"]
    const { status, stdout, stderr } = await run(asked, { stdin: caseload })
    expect([status, JSON.parse(stdout).episodes.total]).toEqual([0, 0])
    expect(stderr).toContain("February 2027 had not begun on Thursday 31 December 2026")
    const early = await run([...november.slice(0, 3), "--as-of", "2026-11-20T12:00:00Z", "--episodes", "-", "--json"], {
      stdin: caseload
    })
    expect(early.stderr).toContain("November 2026 was not over on Friday 20 November 2026")
  })

  test("of a table without rows, or of one episode, has every count", async () => {
    expect((await asJson(`${HEADER}\n`)).answer.episodes.total).toBe(0)
    const one = await asJson("episode_id,child_ref,missing_at\nE1,LCS-1,2026-11-20T10:00Z\n")
    expect(one.answer.episodes).toMatchObject({ total: 1, children: 1, byAbsence: { "not-recorded": 1 } })
  })

  test("prints a month once where small counts are withheld, whatever moment is asked for", async () => {
    const asked = ["scorecard", "--episodes", "-", "--month", "2026-11", "--as-of"]
    const at = (moment: string, ...more: ReadonlyArray<string>) => run([...asked, moment, ...more], { stdin: caseload })
    const first = await at("2026-12-01T08:30:00Z")
    expect(first.stdout).toContain("November 2026, as known on Tuesday 1 December 2026, 08:30 GMT")
    expect((await at("2027-03-01T12:00:00Z")).stdout).toBe(first.stdout)
    const early = await at("2026-11-30T23:59:00Z")
    expect([early.status, early.stdout]).toEqual([2, ""])
    expect(early.stderr).toContain("November 2026 is not published before 2026-12-01")
    expect((await at("2026-11-30T23:59:00Z", "--no-suppress")).status).toBe(0)
  })

  test("refuses a policy by name where small counts are withheld", async () => {
    const asked = [...november, "--episodes", "-", "--policy", "derbyshire"]
    const { status, stdout, stderr } = await run(asked, { stdin: caseload })
    expect([status, stdout]).toEqual([2, ""])
    expect(stderr).toContain("a month is shown by the council's own policy alone")
  })

  test("marks what the journal published otherwise, in every format that people read", async () => {
    const directory = dirname(fileWith("nothing", ""))
    const figure = { month: "2026-11", measure: "episodes.total", shown: 6, whole: 6 }
    const times = { asOf: utc(2026, 12, 1, 8, 30), publishedAt: utc(2026, 12, 1, 8, 30) }
    const publishBy = (policy: string, month: string) =>
      Effect.flatMap(PublishedScorecards, (published) =>
        published.publish({ month, policy, ...times, figures: [figure] })
      ).pipe(Effect.provide(lowdbLayer({ directory })), Effect.runPromise)
    await publishBy("rotherham-2026-11-29", "2026-11")
    const rows = Array.from({ length: 12 }, (_, made) => `E${made},LCS-${made},2026-11-20T10:00Z`)
    const table = `episode_id,child_ref,missing_at\n${rows.join("\n")}\n`
    const shown = (...more: ReadonlyArray<string>) =>
      run([...november, "--episodes", "-", "--data", directory, ...more], { stdin: table })
    expect((await shown()).stdout).toContain("Episodes of children missing or away, November 2026: 12 (was 6)")
    expect((await shown("--format", "csv")).stdout).toContain("performance,2026-11,,12,count,was 6\r\n")
    expect((await shown("--format", "html")).stdout).toContain(">12 (was 6)</td>")
    await publishBy("another", "2026-10")
    const refused = await run(["scorecard", "--month", "2026-10", "--episodes", "-", "--data", directory], {
      stdin: table
    })
    expect([refused.status, refused.stdout]).toEqual([2, ""])
    expect(refused.stderr).toContain("2026-10 was published by the policy another")
  })

  test("reports unknown columns and rows that are in no month on standard error", async () => {
    const table = "episode_id,child_ref,missing_at,ward\nE1,LCS-1,2026-11-20T10:00Z,Wath\nE2,LCS-1,,Wath\nE3,LCS-1,,\n"
    const { answer, stderr } = await asJson(table)
    expect(answer.episodes.total).toBe(1)
    for (const note of [
      "kept aside, not columns of the table: ward",
      "not in the header, so not known: absence",
      "in no month, missing_at not known: 2 rows, the first on line 3"
    ]) {
      expect(stderr).toContain(note)
    }
    const shown = await run([...november, "--episodes", fileWith("episodes.csv", table)])
    expect(shown.stderr).toContain("in no month, missing_at not known: some rows, the first on line 3")
  })
})

describe("bad input to safe-return scorecard", () => {
  test.each([
    ["a month that is none", ["--month", "2026-13"], caseload, "--month"],
    ["a moment that is none", ["--month", "2026-11", "--as-of", "yesterday"], caseload, "--as-of"],
    ["a policy that is not there", ["--month", "2026-11", "--policy", "nowhere"], caseload, "nowhere"],
    ["a code that is none", ["--month", "2026-11"], caseload.replace(",low,", ",lowish,"), "line 5, column 7 (risk)"],
    ["an episode twice", ["--month", "2026-11"], caseload.replace("E4,", "E3,"), "line 5, column 1 (episode_id)"],
    ["a table without a header", ["--month", "2026-11"], caseload.split("\n").slice(1).join("\n"), "episode_id"],
    ["an empty file", ["--month", "2026-11"], "", "line 1"]
  ])("%s is told with its place, and nothing is written", async (_what, args, table, place) => {
    const out = join(dirname(fileWith("other", "")), "scorecard.json")
    const episodes = fileWith("episodes.csv", table)
    const { status, stdout, stderr } = await run(["scorecard", "--episodes", episodes, "--json", "--out", out, ...args])
    expect([status, stdout, existsSync(out)]).toEqual([2, "", false])
    expect(stderr).toContain(place)
  })

  test("a file that cannot be written is told by its option", async () => {
    const out = join(fileWith("a-file", ""), "scorecard.json")
    const { status, stderr } = await run([...november, "--episodes", "-", "--json", "--out", out], { stdin: caseload })
    expect([status, stderr.includes("--out")]).toEqual([2, true])
  })

  test("two formats at once, and one that there is not, are told by their option", async () => {
    const asked = [...november, "--episodes", "-"]
    const two = await run([...asked, "--json", "--format", "csv"], { stdin: caseload })
    expect([two.status, two.stdout, two.stderr.includes("--json")]).toEqual([2, "", true])
    const none = await run([...asked, "--format", "pdf"], { stdin: caseload })
    expect([none.status, none.stdout, none.stderr.includes("--format")]).toEqual([2, "", true])
  })

  test("a folder in place of a file is told by its option, and nothing is left beside it", async () => {
    const folder = dirname(fileWith("a-file", ""))
    mkdirSync(join(folder, "taken"))
    const asked = [...november, "--episodes", "-", "--format", "xlsx", "--out", join(folder, "taken")]
    const { status, stderr } = await run(asked, { stdin: caseload })
    expect([status, stderr.includes("--out")]).toEqual([2, true])
    expect(readdirSync(folder).toSorted()).toEqual(["a-file", "taken"])
  })
})

import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterEach, expect, test, vi } from "vitest"
import { fileWith, run } from "../run.ts"
import { auditedIn, inJournal, madeUpJournal } from "./madeUpJournal.ts"

const COLUMNS =
  "episode_id,child_ref,absence,missing_from,case_status,area,risk,missing_at,reported_at,notified_at,found_at,returned_at,rhi_id,rhi_offered_at,rhi_response,rhi_completed_at,rhi_not_done"

const rows = [
  "CS-1,LCS-7,missing,home,child-in-need,S60,low,2026-09-02T18:00:00.000Z,,,,2026-09-03T07:00:00.000Z,R-1,2026-09-03T15:00:00.000Z,accepted,2026-09-04T15:00:00.000Z,",
  "CS-2,LCS-7,missing,,,S60,,2026-09-20T18:00:00.000Z,,,,2026-09-20T23:00:00.000Z,,,,,unable-to-contact",
  "CS-3,LCS-2,,,,,medium,2026-09-05T18:00:00.000Z,,,2026-09-06T01:00:00.000Z,,,,,,"
]

const table = (...lines: ReadonlyArray<string>): string => fileWith("past.csv", `${[COLUMNS, ...lines].join("\n")}\n`)

const newFile = (name: string): string => join(dirname(fileWith("other", "")), name)

const exported = async (journal: ReturnType<typeof inJournal>): Promise<ReadonlyArray<string>> => {
  const out = newFile("episodes.csv")
  await journal("episodes", "--out", out)
  return readFileSync(out, "utf8").trim().split("\r\n").slice(1)
}

afterEach(() => vi.unstubAllEnvs())

test("a table becomes each child's history, and again it changes nothing", async () => {
  const directory = await madeUpJournal()
  const journal = inJournal(directory)
  const file = table(...rows)
  const said = (counts: string) =>
    `${file}: ${counts}, of 2 children.\nIt is history: nobody is told of it. Triggers, the scorecard and journal episodes count it.\n`
  expect(await journal("import-history", file)).toMatchObject({
    status: 0,
    stdout: said("3 episodes imported, 0 changed and 0 as before"),
    stderr: ""
  })
  expect((await journal("import-history", file)).stdout).toBe(said("0 episodes imported, 0 changed and 3 as before"))
  const other = await journal(
    "import-history",
    table(rows[0] ?? "", (rows[1] ?? "").replace("S60", "S61"), rows[2] ?? "")
  )
  expect(other.stdout).toContain("0 episodes imported, 1 changed and 2 as before, of 2 children.")
  expect((await journal("verify")).status).toBe(0)
  expect(await auditedIn(directory)).toEqual(Array.from({ length: 3 }, () => "import-history null allowed"))
})

test("imported episodes come out of the episode table as they came in, beside those on record", async () => {
  const journal = inJournal(await madeUpJournal())
  await journal("import-history", table(...rows))
  const out = await exported(journal)
  expect(out).toEqual([rows[2], expect.stringContaining("E2,LCS-2,"), rows[0], rows[1]])
  const again = await journal("import-history", table(...out))
  expect(again.stdout).toContain("0 episodes imported, 0 changed and 3 as before, of 2 children.")
  expect(again.stdout).toContain("1 row left out: the record here tells of that absence itself.")
  expect(await exported(journal)).toEqual(out)
})

test("the scorecard of a month before Safe Return is that of the table", async () => {
  const journal = inJournal(await madeUpJournal())
  const file = table(...rows)
  await journal("import-history", file)
  const out = newFile("episodes.csv")
  await journal("episodes", "--out", out)
  const of = async (episodes: string) =>
    JSON.parse(
      (
        await run([
          "scorecard",
          "--episodes",
          episodes,
          "--month",
          "2026-09",
          "--as-of",
          "2026-10-01T00:00:00Z",
          "--json"
        ])
      ).stdout
    )
  expect((await of(out)).episodes).toEqual((await of(file)).episodes)
})

test("bad rows are named by line and field, nothing is imported, and the rest waits for a word", async () => {
  const directory = await madeUpJournal()
  const journal = inJournal(directory)
  const file = table(
    rows[0] ?? "",
    "CS-8,LCS-7,missing,home,,,extreme,2026-09-02T18:00,,,,,,,,,",
    "CS-9,LCS-8,,,,,,2099-09-02T18:00:00Z,,,,,,,,,",
    "CS-1,LCS-9,,,,,,2026-09-02T18:00:00Z,,,,,,,,,"
  )
  const before = await exported(journal)
  const { status, stdout, stderr } = await journal("import-history", file)
  expect([status, stdout]).toEqual([2, ""])
  expect(stderr).toContain("line 3, column 7 (risk): Expected")
  expect(stderr).toContain("line 3, column 8 (missing_at): Expected a date and time with an offset")
  expect(stderr).toContain("line 4, missing_at: This time lies in the future.")
  expect(stderr).toContain("line 5, column 1 (episode_id): This episode_id stands on line 2 already.")
  expect(stderr).toContain(
    "Nothing was imported. Put these right, or add --without-bad-rows to import the other 1 row."
  )
  expect(await exported(journal)).toEqual(before)
  const rest = await journal("import-history", file, "--without-bad-rows")
  expect([rest.status, rest.stdout]).toEqual([0, expect.stringContaining("1 episode imported")])
  expect(rest.stderr).toContain("left out: ")
  expect(await exported(journal)).toEqual([...before, rows[0]])
  expect((await auditedIn(directory)).filter((act) => act.startsWith("import"))).toEqual([
    "import-history null refused",
    "import-history null allowed"
  ])
})

test("more bad rows than twenty are all named", async () => {
  const journal = inJournal(await madeUpJournal())
  const file = table(...Array.from({ length: 30 }, (_, nth) => `CS-${nth},LCS-7,gone,,,,,,,,,,,,,,`))
  const { stderr } = await journal("import-history", file)
  expect(stderr.match(/\(absence\)/g)).toHaveLength(30)
})

test("a reference has to be of the council's forms, and a name is none", async () => {
  const journal = inJournal(await madeUpJournal())
  const named = "CS-4,Emma-12,,,,,,2026-09-02T18:00:00Z,,,,,,,,,"
  expect((await journal("import-history", table(named))).stderr).toContain(
    "line 2, child_ref: This is no case reference."
  )
  vi.stubEnv("SAFE_RETURN_CASE_REFERENCES", "LCS-#")
  const { status, stderr } = await journal(
    "import-history",
    table(...rows, "CS-4,ABC-1,,,,,,2026-09-02T18:00:00Z,,,,,,,,,")
  )
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining("line 5, column 2 (child_ref): This has not the form asked for")
  ])
})

test("history is in what is exported of a child, and goes with the child's records for good", async () => {
  const journal = inJournal(await madeUpJournal())
  const file = table(...rows)
  await journal("import-history", file)
  const folder = newFile("access")
  await journal("export-child", "lcs-7", "--out", folder)
  const page = readFileSync(join(folder, "LCS-7.html"), "utf8")
  expect(page).toContain("Earlier episodes were imported from the case system")
  expect(page).toContain("Earlier episode 2: Rhi not done: unable to contact")
  const erased = await journal("erase-child", "LCS-7", "--reason", "right-to-erasure")
  expect(erased.status).toBe(0)
  expect((await exported(journal)).some((row) => row.includes("LCS-7"))).toBe(false)
  const again = await journal("import-history", file)
  expect([again.status, again.stderr]).toEqual([
    2,
    expect.stringContaining("line 2, child_ref: The records of this child were erased here. Leave the row out.")
  ])
})

test("a reference in another spelling is the child on record", async () => {
  const journal = inJournal(await madeUpJournal())
  await journal("import-history", table("CS-3,lcs-2,,,,,,2026-09-05T18:00:00Z,,,,,,,,,"))
  expect((await exported(journal)).filter((row) => row.includes("LCS-2"))).toHaveLength(2)
})

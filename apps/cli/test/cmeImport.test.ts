import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { auditedIn, madeUpJournal } from "./journal/madeUpJournal.ts"
import { fileWith, run } from "./run.ts"

const COLUMNS = "kind,schoolReference,sentAt,child.reference,ground,from,to,reason"

const rows = [
  "deletion,SCH-4001-17,2026-09-16T09:00:00Z,EDU-10432,i,2026-09-15,,Unknown",
  "referral,SCH-4002-3,2026-09-17T09:00:00Z,EDU-10432,,2026-09-15,,",
  "ten-day-absence,SCH-4001-18,2026-09-17T09:00:00+01:00,EDU-10433,,2026-09-02,2026-09-16,",
  "deletion,SCH-4001-17,2026-09-16T09:00:00Z,EDU-10432,i,2026-09-15,,Unknown"
]

const table = (...lines: ReadonlyArray<string>): string => fileWith("returns.csv", `${lines.join("\n")}\n`)

const importInto = (directory: string, file: string) => run(["cme", "import", file, "--data", directory])

/** Whatever is kept of education cases, as text. */
const keptIn = (directory: string): string => {
  const folder = join(directory, "education")
  if (!existsSync(folder)) return ""
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join()
}

beforeEach(() => vi.stubEnv("SAFE_RETURN_EDUCATION_REFERENCES", "EDU-#####"))
afterEach(() => vi.unstubAllEnvs())

test("a file of returns refers children and keeps the rest, and again it changes nothing", async () => {
  const directory = await madeUpJournal()
  const file = table(COLUMNS, ...rows)
  expect(await importInto(directory, file)).toEqual({
    status: 0,
    stdout: `${file}: 1 child referred, 1 return kept on an open case, 1 kept for people to look at, 1 as before.\n`,
    stderr: ""
  })
  const kept = keptIn(directory)
  expect(kept).toContain("SCH-4001-18")
  const again = await importInto(directory, file)
  expect(again.stdout).toContain(
    "0 children referred, 0 returns kept on an open case, 0 kept for people to look at, 4 as"
  )
  expect(keptIn(directory)).toBe(kept)
  expect(await auditedIn(directory)).toEqual(Array.from({ length: 2 }, () => "import-school-returns null allowed"))
})

test("columns in another order, and lines as they are sent over HTTP, come to the same", async () => {
  const json = {
    kind: "referral",
    schoolReference: "SCH-4002-3",
    sentAt: "2026-09-17T09:00:00Z",
    child: { reference: "EDU-10432" },
    from: "2026-09-15"
  }
  for (const file of [
    table("from,child.reference,sentAt,kind,schoolReference", "2026-09-15,EDU-10432,2026-09-17T09:00:00Z,referral,S-1"),
    fileWith("returns.ndjson", `${JSON.stringify(json)}\n`)
  ]) {
    expect((await importInto(await madeUpJournal(), file)).stdout).toContain(": 1 child referred")
  }
})

describe("a file that is wrong in one place", () => {
  test.each<[string, ReadonlyArray<string>, string]>([
    [
      "dates out of order",
      [rows[0] ?? "", "referral,S-1,2026-09-17T09:00:00Z,EDU-1,,2026-09-15,2026-09-01,"],
      "line 3, column 4"
    ],
    [
      "an end before its beginning",
      ["referral,S-1,2026-09-17T09:00:00Z,EDU-10432,,2026-09-15,2026-09-01,"],
      "line 2, column 7 (to)"
    ],
    [
      "ground i on a Saturday",
      ["deletion,S-1,2026-09-17T09:00:00Z,EDU-10432,i,2026-09-12,,"],
      "line 2, column 6 (from)"
    ],
    ["no day", ["deletion,S-1,2026-09-17T09:00:00Z,EDU-10432,i,soon,,"], "line 2, column 6 (from)"],
    [
      "a name for a child",
      ["referral,S-1,2026-09-17T09:00:00Z,Zed Madeup,,2026-09-15,,"],
      "line 2, column 4 (child.reference)"
    ],
    [
      "a name with a digit for a child",
      ["referral,S-1,2026-09-17T09:00:00Z,Madeup2,,2026-09-15,,"],
      "line 2, column 4 (child.reference)"
    ],
    [
      "a name for a reason",
      ["referral,S-1,2026-09-17T09:00:00Z,EDU-10432,,2026-09-15,,Zed Madeup left"],
      "line 2, column 8 (reason)"
    ],
    [
      "one reference with other content",
      [rows[0] ?? "", (rows[0] ?? "").replace(",i,", ",g,")],
      "line 3, column 2 (schoolReference)"
    ],
    [
      "one reference for two children",
      [rows[0] ?? "", (rows[0] ?? "").replace("EDU-10432", "EDU-10433")],
      "line 3, column 2 (schoolReference)"
    ]
  ])("by %s is refused by line and field, and nothing of it is kept", async (_, lines, place) => {
    const directory = await madeUpJournal()
    const file = table(COLUMNS, ...lines)
    const { status, stdout, stderr } = await importInto(directory, file)
    expect([status, stdout]).toEqual([2, ""])
    expect(stderr).toContain(`${file}, ${place}`)
    expect(stderr).not.toMatch(/Zed|Madeup/)
    expect(keptIn(directory)).toBe("")
  })

  test("by a column that may hold names is refused unread, and neither is repeated", async () => {
    const directory = await madeUpJournal()
    const file = table(`${COLUMNS},Surname of Zed`, `${rows[0]},Madeup`)
    const { status, stderr } = await importInto(directory, file)
    expect(status).toBe(2)
    expect(stderr).toContain(`${file}, line 1, column 9: Take this column out`)
    expect(stderr).not.toMatch(/Zed|Madeup/)
    expect(keptIn(directory)).toBe("")
  })

  test("beside what is on record is refused, and what was kept before stays", async () => {
    const directory = await madeUpJournal()
    await importInto(directory, table(COLUMNS, rows[0] ?? ""))
    const kept = keptIn(directory)
    const other = await importInto(
      directory,
      table(COLUMNS, rows[2] ?? "", (rows[0] ?? "").replace("2026-09-15", "2026-09-14"))
    )
    expect(other).toMatchObject({ status: 2, stderr: expect.stringContaining("line 3, column 2 (schoolReference)") })
    expect(keptIn(directory)).toBe(kept)
  })
})

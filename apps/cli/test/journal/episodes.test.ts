import { existsSync, readFileSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { fileWith, run } from "../run.ts"
import { auditedIn, inJournal, madeUpJournal } from "./madeUpJournal.ts"

const newFile = (name: string): string => join(dirname(fileWith("other", "")), name)

test("the live episode table has every episode that counts, with the case status that is held", async () => {
  const journal = inJournal(await madeUpJournal())
  const out = newFile("episodes.csv")
  const { status, stdout } = await journal("episodes", "--out", out)
  expect([status, stdout]).toEqual([
    0,
    `1 episode of 1 child in ${out}. The case status is today's; an area is not on record. It is of real children: keep it where their records are kept.\n`
  ])
  expect(readFileSync(out, "utf8").trim().split("\n")[1]).toBe(
    "E2,LCS-2,missing,home,early-help,,medium,2026-11-01T18:00:00.000Z,2026-11-01T19:00:00.000Z,2026-11-01T20:00:00.000Z,,,,,,,"
  )
  expect(statSync(out).mode & 0o777).toBe(0o600)
  expect(existsSync(`${out}.partial`)).toBe(false)
})

test("the scorecard of the live table is the scorecard of the journal, as CSV and as NDJSON", async () => {
  const journal = inJournal(await madeUpJournal())
  const of = async (name: string) => {
    const out = newFile(name)
    await journal("episodes", "--out", out)
    const asked = ["--month", "2026-11", "--as-of", "2026-12-01T00:00:00Z", "--json"]
    return JSON.parse((await run(["scorecard", "--episodes", out, ...asked])).stdout)
  }
  const [csv, ndjson] = [await of("episodes.csv"), await of("episodes.ndjson")]
  expect(csv.episodes).toMatchObject({
    total: 1,
    byCaseStatus: { "early-help": 1 },
    byDuration: { "still-missing": 1 }
  })
  expect(ndjson).toEqual(csv)
})

test("an export of episodes is written into the audit, by whose account it was made", async () => {
  const directory = await madeUpJournal()
  await inJournal(directory)("episodes", "--out", newFile("episodes.csv"), "--by", "U0MADEUP9")
  expect(await auditedIn(directory)).toContain("export-episodes null allowed")
})

test("a folder that cannot be written to is told by its option", async () => {
  const { status, stdout, stderr } = await inJournal(await madeUpJournal())(
    "episodes",
    "--out",
    join(fileWith("a-file", ""), "episodes.csv")
  )
  expect([status, stdout, stderr.includes("--out")]).toEqual([2, "", true])
})

import { readFileSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test, vi } from "vitest"
import { fileWith, run } from "../run.ts"
import { auditedIn, inJournal, madeUpJournal } from "./madeUpJournal.ts"

const returns = `kind,schoolReference,sentAt,child.reference,ground,from,to,reason
deletion,SCH-4001-17,2026-09-16T09:00:00Z,EDU-10432,g,2026-09-15,,Unknown
referral,SCH-4001-18,2026-09-17T09:00:00Z,EDU-10433,,2026-09-17,,
ten-day-absence,SCH-4001-19,2026-09-17T09:00:00Z,EDU-10434,,2026-09-02,2026-09-16,
`

test("the return is made of the cases on record, and the export is written into the audit", async () => {
  vi.stubEnv("SAFE_RETURN_EDUCATION_REFERENCES", "EDU-#####")
  const directory = await madeUpJournal()
  await run(["cme", "import", fileWith("returns.csv", returns), "--data", directory])
  const out = join(dirname(fileWith("other", "")), "cases.csv")
  const { status, stdout } = await inJournal(directory)("education-cases", "--out", out, "--by", "U0MADEUP9")
  expect([status, stdout]).toEqual([
    0,
    `2 cases of 2 children in ${out}. It is of real children: keep it where their records are kept.\n`
  ])
  expect(readFileSync(out, "utf8")).not.toContain("EDU-10434")
  expect(statSync(out).mode & 0o777).toBe(0o600)
  expect(await auditedIn(directory)).toContain("export-education-cases null allowed")
  const made = await run(["cme", "return", "--cases", out, "--census-day", "2026-10-01", "--json"])
  expect(JSON.parse(made.stdout)).toMatchObject({ total: 2, byReason: { Unknown: 1, "Not recorded": 1 } })
  vi.unstubAllEnvs()
})

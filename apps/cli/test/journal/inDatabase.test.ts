import { join } from "node:path"
import { askForPostgres, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Effect } from "effect"
import { expect, test, vi } from "vitest"
import { fileWith, folderOfTests, run } from "../run.ts"
import { auditedIn, inJournal, madeUpJournal } from "./madeUpJournal.ts"

const BY = ["--by", "U0MADEUP9"]

test("the commands for records act on the environment's database without being told", async () => {
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  const folder = await madeUpJournal()
  vi.stubEnv("SAFE_RETURN_DATABASE_URL", as(owner))
  vi.stubEnv("SAFE_RETURN_DATA", folder)
  expect(await run(["journal", "move", "--from", folder, "--to", "database"])).toMatchObject({ status: 0 })

  const journal = inJournal("database")
  const held = ["--reason", "court-proceedings", "--reference", "LEGAL-2026-17"]
  expect((await journal("hold", "set", "LCS-3", ...held, ...BY)).status).toBe(0)
  const refused = await journal("erase-child", "LCS-3", "--reason", "retention-ended", ...BY)
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("LEGAL-2026-17")])
  const out = join(folderOfTests, "of LCS-1")
  expect((await journal("export-child", "LCS-1", "--out", out, ...BY)).status).toBe(0)
  expect((await journal("retention", "--json", ...BY)).status).toBe(0)

  const erased = await run(["journal", "erase-child", "LCS-1", "--reason", "retention-ended", ...BY])
  expect(erased.stdout).toContain("Everything held of LCS-1 is erased: 2 events, 1 delivery")
  expect(erased.stderr).toContain("forget what they had read of this child")
  expect(JSON.parse((await run(["journal", "erased", "--json", ...BY])).stdout)).toHaveLength(1)

  // What a dump from before the erasure brings back is erased again by the list kept elsewhere.
  const list = fileWith("erased.json", (await journal("erased", "--json", ...BY)).stdout)
  const before = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  vi.stubEnv("SAFE_RETURN_DATABASE_URL", before.as(before.owner))
  await run(["journal", "move", "--from", folder, "--to", "database"])
  expect(await journal("erase-again", list, ...BY)).toMatchObject({
    status: 0,
    stdout: "Erased again, because they had come back: LCS-1.\n1 erasure of the list was not known here.\n"
  })
  expect((await journal("erase-again", list, ...BY)).stdout).toContain("Nobody on the list had come back.\n0 erasures")
  expect((await journal("export-child", "LCS-1", "--out", join(folderOfTests, "again"), ...BY)).status).toBe(2)
  expect(await journal("erase-again", fileWith("no.json", "[1]"), ...BY)).toMatchObject({ status: 2, stdout: "" })
  vi.stubEnv("SAFE_RETURN_DATABASE_URL", as(owner))

  expect(await auditedIn("database")).toEqual([
    "hold-records LCS-3 allowed",
    "erase-child LCS-3 refused",
    "export-child LCS-1 allowed",
    "report-retention null allowed",
    "erase-child LCS-1 allowed",
    "see-erasures null allowed",
    "see-erasures null allowed"
  ])
  expect(await auditedIn(folder)).toEqual([])
})

test("history is imported into a database that others are using, and comes out again", async () => {
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  vi.stubEnv("SAFE_RETURN_DATABASE_URL", as(owner))
  await run(["journal", "move", "--from", await madeUpJournal(), "--to", "database"])
  const journal = inJournal("database")
  const rows = ["episode_id,child_ref,missing_at", "CS-1,lcs-2,2026-09-05T18:00:00Z", "CS-2,LCS-9,2026-09-06T18:00:00Z"]
  const file = fileWith("past.csv", `${rows.join("\n")}\n`)
  expect(await journal("import-history", file, ...BY)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("2 episodes imported, 0 changed and 0 as before, of 2 children.")
  })
  expect((await journal("import-history", file, ...BY)).stdout).toContain(
    "0 episodes imported, 0 changed and 2 as before"
  )
  const out = join(folderOfTests, "from the database.ndjson")
  expect((await journal("episodes", "--out", out, ...BY)).stdout).toContain("3 episodes of 2 children")
})

import { join } from "node:path"
import { askForPostgres, connectedAs, freshDatabaseOn } from "@safe-return/postgres-testkit"
import { Effect } from "effect"
import { afterEach, expect, test, vi } from "vitest"
import { fileWith, folderOfTests, run } from "../run.ts"
import { inJournal, madeUpJournal } from "./madeUpJournal.ts"

afterEach(() => vi.unstubAllEnvs())

const BY = ["--by", "U0MADEUP9"]

test("journal verify holds a database against heads kept out of its owner's reach", async () => {
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  const folder = await madeUpJournal()
  vi.stubEnv("SAFE_RETURN_DATABASE_URL", as(owner))
  await run(["journal", "move", "--from", folder, "--to", "database"])
  const journal = inJournal("database")
  const heads = join(fileWith("elsewhere", ""), "..", "heads.ledger")
  const verify = (...more: ReadonlyArray<string>) => journal("verify", "--heads", heads, ...more)
  const whole = "5 events of 3 children, up to position 5: whole.\n"

  expect(await journal("verify")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`${whole}Held against nothing outside of it`),
    stderr: ""
  })
  // As the bot chooses: the database, where the environment names one.
  expect((await run(["journal", "verify"])).stdout).toContain(whole)
  expect((await verify()).stdout).toBe(
    `${whole}The heads of all streams are kept in ${heads} from now on: hold the database against it the next time.\n`
  )
  expect((await verify()).stdout).toBe(`${whole}5 events held against ${heads}. 0 events since are in it now.\n`)

  await journal("erase-child", "LCS-1", "--reason", "made-up-data", ...BY)
  expect((await verify()).stdout).toContain("Erased since the last look, as its tombstones say: LCS-1.")
  expect(JSON.parse((await verify("--json")).stdout)).toEqual({
    events: 3,
    children: 2,
    position: 5,
    vouchedFor: 3,
    unreadable: [],
    ambiguousReferences: [],
    erased: [],
    faults: []
  })

  const edit = "update safe_return.events set recorded = replace(recorded, 'medium', 'low') where child = 'LCS-2'"
  const superuser = connectedAs(as("postgres"))
  await Effect.runPromise(Effect.scoped(Effect.flatMap(superuser, (sql) => sql.unsafe(edit))))
  const damaged = await verify()
  expect(damaged).toMatchObject({
    status: 1,
    stderr: "1 fault in the journal. Nothing was changed. Look at what is named, and compare it with a backup.\n"
  })
  expect(damaged.stdout).toContain("up to position 5: NOT as it was written.\n  LCS-2: version 1 is not as it was")
  expect(damaged.stdout).toContain("3 events held against")
  expect(damaged.stdout).toContain("The file is left as it was.")
  expect((await verify()).status).toBe(1)
}, 30_000)

test("journal verify keeps no heads of a folder, and names a heads file it cannot write", async () => {
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  const ofFolder = await inJournal(await madeUpJournal())("verify", "--heads", join(folderOfTests, "heads"))
  expect(ofFolder).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("--heads: A folder keeps") })
  vi.stubEnv("SAFE_RETURN_DATABASE_URL", as(owner))
  const nowhere = join(folderOfTests, "no such folder", "heads")
  const { status, stderr } = await inJournal("database")("verify", "--heads", nowhere)
  expect([status, stderr.includes("no such folder")]).toEqual([1, true])
})

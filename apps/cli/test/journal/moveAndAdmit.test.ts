import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { askForPostgres, connectedAs, freshDatabaseOn, named, WITH_PASSWORD } from "@safe-return/postgres-testkit"
import { Effect } from "effect"
import { afterEach, describe, expect, test, vi } from "vitest"
import { folderOfTests, run } from "../run.ts"
import { madeUpJournal } from "./madeUpJournal.ts"

const COUNCIL = ["--council", "Rotherham"]
const PASSWORD = "made-up-password"

/** A database of the test's own, and a role nobody has admitted yet. */
const freshDatabase = async () => {
  const { as, owner } = await Effect.runPromise(freshDatabaseOn(await askForPostgres()))
  const role = named("bot")
  await asSuperuser(`create role ${role} login`)
  return { as, owner, role, isNow: (user: string) => vi.stubEnv("SAFE_RETURN_DATABASE_URL", as(user)) }
}

const asSuperuser = async (statement: string) => {
  const url = await askForPostgres()
  await Effect.runPromise(Effect.scoped(Effect.flatMap(connectedAs(url), (sql) => sql.unsafe(statement))))
}

const journal = (...args: ReadonlyArray<string>) => run(["journal", ...args])
const admit = (role: string, council = "Rotherham") => journal("admit", "--role", role, "--council", council)
const move = (from: string, to: string, ...more: ReadonlyArray<string>) =>
  journal("move", "--from", from, "--to", to, ...COUNCIL, ...more)

/** A path at which there is nothing. */
const emptyPlace = () => join(folderOfTests, named("records"))

afterEach(() => vi.unstubAllEnvs())

const unreachable = {
  "no address": {
    url: undefined,
    status: 2,
    says: "SAFE_RETURN_DATABASE_URL is not set."
  },
  "an address of another kind": {
    url: `mysql://bot:${PASSWORD}@127.0.0.1/journal`,
    status: 2,
    says: "The address of the database cannot be used: it is not of the form postgresql://user:password@host:5432/database."
  },
  "an address with half a lock": {
    url: `postgresql://bot:${PASSWORD}@127.0.0.1/journal?sslmode=require`,
    status: 2,
    says: "sslmode=require does not check who answers: use sslmode=verify-full, or disable where nobody else can listen."
  },
  "a server that is not there": {
    url: `postgresql://bot:${PASSWORD}@127.0.0.1:1/journal`,
    status: 1,
    says: "The journal at postgresql://bot@127.0.0.1:1/journal cannot be used: the database does not answer. Nothing was changed."
  }
} as const

describe("journal admit", () => {
  test("lets a role speak for a council, as often as it is asked, and makes the tables first", async () => {
    const { isNow, owner, role } = await freshDatabase()
    isNow(owner)
    for (const _ of [1, 2]) {
      expect(await admit(role)).toEqual({
        status: 0,
        stdout: `The role ${role} speaks for Rotherham and sees no other council's records.\n`,
        stderr: ""
      })
    }
    isNow(role)
    expect((await journal("erased", "--data", "database", ...COUNCIL)).status).toBe(0)
  })

  test("refuses what the database's owner may not or cannot do, in words and with status 1", async () => {
    const { isNow, owner, role } = await freshDatabase()
    isNow(owner)
    await admit(role)
    expect(await admit(role, "Derby")).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringContaining(`the user ${role} speaks for Rotherham already: make one of its own for Derby`)
    })
    const nobody = await admit("nobody_of_that_name")
    expect([nobody.status, nobody.stdout]).toEqual([1, ""])
    expect(nobody.stderr).toContain('role "nobody_of_that_name" does not exist')
    isNow(role)
    const notTheirs = await admit(role, "Derby")
    expect([notTheirs.status, notTheirs.stdout]).toEqual([1, ""])
    expect(notTheirs.stderr).toContain("this user may not do that")
  })

  test("asks for the role it is about", async () => {
    const { status, stderr } = await journal("admit", "--council", "Rotherham")
    expect(status).toBe(2)
    expect(stderr).toContain("--role")
  })
})

describe("journal move", () => {
  test("carries everything to a database and back, and says what", async () => {
    const { isNow, owner } = await freshDatabase()
    isNow(owner)
    const [folder, back] = [await madeUpJournal(), emptyPlace()]
    expect(await move(folder, "database")).toEqual({
      status: 0,
      stdout: [
        "Moved and compared event by event: 5 events of 3 children,",
        "2 profiles, 1 delivery and 1 entry of the audit.",
        "What was at the old place is still there: start the bot on the new one, look, and then put the old one away.",
        ""
      ].join("\n"),
      stderr: ""
    })
    const { status, stdout } = await move("database", back, "--json")
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      { events: 5, children: 3, profiles: 2, deliveries: 1, audited: 1 }
    ])
    expect((await journal("verify", "--data", back)).stdout).toContain("5 events of 3 children")
    expect((await journal("verify", "--data", folder)).stdout).toContain("5 events of 3 children")
  })

  test("refuses a place that holds anything, and changes neither", async () => {
    const { isNow, owner } = await freshDatabase()
    isNow(owner)
    const folder = await madeUpJournal()
    await move(folder, "database")
    const refused = {
      status: 2,
      stdout: "",
      stderr: "--to: The place to move to holds 5 events already. Nothing was moved: choose an empty one.\n"
    }
    expect(await move(folder, "database")).toEqual(refused)
    expect(await move("database", await madeUpJournal())).toEqual(refused)
    expect(await move("database", "database")).toEqual(refused)
    expect((await move("database", emptyPlace())).status).toBe(0)
  })

  test("refuses a folder that is not there, and makes none", async () => {
    const { isNow, owner } = await freshDatabase()
    isNow(owner)
    const [nowhere, target] = [emptyPlace(), emptyPlace()]
    expect(await move(nowhere, target)).toEqual({
      status: 2,
      stdout: "",
      stderr: "--from: There is no such folder.\n"
    })
    expect([existsSync(nowhere), existsSync(target)]).toEqual([false, false])
  })

  test("carries nothing over that is not as it was written", async () => {
    const { isNow, owner } = await freshDatabase()
    isNow(owner)
    const folder = await madeUpJournal()
    const path = join(folder, "children/lcs-2.json")
    writeFileSync(path, readFileSync(path, "utf8").replace("U0MADEUP1", "U0MADEUP2"))
    const { status, stdout, stderr } = await move(folder, "database")
    expect([status, stdout]).toEqual([1, ""])
    expect(stderr).toContain("children/lcs-2.json")
    expect((await move(await madeUpJournal(), "database")).status).toBe(0)
  })

  test("is for a role that speaks for the council, and says who does not", async () => {
    const { isNow, owner, role } = await freshDatabase()
    const folder = await madeUpJournal()
    isNow(role)
    const stranger = await move(folder, "database")
    expect([stranger.status, stranger.stdout]).toEqual([1, ""])
    isNow(owner)
    await admit(role, "Derby")
    isNow(role)
    expect(await move(folder, "database")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(
        `the user ${role} speaks for Derby, and this program is set up for Rotherham. Nothing was changed.`
      )
    })
    isNow("postgres")
    expect(await move(folder, "database")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("the user postgres goes past row security")
    })
  })
})

describe.each([
  ["journal admit", () => admit("made_up_role")],
  ["journal move --to database", async () => move(await madeUpJournal(), "database")],
  ["journal move --from database", () => move("database", emptyPlace())]
])("%s", (_, command) => {
  test.each(Object.entries(unreachable))("says so of %s, and shows no password", async (_, { url, status, says }) => {
    vi.stubEnv("SAFE_RETURN_DATABASE_URL", url)
    const refused = await command()
    expect([refused.status, refused.stdout]).toEqual([status, ""])
    expect(refused.stderr).toContain(says)
    expect(refused.stderr).not.toContain(PASSWORD)
  })

  test("is let in with the right password alone, and shows neither", async () => {
    const { as, owner } = await freshDatabase()
    const bot = named(WITH_PASSWORD)
    await asSuperuser(`create role ${bot} login password '${PASSWORD}' in role ${owner}`)
    const withPassword = (password: string) => {
      const url = new URL(as(bot))
      url.password = password
      vi.stubEnv("SAFE_RETURN_DATABASE_URL", url.href)
    }
    for (const wrong of ["another", ""]) {
      withPassword(wrong)
      const refused = await command()
      expect([refused.status, refused.stdout]).toEqual([1, ""])
      expect(refused.stderr).toContain("the database does not let this user in")
    }
    withPassword(PASSWORD)
    const letIn = await command()
    expect(letIn.stderr).not.toContain("does not let this user in")
    expect(letIn.stderr).not.toContain(PASSWORD)
  })
})

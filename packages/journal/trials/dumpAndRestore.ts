/**
 * `pnpm dump-and-restore`: the commands of docs/postgresql.md, taken from the page and run with this machine's own
 * PostgreSQL between two servers of it, once for one council's dump and once for all councils'. npm brings no `pg_dump`.
 */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { connectedAs, type PostgresServer, startPostgres } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { Journal, Profiles } from "../src/index.ts"
import { admitCouncil, inspectDatabase, postgresLayer } from "../src/postgres/index.ts"
import { fill } from "../test/erasuresContract.ts"
import { restarted } from "../test/restart.ts"
import { child, madeUpEvent } from "../test/syntheticEvents.ts"

const page = readFileSync(new URL("../../../docs/postgresql.md", import.meta.url), "utf8")

/** The command in the page that begins so; made up passwords stand for those the page leaves out. */
const inPage = (fence: string, beginning: string): string => {
  const block = page.match(new RegExp(`\`\`\`${fence}\\n(${beginning}[^\`]*)\`\`\``))?.[1]
  if (block === undefined) throw new Error(`docs/postgresql.md holds no block that begins with ${beginning}`)
  return block.replaceAll("…", "made-up")
}

const councils = { safe_return_rotherham: "Rotherham", safe_return_derby: "Derby" } as const
const programs = execFileSync("pg_config", ["--bindir"], { encoding: "utf8" }).trim()
const folder = mkdtempSync(join(tmpdir(), "safe-return-dump-"))

const shell = (command: string, url: string): void => {
  execFileSync("/bin/sh", ["-ec", command], {
    cwd: folder,
    env: { ...process.env, SAFE_RETURN_DATABASE_URL: url },
    stdio: "inherit"
  })
}

const asAdministrator = (server: PostgresServer, statements: string) =>
  Effect.scoped(
    Effect.gen(function* () {
      const sql = yield* connectedAs(server.url("postgres", "postgres"))
      for (const statement of statements.split(";").filter((one) => one.trim() !== "")) yield* sql.unsafe(statement)
    })
  )

const councilAt = (server: PostgresServer, role: keyof typeof councils) => ({
  url: Redacted.make(server.url(role, "safe_return")),
  council: councils[role]
})

const everything = Effect.gen(function* () {
  return { entries: yield* (yield* Journal).readAll, profiles: yield* (yield* Profiles).all }
})

const readAt = (server: PostgresServer, role: keyof typeof councils) =>
  restarted(postgresLayer(councilAt(server, role)))(everything)

const assertSame = (what: string, one: unknown, other: unknown): void => {
  if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error(`${what} is not the same after the way back`)
}

const start = Effect.promise(() => startPostgres({ programs }))
const server = Effect.acquireRelease(start, ({ remove }) => Effect.promise(remove))

const roles = Object.keys(councils) as ReadonlyArray<keyof typeof councils>

/** What came back is what there was, and can be written to. */
const look = Effect.fnUntraced(function* (from: PostgresServer, to: PostgresServer, role: keyof typeof councils) {
  assertSame(`What ${councils[role]} holds`, yield* readAt(from, role), yield* readAt(to, role))
  const { faults, events } = yield* inspectDatabase(councilAt(to, role))
  if (faults.length > 0) throw new Error(`${councils[role]}: ${faults[0]?.reason}`)
  const append = Effect.flatMap(Journal, (journal) => journal.append(child("LCS-1"), 2, [madeUpEvent("after")]))
  const [added] = yield* restarted(postgresLayer(councilAt(to, role)))(append)
  if (added?.position !== events + 1) throw new Error("a position was given out twice")
  yield* Effect.logInfo(`${councils[role]}: ${events} events, all as they were, and one more.`)
})

const trial = Effect.gen(function* () {
  const from = yield* server
  yield* asAdministrator(from, inPage("sql", "create role safe_return_owner login password '…';\\ncreate database"))
  for (const role of roles) {
    yield* admitCouncil({ url: Redacted.make(from.url("safe_return_owner", "safe_return")) }, role, councils[role])
    yield* restarted(postgresLayer(councilAt(from, role)))(fill)
  }
  const dump = inPage("sh", "pg_dump")
  const back = inPage("sh", "pg_restore")
  const trials = [
    { user: "safe_return_rotherham", command: dump, come: roles.slice(0, 1) },
    { user: "postgres", command: dump.replace("--enable-row-security ", ""), come: roles }
  ] as const
  for (const { user, command, come } of trials) {
    const to = yield* server
    yield* asAdministrator(
      to,
      inPage(
        "sql",
        "create role safe_return_owner login password '…';\\ncreate role[^`]*?;\\ncreate role safe_return_derby;"
      )
    )
    yield* asAdministrator(to, "alter role safe_return_derby login")
    shell(command, from.url(user, "safe_return"))
    shell(back, to.url("safe_return_owner", "safe_return"))
    for (const role of come) yield* look(from, to, role)
  }
})

await Effect.runPromise(Effect.scoped(trial)).finally(() => rmSync(folder, { recursive: true, force: true }))

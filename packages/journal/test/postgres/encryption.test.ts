import { chmod, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { freshDatabaseOn, handOver, startPostgres } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { generate } from "selfsigned"
import { Journal } from "../../src/index.ts"
import { databaseAddress } from "../../src/postgres/databaseAddress.ts"
import { postgresLayer } from "../../src/postgres/index.ts"
import { child, madeUpEvent } from "../syntheticEvents.ts"
import { freshCouncil } from "./freshDatabase.ts"

/** A certificate that vouches for itself alone, for a made-up purpose. */
const certificateFor = (host: string) =>
  generate([{ name: "commonName", value: host }], {
    keySize: 2048,
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: host }] }]
  })

/** A server that speaks TLS with a certificate for `host`; on the loopback interface all the same. */
const serverFor = (host: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const server = await startPostgres()
      const { private: key, cert } = await certificateFor(host)
      const [certFile, keyFile] = [join(server.folder, "server.crt"), join(server.folder, "server.key")]
      await writeFile(certFile, cert)
      await writeFile(keyFile, key)
      await chmod(keyFile, 0o600)
      for (const file of [certFile, keyFile]) handOver(file)
      await server.stop("fast")
      await server.start({ ssl: "on", ssl_cert_file: certFile, ssl_key_file: keyFile })
      return { server, certFile }
    }),
    ({ server }) => Effect.promise(() => server.remove())
  )

describe("the way to a database on another machine", () => {
  it.live(
    "is encrypted, to the host that the certificate vouches for and to no other",
    () =>
      Effect.gen(function* () {
        const { server, certFile } = yield* serverFor("localhost")
        const council = yield* freshCouncil(yield* freshDatabaseOn(server.url("postgres", "postgres")))
        const at = (host: string, more: string) => {
          const url = new URL(Redacted.value(council.url))
          url.hostname = host
          url.search = more
          return { ...council, url: Redacted.make(url.href) }
        }
        const append = Effect.flatMap(Journal, (journal) => journal.append(child("LCS-1"), 0, [madeUpEvent(1)]))
        const through = (place: Parameters<typeof postgresLayer>[0]) => Effect.provide(append, postgresLayer(place))
        const trusted = { ...at("localhost", "sslmode=verify-full"), caFile: certFile }
        expect(yield* through(trusted)).toHaveLength(1)

        const unknown = yield* Effect.flip(through(at("localhost", "sslmode=verify-full")))
        expect(unknown.message).toContain("could not prove by its certificate that it is the one asked for")
        const otherHost = yield* Effect.flip(through({ ...at("127.0.0.1", "sslmode=verify-full"), caFile: certFile }))
        expect(otherHost.message).toContain("could not prove by its certificate that it is the one asked for")
      }).pipe(Effect.scoped),
    120_000
  )
})

describe("an address", () => {
  const addressOf = (url: string) => Effect.runSync(Effect.result(databaseAddress({ url: Redacted.make(url) })))

  it("asks for a proven server wherever others could listen, and never shows the password", () => {
    const far = addressOf("postgresql://bot:s%40cret@db.example:6432/safe%20return")
    expect(far).toMatchObject({
      success: {
        hosts: [{ host: "db.example", port: 6432 }],
        database: "safe return",
        ssl: { rejectUnauthorized: true },
        shown: "postgresql://bot@db.example:6432/safe return"
      }
    })
    expect(addressOf("postgres://bot@localhost/safe")).toMatchObject({
      success: { ssl: false, hosts: [{ port: 5432 }] }
    })
    expect(addressOf("postgres://bot@[::1]/safe")).toMatchObject({
      success: { ssl: false, hosts: [{ host: "::1" }] }
    })
    expect(addressOf("postgres://bot@db.example/safe?sslmode=disable")).toMatchObject({ success: { ssl: false } })
  })

  it("names several servers, each by its port, and encrypts where one of them is elsewhere", () => {
    const two = addressOf("postgresql://bot:s%40cret@one.example:6432,[::1]/safe?target_session_attrs=read-write")
    expect(two).toMatchObject({
      success: {
        hosts: [
          { host: "one.example", port: 6432 },
          { host: "::1", port: 5432 }
        ],
        ssl: { rejectUnauthorized: true },
        shown: "postgresql://bot@one.example:6432,::1:5432/safe"
      }
    })
  })

  it.each([
    ["postgres://bot:secret@one.example/safe?target_session_attrs=standby", "asks for a server without writes"],
    ["postgres://bot:secret@one.example:1,two.example:x/safe", "not of the form postgresql://"],
    ["postgres://bot:secret@db.example/safe?sslmode=require", "sslmode=require does not check who answers"],
    ["mysql://bot:secret@db.example/safe", "not of the form postgresql://"],
    ["postgres://bot:secret@db.example/", "names no database"],
    ["postgres://db.example/safe", "names no user"],
    ["postgres://bot:secret@db.example/safe?sslrootcert=/nowhere/ca.pem", "/nowhere/ca.pem cannot be read"]
  ])("%s is refused in words", (url, reason) => {
    const refused = addressOf(url)
    if (refused._tag !== "Failure") throw new Error("should be refused")
    expect(refused.failure.message).toContain(reason)
    expect(refused.failure.message).not.toContain("secret")
  })
})

/** Where the database is and how it is reached, from an address such as `postgresql://user:password@host:5432/name`. */
import { readFileSync } from "node:fs"
import type { ConnectionOptions } from "node:tls"
import { Effect, Redacted, Schema } from "effect"

/** The address cannot be used as it is; the sentence never repeats it, because it may hold a password. */
export class DatabaseAddressRefused extends Schema.TaggedError<DatabaseAddressRefused>()("DatabaseAddressRefused", {
  reason: Schema.String
}) {
  override get message() {
    return `The address of the database cannot be used: ${this.reason}.`
  }
}

export interface DatabasePlace {
  /** `postgresql://user:password@host:port/database`; `?sslmode=` and `?sslrootcert=` as PostgreSQL's own tools take them. */
  readonly url: Redacted.Redacted
  /** A file with the certificates that vouch for the server; those of the operating system otherwise. */
  readonly caFile?: string
}

export interface DatabaseAddress {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly username: string
  readonly password?: Redacted.Redacted
  readonly ssl: false | ConnectionOptions
  /** The same in words, without the password. */
  readonly shown: string
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1"])

const refused = (reason: string) => new DatabaseAddressRefused({ reason })

const certificatesIn = (file: string): Effect.Effect<string, DatabaseAddressRefused> =>
  Effect.try({
    try: () => readFileSync(file, "utf8"),
    catch: () => refused(`the file of certificates ${file} cannot be read`)
  }).pipe(
    Effect.filterOrFail(
      (text) => text.includes("BEGIN CERTIFICATE"),
      () => refused(`the file ${file} holds no certificate`)
    )
  )

/**
 * On this machine nobody can listen in between. Anywhere else the server has to prove by its certificate that it is
 * the host we asked for; the modes in between encrypt for whoever answers, and are refused.
 */
const encryption = Effect.fnUntraced(function* (mode: string, caFile: string | undefined) {
  if (mode === "disable") return false as const
  if (mode !== "verify-full") {
    const why = "does not check who answers: use sslmode=verify-full, or disable where nobody else can listen"
    return yield* refused(`sslmode=${mode} ${why}`)
  }
  const ca = caFile === undefined ? {} : { ca: yield* certificatesIn(caFile) }
  return { ...ca, rejectUnauthorized: true, minVersion: "TLSv1.2" } as const
})

const parse = (url: string): URL | undefined => {
  const parsed = URL.parse(url)
  return parsed !== null && /^postgres(ql)?:$/.test(parsed.protocol) ? parsed : undefined
}

export const databaseAddress = Effect.fn("databaseAddress")(function* (place: DatabasePlace) {
  const url = parse(Redacted.value(place.url))
  if (url === undefined) return yield* refused("it is not of the form postgresql://user:password@host:5432/database")
  const database = decodeURIComponent(url.pathname.slice(1))
  const username = decodeURIComponent(url.username)
  if (database === "") return yield* refused("it names no database")
  if (username === "") return yield* refused("it names no user")
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1") || "localhost"
  const port = url.port === "" ? 5432 : Number(url.port)
  const mode = url.searchParams.get("sslmode") ?? (LOOPBACK.has(host) ? "disable" : "verify-full")
  const address: DatabaseAddress = {
    host,
    port,
    database,
    username,
    ...(url.password === "" ? {} : { password: Redacted.make(decodeURIComponent(url.password)) }),
    ssl: yield* encryption(mode, place.caFile ?? url.searchParams.get("sslrootcert") ?? undefined),
    shown: `postgresql://${username}@${host}:${port}/${database}`
  }
  return address
})

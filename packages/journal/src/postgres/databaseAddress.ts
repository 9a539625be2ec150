/** Where the database is: `postgresql://user:password@one:5432,other:5432/name`, of which one takes writes. */
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
  /** As PostgreSQL's tools take it, with several hosts, `?sslmode=`, `?sslrootcert=` and `?target_session_attrs=`. */
  readonly url: Redacted.Redacted
  /** A file with the certificates that vouch for the server; those of the operating system otherwise. */
  readonly caFile?: string
}

export interface DatabaseHost {
  readonly host: string
  readonly port: number
}

export interface DatabaseAddress {
  /** Asked in this order for one that takes writes. */
  readonly hosts: readonly [DatabaseHost, ...ReadonlyArray<DatabaseHost>]
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

/** Away from this machine a certificate must prove the host; modes that encrypt without proof are refused. */
const encryption = Effect.fnUntraced(function* (mode: string, caFile: string | undefined) {
  if (mode === "disable") return false as const
  if (mode !== "verify-full") {
    const why = "does not check who answers: use sslmode=verify-full, or disable where nobody else can listen"
    return yield* refused(`sslmode=${mode} ${why}`)
  }
  const ca = caFile === undefined ? {} : { ca: yield* certificatesIn(caFile) }
  return { ...ca, rejectUnauthorized: true, minVersion: "TLSv1.2" } as const
})

/** What comes before the hosts, the hosts, and what comes after: `URL` knows of one host alone. */
const PARTS = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#@]*)([/?#].*)?$/

const parse = (address: string) => {
  const [, before = "", hosts = "", after = ""] = PARTS.exec(address) ?? []
  const [first, ...others] = hosts.split(",").map((host) => URL.parse(`${before}${host}${after}`))
  const urls = [first ?? null, ...others].filter((url) => url !== null)
  return before === "" || urls.length !== others.length + 1 ? undefined : urls
}

const hostIn = ({ hostname, port }: URL): DatabaseHost => ({
  host: hostname.replace(/^\[(.*)\]$/, "$1") || "localhost",
  port: port === "" ? 5432 : Number(port)
})

/** The bot records, so that only a server which takes writes is of use: of the others' modes none is. */
const WRITABLE = new Set(["any", "read-write", "primary"])

export const databaseAddress = Effect.fn("databaseAddress")(function* (place: DatabasePlace) {
  const [url, ...others] = parse(Redacted.value(place.url)) ?? []
  if (url === undefined) return yield* refused("it is not of the form postgresql://user:password@host:5432/database")
  const database = decodeURIComponent(url.pathname.slice(1))
  const username = decodeURIComponent(url.username)
  if (database === "") return yield* refused("it names no database")
  if (username === "") return yield* refused("it names no user")
  const session = url.searchParams.get("target_session_attrs") ?? "read-write"
  if (!WRITABLE.has(session)) {
    return yield* refused(`target_session_attrs=${session} asks for a server without writes: use read-write`)
  }
  const hosts = [hostIn(url), ...others.map(hostIn)] as const
  const isOnThisMachine = hosts.every(({ host }) => LOOPBACK.has(host))
  const mode = url.searchParams.get("sslmode") ?? (isOnThisMachine ? "disable" : "verify-full")
  const address: DatabaseAddress = {
    hosts,
    database,
    username,
    ...(url.password === "" ? {} : { password: Redacted.make(decodeURIComponent(url.password)) }),
    ssl: yield* encryption(mode, place.caFile ?? url.searchParams.get("sslrootcert") ?? undefined),
    shown: `postgresql://${username}@${hosts.map(({ host, port }) => `${host}:${port}`).join(",")}/${database}`
  }
  return address
})

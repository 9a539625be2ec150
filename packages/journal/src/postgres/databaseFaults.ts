/** What the database or the way to it refused, in words, as the one error the journal fails with. */
import { Cause, Schema } from "effect"
import type { SqlError } from "effect/sql/SqlError"
import { JournalUnavailable, type WriteFault } from "../Journal.ts"

/** Codes a server or a pooler gives when it goes down, comes up or has no connection left. */
const AWAY = /^(08|53300|57P0)/

/** Codes of what was undone whole and may be done when it is asked again: a standby, a statement called off, a conflict. */
const UNDONE = new Set(["25006", "57014", "40001", "40P01"])

export const NO_ANSWER = "the database does not answer"

/** The reason of a server that was demoted or is a standby, whichever question found it so. */
export const READ_ONLY =
  "this database server takes no writes: let the address lead to the primary, or name all servers in it (postgresql://user:password@one:5432,other:5432/database)"

/** The five-character code of the server's own error, or the system's name of a network fault. */
const codeOf = ({ reason }: SqlError): string | undefined => {
  const code = (reason.cause as { readonly code?: unknown } | undefined)?.code
  return typeof code === "string" ? code : undefined
}

const detailOf = (error: SqlError): string =>
  error.reason.cause instanceof Error ? error.reason.cause.message : error.message

const isSqlFault = (error: unknown): error is SqlError =>
  typeof error === "object" && error !== null && "_tag" in error && error._tag === "SqlError"

/** A server that has become a standby, or was one all along. */
const isReadOnly = (error: unknown): boolean => isSqlFault(error) && codeOf(error) === "25006"

/** PgBouncer's own words: it takes no settings of a session that it was not told to pass over. */
export const isPassedOver = (error: unknown): boolean =>
  isSqlFault(error) && detailOf(error).includes("unsupported startup parameter")

/** Whether no connection could be made, so that nothing was asked. */
export const isNotConnected = (error: unknown): boolean => isSqlFault(error) && error.reason.operation === "connect"

/** Whether the server is of no use: it takes no writes, or is not there. One without a free connection is. */
export const isOfNoUse = (error: unknown): boolean =>
  isReadOnly(error) || (isSqlFault(error) && isNotConnected(error) && codeOf(error) !== "53300")

/** Whether there was no answer, as opposed to a refusal. */
export const isAway = (error: unknown): boolean => {
  if (Cause.isTimeoutError(error)) return true
  if (!isSqlFault(error)) return false
  if (error.reason._tag === "ConnectionError") return !isUntrusted(error)
  return AWAY.test(codeOf(error) ?? "")
}

/** Whether the same question may be answered when it is asked again at once. */
export const isPassing = (error: unknown): boolean =>
  isAway(error) || (isSqlFault(error) && UNDONE.has(codeOf(error) ?? ""))

/** Whether it is the database or the way to it that failed, and not what was asked. */
export const isDatabaseFault = (error: unknown): boolean => isSqlFault(error) || Cause.isTimeoutError(error)

/** The names TLS gives to a certificate that does not hold. */
const isUntrusted = (error: SqlError): boolean =>
  /CERT|SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|ERR_TLS|ERR_SSL/.test(codeOf(error) ?? "")

/** What a person can do about a code of the server's, in a sentence. */
const WORDS: Readonly<Record<string, (detail: string) => string>> = {
  "25006": () => READ_ONLY,
  "40001": () => "others changed the same rows at the same moment: try again",
  "40P01": () => "others changed the same rows at the same moment: try again",
  "42501": (detail) => `this user may not do that (${detail})`,
  "53100": () => "the database's disk is full: make room on it",
  "53200": () => "the database server is out of memory: give it more, or let it do less",
  "53300": (detail) =>
    `the database has no connection left for this user (${detail}): raise max_connections or the user's connection limit, or end what holds them`,
  "55P03": () =>
    "another session holds a table or a row of the database: find it in pg_stat_activity (pg_blocking_pids) and end it with pg_terminate_backend",
  "57014": () =>
    "the database called the question off: its statement_timeout is too short, or an administrator cancelled it"
}

const POOLER: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /transaction blocks not allowed/i,
    "the connection pooler gives each statement another connection: set its pool_mode to transaction or session"
  ],
  [
    /prepared statement .* does not exist/i,
    "the connection pooler loses prepared statements: set its pool_mode to session, or name the server itself"
  ],
  [/unsupported startup parameter/i, "the connection pooler refuses settings: set its ignore_startup_parameters"]
]

const inWords = (error: SqlError): string => {
  const code = codeOf(error) ?? ""
  const detail = detailOf(error)
  const pooler = POOLER.find(([said]) => said.test(detail))
  if (isUntrusted(error))
    return `the server could not prove by its certificate that it is the one asked for (${detail})`
  if (pooler !== undefined) return pooler[1]
  const words = WORDS[code]
  if (words !== undefined) return words(detail)
  if (isAway(error)) return NO_ANSWER
  if (error.reason._tag === "AuthenticationError") return `the database does not let this user in (${detail})`
  return code === "" ? detail : `the database refused: ${detail} (${code})`
}

const faults: Readonly<Record<string, WriteFault>> = {
  "53200": "away",
  "55P03": "away",
  "57014": "away",
  "25006": "read-only",
  "42501": "not-allowed",
  "53100": "disk-full"
}

const faultOf = (error: SqlError): { readonly fault?: WriteFault } => {
  const fault = isAway(error) ? "away" : faults[codeOf(error) ?? ""]
  return fault === undefined ? {} : { fault }
}

/** The cause as the journal's error; one that already is keeps the path and reason it was given. */
export const databaseUnavailable = (path: string, error: unknown): JournalUnavailable => {
  if (error instanceof JournalUnavailable) return error
  if (isSqlFault(error)) return new JournalUnavailable({ path, reason: inWords(error), ...faultOf(error) })
  if (Cause.isTimeoutError(error)) return new JournalUnavailable({ path, reason: NO_ANSWER, fault: "away" })
  if (Schema.isSchemaError(error)) {
    return new JournalUnavailable({ path, reason: error.message.replaceAll(/\s*\n\s*/g, " ") })
  }
  return new JournalUnavailable({ path, reason: String(error) })
}

/** What the database or the way to it refused, in words, as the one error the journal fails with. */
import { Cause, Schema } from "effect"
import type { SqlError } from "effect/sql/SqlError"
import { JournalUnavailable, type WriteFault } from "../Journal.ts"

/** Codes a server gives while it goes down, comes up or has no room: asking again later may be answered. */
const AWAY = /^(08|53|57P0)/

export const NO_ANSWER = "the database does not answer"

/** The five-character code of the server's own error, or the system's name of a network fault. */
const codeOf = ({ reason }: SqlError): string | undefined => {
  const code = (reason.cause as { readonly code?: unknown } | undefined)?.code
  return typeof code === "string" ? code : undefined
}

/** Whether nobody answered, as opposed to somebody saying no. */
export const isAway = (error: unknown): boolean => {
  if (Cause.isTimeoutError(error)) return true
  if (!isSqlFault(error)) return false
  if (error.reason._tag === "ConnectionError") return !isUntrusted(error)
  return AWAY.test(codeOf(error) ?? "")
}

const isSqlFault = (error: unknown): error is SqlError =>
  typeof error === "object" && error !== null && "_tag" in error && error._tag === "SqlError"

/** Whether it is the database or the way to it that failed, and not what was asked. */
export const isDatabaseFault = (error: unknown): boolean => isSqlFault(error) || Cause.isTimeoutError(error)

/** The names TLS gives to a certificate that does not hold. */
const isUntrusted = (error: SqlError): boolean =>
  /CERT|SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|ERR_TLS|ERR_SSL/.test(codeOf(error) ?? "")

const inWords = (error: SqlError): string => {
  const code = codeOf(error)
  const detail = error.reason.cause instanceof Error ? error.reason.cause.message : error.message
  if (isUntrusted(error))
    return `the server could not prove by its certificate that it is the one asked for (${detail})`
  if (isAway(error)) return NO_ANSWER
  if (error.reason._tag === "AuthenticationError") return `the database does not let this user in (${detail})`
  if (code === "42501") return `this user may not do that (${detail})`
  if (code === "25006") return "the database is read-only"
  if (code === "53100") return "the database's disk is full"
  if (code === "57014") return "the database took too long"
  return code === undefined ? detail : `the database refused: ${detail} (${code})`
}

const faults: Readonly<Record<string, WriteFault>> = {
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

/** The same for a write: one whose answer never came may have been carried out. */
export const writeUnavailable = (path: string, error: unknown): JournalUnavailable => {
  const failed = databaseUnavailable(path, error)
  const neverAsked = isSqlFault(error) && error.reason.operation === "connect"
  return isAway(error) && !neverAsked ? new JournalUnavailable({ ...failed, inDoubt: true }) : failed
}

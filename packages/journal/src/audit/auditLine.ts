/** How one entry is written: a line of JSON that ends in the digest of itself and of the line before it. */

import { hash } from "node:crypto"
import { formatInstant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { Option, Schema } from "effect"
import { AuditEntry, type AuditRecord } from "../Audit.ts"

/** Where the next line goes: what number it has, and what it is chained to. */
export interface Link {
  readonly number: number
  /** SHA-256 in hexadecimal. */
  readonly after: string
}

/** Before the first line of all. */
export const beginning: Link = { number: 1, after: "0".repeat(64) }

const chainOf = (after: string, body: string): string => hash("sha256", after + body, "hex")

/** The line without its line break, and the link for the next. */
export const writeLine = (
  { number, after }: Link,
  entry: AuditEntry
): { readonly text: string; readonly next: Link } => {
  const { at, child, by, act, outcome } = entry
  const body = JSON.stringify({
    number,
    at: formatInstant(at),
    by,
    act,
    ...definedFields({ child }),
    outcome
  })
  const chain = chainOf(after, body)
  return { text: `${body.slice(0, -1)},"chain":"${chain}"}`, next: { number: number + 1, after: chain } }
}

const Body = Schema.fromJsonString(
  Schema.Struct({ number: Schema.Int.check(Schema.isGreaterThan(0)), ...AuditEntry.fields })
)
const decodeBody = Schema.decodeUnknownOption(Body, { onExcessProperty: "error" })

const LINE = /^(\{"number":(\d{1,15}),.*),"chain":"([0-9a-f]{64})"\}$/

/** What a line says of its own place, taken at its word. */
const placeOf = (text: string) => {
  const [, body, number, chain] = LINE.exec(text) ?? []
  if (body === undefined || chain === undefined) return undefined
  return { body: `${body}}`, number: Number(number), chain }
}

/** Why this line does not stand where it should; nothing when it does. */
const wrongWith = (expected: Link, line: NonNullable<ReturnType<typeof placeOf>>): string | undefined => {
  const { number, body, chain } = line
  if (number > expected.number) {
    const last = number - 1
    return expected.number === last ? `entry ${last} is missing` : `entries ${expected.number} to ${last} are missing`
  }
  if (number < expected.number) return `entry ${number} stands where entry ${expected.number} should`
  if (chainOf(expected.after, body) === chain) return undefined
  return `entry ${number} is not as it was written, or the one before it is not`
}

/** What a line holds, damage first; and the link for the next line, so that one fault is not told of for ever after. */
export const readLine = (
  expected: Link,
  text: string,
  place: string
): { readonly records: ReadonlyArray<AuditRecord>; readonly next: Link } => {
  const damage = (reason: string): AuditRecord => ({ _tag: "Damage", place, reason })
  const line = placeOf(text)
  if (line === undefined) {
    const next = { number: expected.number + 1, after: chainOf(expected.after, text) }
    return { records: [damage(`entry ${expected.number} cannot be read`)], next }
  }
  const next = { number: line.number + 1, after: line.chain }
  const wrong = wrongWith(expected, line)
  const told = wrong === undefined ? [] : [damage(wrong)]
  const body = decodeBody(line.body)
  if (Option.isNone(body)) return { records: [...told, damage(`entry ${line.number} cannot be read`)], next }
  const { number, ...entry } = body.value
  return { records: [...told, { _tag: "Entry", number, entry }], next }
}

/** Whether a line stands where it should as it was written, without reading what it holds. */
export const isInPlace = (expected: Link, text: string): boolean => {
  const line = placeOf(text)
  return line !== undefined && wrongWith(expected, line) === undefined
}

/** Where the next line goes after this one, without reading what it holds. */
export const linkAfter = (expected: Link, text: string): Link => {
  const line = placeOf(text)
  return line === undefined
    ? { number: expected.number + 1, after: chainOf(expected.after, text) }
    : { number: line.number + 1, after: line.chain }
}

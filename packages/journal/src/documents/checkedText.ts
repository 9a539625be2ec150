/** The text of every document since format 2: a checksum, and the document exactly as written. */
import { hash } from "node:crypto"

export interface CheckedText {
  /** How often the document has been written in this format; 0 for one that still is in format 1. */
  readonly generation: number
  /** Of everything that follows it in format 2, of the whole text in format 1. */
  readonly sha256: string
  /** The document as JSON. */
  readonly body: string
}

const PREFIX = /^\{"format":2,"sha256":"([\w-]{43})",(?="generation":([1-9]\d{0,14}),"document":)/
const DOCUMENT = '"document":'

export const sha256 = (text: string | Uint8Array): string => hash("sha256", text, "base64url")

export const checkedText = (generation: number, body: string): CheckedText => ({
  generation,
  body,
  sha256: sha256(coveredText(generation, body))
})

const coveredText = (generation: number, body: string): string => `"generation":${generation},${DOCUMENT}${body}}\n`

export const textOf = ({ generation, sha256, body }: CheckedText): string =>
  `{"format":2,"sha256":"${sha256}",${coveredText(generation, body)}`

export type Unreadable = "changed" | "not of format 2"

/** Reads what {@link textOf} wrote, or says why it is not that. */
export const readCheckedText = (text: string): CheckedText | Unreadable => {
  const found = PREFIX.exec(text)
  if (found === null) return "not of format 2"
  const covered = text.slice(found[0].length)
  if (sha256(covered) !== found[1] || !covered.endsWith("}\n")) return "changed"
  const body = covered.slice(covered.indexOf(DOCUMENT) + DOCUMENT.length, -2)
  return { generation: Number(found[2]), sha256: found[1], body }
}

/** A document from before there was a checksum. */
export const uncheckedText = (text: string): CheckedText => ({ generation: 0, sha256: sha256(text), body: text })

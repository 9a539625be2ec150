/** The ledger's lines, each with a hash over its link and the one before, so that a changed line is noticed. */
import { JournalUnavailable } from "../Journal.ts"
import type { StreamHead } from "./DocumentForm.ts"
import type { Sealing } from "./sealing.ts"

/** Where one document stood after a write. */
export interface Head {
  /** Its path from the journal's directory, with `/` between the parts. */
  readonly document: string
  readonly generation: number
  readonly sha256: string
  readonly stream?: StreamHead
  /** It was taken away for good: it must not come back. */
  readonly removed?: true
}

export type LedgerLine =
  | Head
  /** Every event up to this position is durable or was given up. */
  | { readonly settled: number }
  /** Closed in order after the last write: no document of these folders can be ahead of its line. */
  | { readonly closed: ReadonlyArray<string> }
  /** The first line of an encrypted journal's ledger. */
  | { readonly key: string }
  /** Writes follow. */
  | { readonly opened: true }

interface LinkedLines {
  readonly text: string
  readonly link: string
}

const NO_LINK = ""

/** The text of these lines after one with that link (or of a whole ledger), and the link of the last. */
export const linked = (sealing: Sealing, lines: Iterable<LedgerLine>, after = NO_LINK): LinkedLines => {
  let link = after
  let text = ""
  const add = (line: LedgerLine): void => {
    const json = JSON.stringify(line)
    link = sealing.hash(link + json)
    text += `${link} ${json}\n`
  }
  if (after === NO_LINK && sealing.keyId !== undefined) add({ key: sealing.keyId })
  for (const line of lines) add(line)
  return { text, link }
}

const LINK_LENGTH = 43
const BETWEEN = " "

/** A stretch that the system had made room for and a power cut left unwritten. */
const UNWRITTEN = "\0\0"

export interface ReadLedger {
  readonly heads: Map<string, Head>
  /** Where each document stood before its last write, as far as a line still says so. */
  readonly before: ReadonlyMap<string, Head>
  readonly settled: number
  /** The folders that were closed in order after the last write. */
  readonly closed: ReadonlyArray<string>
  readonly lines: number
  /** Those of the links looked for that were passed. */
  readonly passed: ReadonlySet<string>
  /** Of the last whole line; and how many bytes there are up to its end. */
  readonly link: string
  readonly length: number
}

export const emptyLedger = (): ReadLedger => ({
  heads: new Map(),
  before: new Map(),
  settled: 0,
  closed: [],
  lines: 0,
  passed: new Set(),
  link: NO_LINK,
  length: 0
})

const FIRST_KEY = /^[\w-]{43} \{"key":"([\w-]+)"\}\n/

const assertSameKey = (path: string, text: string, { keyId }: Sealing): void => {
  const written = FIRST_KEY.exec(text)?.[1]
  if (!text.includes("\n") || written === keyId) return
  const is =
    written === undefined ? "this journal is not encrypted" : `this journal is encrypted with the key ${written}`
  const given = keyId === undefined ? "no key was given" : `the key given is ${keyId}`
  throw new JournalUnavailable({ path, reason: `${is}, and ${given}` })
}

/** Reads a ledger: a last line cut short is left out, and any whole line that does not fit its link is an error. */
export const readLedger = (
  path: string,
  text: string,
  sealing: Sealing,
  lookFor: ReadonlyArray<string> = []
): ReadLedger => {
  assertSameKey(path, text, sealing)
  const heads = new Map<string, Head>()
  const before = new Map<string, Head>()
  const passed = new Set<string>()
  let { settled, closed, lines, link, length } = emptyLedger()
  const all = text.split("\n")
  for (const [index, whole] of all.entries()) {
    const isUnfinished = index === all.length - 1 || (index === all.length - 2 && whole.includes(UNWRITTEN))
    const json = whole.slice(LINK_LENGTH + BETWEEN.length)
    const expected = sealing.hash(link + json)
    if (isUnfinished || whole !== expected + BETWEEN + json) {
      if (whole !== "") closed = []
      if (isUnfinished) break
      const reason = `line ${index + 1} is not the one that was written there: the ledger was damaged or changed`
      throw new JournalUnavailable({ path, reason })
    }
    const line: LedgerLine = JSON.parse(json)
    if ("document" in line) {
      const last = heads.get(line.document)
      if (last !== undefined) before.set(line.document, last)
      heads.set(line.document, line)
    }
    if ("settled" in line) settled = line.settled
    closed = "closed" in line ? line.closed : []
    link = expected
    if (lookFor.includes(link)) passed.add(link)
    length += Buffer.byteLength(whole) + 1
    lines += 1
  }
  return { heads, before, settled, closed, lines, passed, link, length }
}

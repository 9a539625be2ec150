/** Where the ledger of heads ended when it was last closed, kept apart: its own chain cannot tell a cut end. */
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { replaceFile } from "./durableFile.ts"

export const LEDGER_END = "heads.end"

/** The links of lines one of which stands in the ledger; `unreadable` is a file that is not as it was written. */
export type FoundEnd = ReadonlyArray<string> | "missing" | "unreadable"

const WRITTEN = /^\{"links":\[("[\w-]{0,43}"(?:,"[\w-]{0,43}")?)\],"check":"([\w-]{43})"\}\n$/

const checkOf = (links: string, hash: (text: string) => string): string => hash(`end of the ledger ${links}`)

/** `hash` is the journal's own, so that nobody without its key can make one. */
export const readLedgerEnd = (ledgerPath: string, hash: (text: string) => string): FoundEnd => {
  try {
    const text = readFileSync(join(dirname(ledgerPath), LEDGER_END), "latin1")
    const [, links, check] = WRITTEN.exec(text) ?? []
    if (links === undefined || checkOf(links, hash) !== check) return "unreadable"
    return links.split(",").map((link) => link.slice(1, -1))
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return "missing"
    throw cause
  }
}

/** Two links while the ledger is being rewritten: whichever of both it has, it is whole. */
export const keepLedgerEnd = (
  ledgerPath: string,
  hash: (text: string) => string,
  links: ReadonlyArray<string>
): Promise<void> => {
  const listed = links.map((link) => JSON.stringify(link)).join(",")
  const text = `{"links":[${listed}],"check":"${checkOf(listed, hash)}"}\n`
  return replaceFile(join(dirname(ledgerPath), LEDGER_END), text)
}

/** Why what says where a closed ledger ends is not as it was left; undefined where it is, or the ledger was not closed. */
export const wrongEnd = (
  end: FoundEnd,
  { closed, link }: { readonly closed: ReadonlyArray<string>; readonly link: string }
): string | undefined => {
  if (!closed.includes(LEDGER_END)) return undefined
  if (end === "missing") return "it is missing"
  if (end === "unreadable") return "it is not as it was written"
  return end.includes(link) ? undefined : "it is older than the ledger: it was put back from a copy"
}

/** Why a ledger that passed those links is not as it was left; undefined where it is. */
export const missingFrom = (end: FoundEnd, hasPassed: (link: string) => boolean): string | undefined =>
  typeof end === "string" || end.some((link) => link === "" || hasPassed(link))
    ? undefined
    : "its end was cut off, or it was put back from a copy: lines are gone that stood there when it was last closed or taken up"

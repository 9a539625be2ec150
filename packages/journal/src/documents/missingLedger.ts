/** A journal without a ledger is a new one, or one from before there were ledgers, or one whose ledger was taken away. */
import { closeSync, openSync, readdirSync, readSync } from "node:fs"
import { basename, join } from "node:path"
import { JournalUnavailable } from "../Journal.ts"
import { isDocumentName } from "./fileName.ts"
import { LEDGER } from "./headLedger.ts"

const FORMAT_TWO = '{"format":2'

const isOfFormatTwo = (path: string): boolean => {
  const file = openSync(path, "r")
  try {
    const start = Buffer.alloc(FORMAT_TWO.length)
    readSync(file, start)
    return start.toString() === FORMAT_TWO
  } finally {
    closeSync(file)
  }
}

/** Policies stand before the first line: they are named after their text, and no ledger knows them. */
const POLICIES = "policies"

/** Throws when a document is there that a ledger should know. */
export const assertNoneNeedsALedger = (directory: string): void => {
  const documents = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isDocumentName(entry.name) && basename(entry.parentPath) !== POLICIES)
    .map((entry) => join(entry.parentPath, entry.name))
  const one = documents.find(isOfFormatTwo)
  if (one === undefined) return
  throw new JournalUnavailable({
    path: join(directory, LEDGER),
    reason: `it is missing or empty, and ${one} was written when there was one`
  })
}

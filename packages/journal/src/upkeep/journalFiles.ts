/** The files of a journal's directory, and reading one without holding the directory. */
import { readdirSync } from "node:fs"
import { join, relative, sep } from "node:path"
import type { CheckedText } from "../documents/checkedText.ts"
import { DocumentAdapter } from "../documents/DocumentAdapter.ts"
import { isDocumentName } from "../documents/fileName.ts"
import type { Sealing } from "../documents/sealing.ts"
import { JournalUnavailable } from "../Journal.ts"

/** Not documents: they are read by rules of their own, or belong to the lock. */
const APART = /^(?:policies\/|audit\/|lock-holder\.json$|backup\.json$)/

export const pathBelow = (directory: string, path: string): string => relative(directory, path).replaceAll(sep, "/")

/** Every file below the directory, as paths from it with `/` between the parts. */
export const filesBelow = (directory: string): ReadonlyArray<string> =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => pathBelow(directory, join(entry.parentPath, entry.name)))
    .sort()

export const documentNames = (directory: string): ReadonlyArray<string> =>
  filesBelow(directory).filter((name) => isDocumentName(name) && !APART.test(name))

export const isStream = (name: string): boolean => name.startsWith("children/")

export const isPolicy = (name: string): boolean => name.startsWith("policies/") && isDocumentName(name)

const PREVIOUS = /^(.+\.json)\.previous$/

/** Whether it is the text that a document had before its last write. */
export const isPrevious = (name: string): boolean => PREVIOUS.test(name)

/** The document that the text before its last write is of. */
export const documentOf = (name: string): string => name.replace(PREVIOUS, "$1")

const FOLDER = "(?:children|profiles|deliveries|reveals|holds|erased|education|joined-up)"
const OF_JOURNAL = [
  new RegExp(`^${FOLDER}/[^/]+\\.json(?:\\.previous)?$`),
  /^(?:availability|team-deliveries|announce-from|shadows|duty-rota|published-scorecards)\.json(?:\.previous)?$/,
  /^policies\/[\w-]{43}\.json$/,
  /^audit\/(?:\d{12}\.jsonl|end\.json)$/,
  /^(?:heads\.ledger|heads\.end|finished\.jsonl|lock-holder\.json|backup\.json)$/,
  // What a process that was killed while it wrote leaves behind.
  /\.[0-9a-f-]{36}\.tmp$/
]

/** Whether a file has a name that the journal gives. */
export const isOfJournal = (name: string): boolean => OF_JOURNAL.some((pattern) => pattern.test(name))

/** Throws {@link JournalUnavailable} when the document is missing or cannot be read. */
export const readDocument = (directory: string, name: string, sealing: Sealing): CheckedText => {
  const path = join(directory, name)
  const text = new DocumentAdapter(path, name.replace(PREVIOUS, "$1"), sealing).readNow()
  if (text !== null) return text
  throw new JournalUnavailable({ path, reason: "the document is missing" })
}

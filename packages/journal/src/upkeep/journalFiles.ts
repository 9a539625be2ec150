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

/** Every file below the directory, as paths from it with `/` between the parts. */
export const filesBelow = (directory: string): ReadonlyArray<string> =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .sort()

export const documentNames = (directory: string): ReadonlyArray<string> =>
  filesBelow(directory).filter((name) => isDocumentName(name) && !APART.test(name))

export const isStream = (name: string): boolean => name.startsWith("children/")

/** Throws {@link JournalUnavailable} when the document is missing or cannot be read. */
export const readDocument = (directory: string, name: string, sealing: Sealing): CheckedText => {
  const path = join(directory, name)
  const text = new DocumentAdapter(path, name, sealing).readNow()
  if (text !== null) return text
  throw new JournalUnavailable({ path, reason: "the document is missing" })
}

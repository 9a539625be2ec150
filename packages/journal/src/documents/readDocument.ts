/** What a start reads of a document: its text, held against its checksum and the ledger of heads, and decoded. */
import { join } from "node:path"
import { JournalUnavailable } from "../Journal.ts"
import type { CheckedText } from "./checkedText.ts"
import { DocumentAdapter } from "./DocumentAdapter.ts"
import { type DocumentForm, type StreamHead, streamHeadIn } from "./DocumentForm.ts"
import { unavailable } from "./faultInWords.ts"
import type { LockedDirectory } from "./LockedDirectory.ts"
import { compareWithLedger } from "./ledgerVerdict.ts"
import { previousInWords } from "./previousGeneration.ts"

/** The document at `name`, null while there is none; throws {@link JournalUnavailable}, or what the disk says. */
export const readDocument = <D>(
  { path: directory, heads, sealing }: LockedDirectory["Service"],
  name: string,
  form: DocumentForm<D>
): D | null => {
  const path = join(directory, name)
  const wrong = (reason: string) => new JournalUnavailable({ path, reason: `${reason}${previousInWords(path)}` })
  const head = heads.headOf(name)

  const assertStands = (text: CheckedText): void => {
    const goesOnFrom = (from: StreamHead) => form.goesOnFrom?.(text.body, from) ?? true
    const standing = compareWithLedger(text, head, heads.mayBeAhead(name), goesOnFrom)
    if (standing._tag === "Wrong") throw wrong(standing.reason)
    if (standing._tag === "Ahead") heads.keep(name, text.generation, text.sha256, streamHeadIn(form, text))
  }

  const text = new DocumentAdapter(path, name, sealing).readNow()
  if (text === null) {
    if (head !== undefined && head.removed !== true) throw wrong("the document is missing")
    return null
  }
  assertStands(text)
  try {
    return form.read(text)
  } catch (cause) {
    throw unavailable(path, cause)
  }
}

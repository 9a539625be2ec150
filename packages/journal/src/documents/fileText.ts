/** The text of a file, byte for byte: what is not UTF-8 is refused, because decoding would hide a changed byte. */
import { readFileSync } from "node:fs"
import { JournalUnavailable } from "../Journal.ts"

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** What the system's own decoding puts in the place of bytes that are no text. */
const NO_TEXT = "\uFFFD"

/** The file's text, null while there is none, in one step: at a start a hand-over costs more than the reading. */
export const textAt = (path: string): string | null => {
  try {
    const text = readFileSync(path, "utf8")
    return text.includes(NO_TEXT) ? utf8.decode(readFileSync(path)) : text
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null
    if (cause instanceof TypeError) throw new JournalUnavailable({ path, reason: "the document is not text" })
    throw cause
  }
}

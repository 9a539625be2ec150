/** Our lowdb adapter: one document's text in one file, written durably and never taken on trust when it is read. */
import type { Adapter } from "lowdb"
import { JournalUnavailable } from "../Journal.ts"
import { type CheckedText, readCheckedText, textOf, uncheckedText } from "./checkedText.ts"
import { textAt } from "./fileText.ts"
import { previousInWords, replaceGeneration } from "./previousGeneration.ts"
import { type Sealing, SealRefused } from "./sealing.ts"

const FORMAT = /^\s*\{\s*"format"\s*:\s*(\d+)\s*[,}]/

const DAMAGED = "it does not match its checksum: it was cut short, damaged or changed since it was written"

export class DocumentAdapter implements Adapter<CheckedText | null> {
  readonly path: string
  readonly #place: string
  readonly #sealing: Sealing

  /** `place` is the path from the journal's directory. */
  constructor(path: string, place: string, sealing: Sealing) {
    this.path = path
    this.#place = place
    this.#sealing = sealing
  }

  #opened(text: string): string {
    try {
      return this.#sealing.open(this.#place, text)
    } catch (cause) {
      if (!(cause instanceof SealRefused)) throw cause
      throw new JournalUnavailable({ path: this.path, reason: `${cause.message}${previousInWords(this.path)}` })
    }
  }

  readNow(): CheckedText | null {
    const found = textAt(this.path)
    if (found === null) return null
    if (found === "") throw new JournalUnavailable({ path: this.path, reason: "the document is empty" })
    const text = this.#opened(found)
    const checked = readCheckedText(text)
    if (typeof checked === "object") return checked
    const format = Number(FORMAT.exec(text)?.[1])
    if (format === 1) return uncheckedText(text)
    const reason = format > 2 ? `it is of format ${format}, which this version does not know` : DAMAGED
    throw new JournalUnavailable({ path: this.path, reason: `${reason}${previousInWords(this.path)}` })
  }

  /** The text, or null when there is none yet. */
  async read(): Promise<CheckedText | null> {
    return this.readNow()
  }

  /** lowdb never asks for null to be written: that would be the absence of a document. */
  async write(text: CheckedText | null): Promise<void> {
    if (text !== null) await replaceGeneration(this.path, this.#sealing.seal(this.#place, textOf(text)))
  }
}

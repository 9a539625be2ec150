/** Our lowdb adapter: one document in one file, written durably and never taken on trust when it is read. */
import { readFile } from "node:fs/promises"
import { Schema } from "effect"
import type { Adapter } from "lowdb"
import { JournalUnavailable } from "../Journal.ts"
import { replaceFile } from "./durableFile.ts"
import { unavailable } from "./faultInWords.ts"

const textOf = (path: string, bytes: Uint8Array): string => {
  if (bytes.length === 0) throw new JournalUnavailable({ path, reason: "the document is empty" })
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    throw new JournalUnavailable({ path, reason: "the document is not text" })
  }
}

const jsonOf = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes the text, which does not belong in a log.
    throw new JournalUnavailable({ path, reason: "the document is not whole JSON: it was cut short or damaged" })
  }
}

export class DocumentAdapter<D> implements Adapter<D | null> {
  readonly path: string
  readonly #decode: (input: unknown) => D
  readonly #encode: (document: D) => unknown

  constructor(path: string, schema: Schema.Codec<D, unknown>) {
    this.path = path
    // An unknown key is an error, because a document read without it would lose it at the next write.
    this.#decode = Schema.decodeUnknownSync(schema, { onExcessProperty: "error" })
    this.#encode = Schema.encodeSync(schema)
  }

  /** The document, or null when there is none yet. */
  async read(): Promise<D | null> {
    const bytes = await readFile(this.path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT") return null
      throw cause
    })
    if (bytes === null) return null
    const json = jsonOf(this.path, textOf(this.path, bytes))
    try {
      return this.#decode(json)
    } catch (cause) {
      throw unavailable(this.path, cause)
    }
  }

  /** lowdb never asks for null to be written: that would be the absence of a document. */
  async write(document: D | null): Promise<void> {
    if (document === null) return
    await replaceFile(this.path, `${JSON.stringify(this.#encode(document))}\n`)
  }
}

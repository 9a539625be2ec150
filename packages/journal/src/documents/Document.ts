/** One document: what is durable of it in memory, and its replacement through lowdb. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"
import { Low } from "lowdb"
import { JournalUnavailable } from "../Journal.ts"
import { type CheckedText, checkedText } from "./checkedText.ts"
import { DocumentAdapter } from "./DocumentAdapter.ts"
import { type DocumentForm, streamHeadIn } from "./DocumentForm.ts"
import { WriteInDoubt } from "./durableFile.ts"
import { unavailable } from "./faultInWords.ts"
import type { LockedDirectory } from "./LockedDirectory.ts"
import { takeBack } from "./previousGeneration.ts"
import { readDocument } from "./readDocument.ts"

/** A write that begins, and who is told at once how it ended: the fibre that asked may have been interrupted. */
export interface Replacement<D> {
  readonly document: D
  readonly kept?: () => void
  readonly failed?: () => void
}

/** Where the newest durable content of a document is held in memory. */
interface MemoryCopy<D> {
  readonly current: () => D | null
  readonly keep: (document: D) => void
}

/**
 * Replaces the content of a document and returns once that is durable; when it fails, memory and disk are as they were.
 * Callers take turns: two replacements of one document never overlap.
 *
 * @param name its path from the journal's directory, with slashes
 * @param begin called when the write begins, so that what it claims is not held while it waits
 */
export const replaceDocument = <D>(
  directory: LockedDirectory["Service"],
  name: string,
  form: DocumentForm<D>,
  held: MemoryCopy<D>,
  begin: () => Replacement<D>
): Effect.Effect<void, JournalUnavailable> => {
  const { heads, sealing, write } = directory
  const path = join(directory.path, name)
  // Not lowdb's presets: with NODE_ENV=test they keep everything in memory and say nothing.
  const low = new Low<CheckedText | null>(new DocumentAdapter(path, name, sealing), null)

  /** The text it takes the place of. It is looked at again, so that what came here meanwhile is not overwritten. */
  const textBefore = async (): Promise<CheckedText | null> => {
    if (held.current() === null) {
      if (!existsSync(path)) return null
      throw new JournalUnavailable({ path, reason: "a document came here after the start: start again" })
    }
    await low.read()
    if (low.data === null) throw new JournalUnavailable({ path, reason: "the folder or the document is gone" })
    if (low.data.sha256 === heads.headOf(name)?.sha256) return low.data
    throw new JournalUnavailable({ path, reason: "something else changed the document after the start: start again" })
  }

  const keepHead = async (text: CheckedText, hadOne: boolean): Promise<void> => {
    try {
      heads.keep(name, text.generation, text.sha256, streamHeadIn(form, text))
    } catch (cause) {
      await takeBack(path, hadOne).catch((again: unknown) => {
        throw new WriteInDoubt("the disk neither took the write's line nor gave the old text back", { cause: again })
      })
      throw cause
    }
  }

  return write(path, async () => {
    await heads.prepare()
    const before = await textBefore()
    const hadOne = before !== null
    const { document, kept, failed } = begin()
    try {
      const text = checkedText((before?.generation ?? 0) + 1, form.write(document, before))
      low.data = text
      await low.write()
      await keepHead(text, hadOne)
      held.keep(document)
    } catch (cause) {
      if (cause instanceof WriteInDoubt) await takeBack(path, hadOne).catch(() => {})
      failed?.()
      throw cause
    }
    kept?.()
  })
}

export interface Document<D> {
  readonly path: string
  /** The newest durable content; null while there is none. */
  readonly current: () => D | null
  /** As {@link replaceDocument}. */
  readonly replace: (begin: () => Replacement<D>) => Effect.Effect<void, JournalUnavailable>
}

/** Reads a document that is in no folder. */
export const openDocument = Effect.fnUntraced(function* <D>(
  directory: LockedDirectory["Service"],
  name: string,
  form: DocumentForm<D>
) {
  const path = join(directory.path, name)
  let durable = yield* Effect.try({
    try: () => readDocument(directory, name, form),
    catch: (cause) => unavailable(path, cause)
  })
  directory.heads.isInStep(name)
  const held: MemoryCopy<D> = {
    current: () => durable,
    keep: (document) => {
      durable = document
    }
  }
  const document: Document<D> = {
    path,
    current: held.current,
    replace: (begin) => replaceDocument(directory, name, form, held, begin)
  }
  return document
})

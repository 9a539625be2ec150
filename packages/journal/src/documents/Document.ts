/** One document: what is durable of it in memory, and its replacement through lowdb. */
import { existsSync } from "node:fs"
import { relative, sep } from "node:path"
import { Effect } from "effect"
import { Low } from "lowdb"
import { JournalUnavailable } from "../Journal.ts"
import { type CheckedText, checkedText } from "./checkedText.ts"
import { DocumentAdapter } from "./DocumentAdapter.ts"
import type { DocumentForm, StreamHead } from "./DocumentForm.ts"
import { WriteInDoubt } from "./durableFile.ts"
import { unavailable } from "./faultInWords.ts"
import type { LockedDirectory } from "./LockedDirectory.ts"
import { previousInWords, takeBack } from "./previousGeneration.ts"
import { standingOf } from "./standing.ts"

/** A write that begins, and who is told at once how it ended: the fibre that asked may have been interrupted. */
export interface Replacement<D> {
  readonly document: D
  readonly kept?: () => void
  readonly failed?: () => void
}

export interface Document<D> {
  /** Reads the file of a document that is in no folder; to be run once, at the start. */
  readonly read: Effect.Effect<void, JournalUnavailable>
  /** The same of one in a folder. Throws {@link JournalUnavailable} or what the disk says. */
  readonly readNow: () => D | null
  /** The newest durable content; null while there is none. */
  readonly current: () => D | null
  /**
   * Replaces the content and returns once that is durable; when it fails, memory and disk are as they were.
   * `begin` is called when the write begins, so that what it claims is not held while it waits.
   * Callers take turns: two replacements of one document never overlap.
   */
  readonly replace: (begin: () => Replacement<D>) => Effect.Effect<void, JournalUnavailable>
}

export const makeDocument = <D>(
  directory: LockedDirectory["Service"],
  path: string,
  form: DocumentForm<D>
): Document<D> => {
  const name = relative(directory.path, path).replaceAll(sep, "/")
  const adapter = new DocumentAdapter(path, name, directory.sealing)
  // Not lowdb's presets: with NODE_ENV=test they keep everything in memory and say nothing.
  const low = new Low<CheckedText | null>(adapter, null)
  let durable: D | null = null

  const readForm = (text: CheckedText): D => {
    try {
      return form.read(text)
    } catch (cause) {
      throw unavailable(path, cause)
    }
  }

  const headOf = (text: CheckedText): StreamHead | undefined =>
    text.generation === 0 ? undefined : form.headOf?.(text.body)

  const assertStands = (text: CheckedText): void => {
    const { heads } = directory
    const head = heads.headOf(name)
    const standing = standingOf(
      text,
      head,
      heads.mayBeAhead(name),
      (from) => form.goesOnFrom?.(text.body, from) ?? true
    )
    if (standing._tag === "Wrong") {
      throw new JournalUnavailable({ path, reason: `${standing.reason}${previousInWords(path)}` })
    }
    if (standing._tag === "Ahead") heads.keep(name, text.generation, text.sha256, headOf(text))
  }

  const assertNeverWas = (): null => {
    const head = directory.heads.headOf(name)
    if (head === undefined || head.removed === true) return null
    throw new JournalUnavailable({ path, reason: `the document is missing${previousInWords(path)}` })
  }

  const readNow = (): D | null => {
    const text = adapter.readNow()
    if (text === null) return assertNeverWas()
    assertStands(text)
    durable = readForm(text)
    return durable
  }

  const readAlone = (): void => {
    readNow()
    directory.heads.isInStep(name)
  }

  /** The text a write takes the place of. It is looked at again, so that what came here meanwhile is not overwritten. */
  const textBefore = async (): Promise<CheckedText | null> => {
    if (durable === null) {
      if (!existsSync(path)) return null
      throw new JournalUnavailable({ path, reason: "a document came here after the start: start again" })
    }
    await low.read()
    if (low.data === null) throw new JournalUnavailable({ path, reason: "the folder or the document is gone" })
    if (low.data.sha256 === directory.heads.headOf(name)?.sha256) return low.data
    throw new JournalUnavailable({ path, reason: "something else changed the document after the start: start again" })
  }

  const keepHead = async (text: CheckedText, hadOne: boolean): Promise<void> => {
    try {
      directory.heads.keep(name, text.generation, text.sha256, headOf(text))
    } catch (cause) {
      await takeBack(path, hadOne).catch((again: unknown) => {
        throw new WriteInDoubt("the disk neither took the write's line nor gave the old text back", { cause: again })
      })
      throw cause
    }
  }

  const write = async ({ document, kept, failed }: Replacement<D>, before: CheckedText | null): Promise<void> => {
    const hadOne = before !== null
    try {
      const text = checkedText((before?.generation ?? 0) + 1, form.write(document, before))
      low.data = text
      await low.write()
      await keepHead(text, hadOne)
      durable = document
    } catch (cause) {
      if (cause instanceof WriteInDoubt) await takeBack(path, hadOne).catch(() => {})
      failed?.()
      throw cause
    } finally {
      // The text is on disk; it is not held in memory as well.
      low.data = null
    }
    kept?.()
  }

  return {
    read: Effect.try({ try: readAlone, catch: (cause) => unavailable(path, cause) }),
    readNow,
    current: () => durable,
    replace: (begin) =>
      directory.write(path, async () => {
        await directory.heads.prepare()
        const before = await textBefore()
        await write(begin(), before)
      })
  }
}

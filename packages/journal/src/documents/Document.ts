/** One document: what is durable of it in memory, and its replacement through lowdb. */
import { access, unlink } from "node:fs/promises"
import { Effect, type Schema } from "effect"
import { Low } from "lowdb"
import { JournalUnavailable } from "../Journal.ts"
import { DocumentAdapter } from "./DocumentAdapter.ts"
import { WriteInDoubt } from "./durableFile.ts"
import { unavailable } from "./faultInWords.ts"
import type { LockedDirectory } from "./LockedDirectory.ts"

/** A write that begins, and who is told at once how it ended: the fibre that asked may have been interrupted. */
export interface Replacement<D> {
  readonly document: D
  readonly kept?: () => void
  readonly failed?: () => void
}

export interface Document<D> {
  /** Reads the file; to be run once, at the start. */
  readonly read: Effect.Effect<void, JournalUnavailable>
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
  schema: Schema.Codec<D, unknown>
): Document<D> => {
  // Not lowdb's presets: with NODE_ENV=test they keep everything in memory and say nothing.
  const low = new Low<D | null>(new DocumentAdapter(path, schema), null)
  let durable: D | null = null

  const read = async (): Promise<void> => {
    await low.read()
    durable = low.data
  }

  const refuseToOverwrite = async (): Promise<void> => {
    const unread = await access(path).then(
      () => true,
      () => false
    )
    if (unread) throw new JournalUnavailable({ path, reason: "a document came here after the start: start again" })
  }

  const putBack = (): Promise<void> => (durable === null ? unlink(path) : low.write())

  const write = async ({ document, kept, failed }: Replacement<D>): Promise<void> => {
    try {
      low.data = document
      await low.write()
      durable = document
    } catch (cause) {
      // lowdb keeps the change of a failed write in memory, and its next write would save it.
      low.data = durable
      if (cause instanceof WriteInDoubt) await putBack().catch(() => {})
      failed?.()
      throw cause
    }
    kept?.()
  }

  return {
    read: Effect.tryPromise({ try: read, catch: (cause) => unavailable(path, cause) }),
    current: () => durable,
    replace: (begin) =>
      directory.write(path, async () => {
        if (durable === null) await refuseToOverwrite()
        await write(begin())
      })
  }
}

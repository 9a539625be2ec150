import { type FileHandle, open } from "node:fs/promises"
import { Effect } from "effect"

/**
 * Runs `atFlush` in place of each flush to disk in this process until the scope closes; it is told whether a folder
 * is flushed, and may fail as a dying disk does.
 */
export const watchFlushes = (atFlush: (isFolder: boolean) => Promise<void>) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const handle = await open(import.meta.filename)
      const prototype = Object.getPrototypeOf(handle)
      await handle.close()
      const { sync, datasync } = prototype
      const watched = (flush: () => Promise<void>) =>
        async function (this: FileHandle) {
          await atFlush((await this.stat()).isDirectory())
          return flush.call(this)
        }
      prototype.sync = watched(sync)
      prototype.datasync = watched(datasync)
      return () => Object.assign(prototype, { sync, datasync })
    }),
    (restore) => Effect.sync(restore)
  )

import { open } from "node:fs/promises"
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
      const flush = prototype.sync
      prototype.sync = async function () {
        await atFlush((await this.stat()).isDirectory())
        return flush.call(this)
      }
      return () => {
        prototype.sync = flush
      }
    }),
    (restore) => Effect.sync(restore)
  )

import fs, { fstatSync, type NoParamCallback } from "node:fs"
import { type FileHandle, open } from "node:fs/promises"
import { syncBuiltinESMExports } from "node:module"
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
      const { fsync } = fs
      const watched = (flush: () => Promise<void>) =>
        async function (this: FileHandle) {
          await atFlush((await this.stat()).isDirectory())
          return flush.call(this)
        }
      const watchedFsync = (file: number, done: NoParamCallback) => {
        atFlush(fstatSync(file).isDirectory()).then(() => fsync(file, done), done)
      }
      const put = (flushes: { readonly sync: unknown; readonly datasync: unknown; readonly fsync: unknown }) => {
        Object.assign(prototype, { sync: flushes.sync, datasync: flushes.datasync })
        Object.assign(fs, { fsync: flushes.fsync })
        syncBuiltinESMExports()
      }
      put({ sync: watched(sync), datasync: watched(datasync), fsync: watchedFsync })
      return () => put({ sync, datasync, fsync })
    }),
    (restore) => Effect.sync(restore)
  )

/** A folder flushed once for all whose files are there by then: the disk takes as long for one as for many. */
import { type FileHandle, open } from "node:fs/promises"

interface OpenFolder {
  readonly handle: Promise<FileHandle>
  users: number
  /** The flush under way. What is put into place after it began is not in it. */
  flushing: Promise<void> | undefined
  /** The one that comes after it. */
  next: Promise<void> | undefined
}

const inUse = new Map<string, OpenFolder>()

const flushNow = (folder: OpenFolder): Promise<void> => {
  const flushing = folder.handle
    .then((handle) => handle.sync())
    .finally(() => {
      if (folder.flushing === flushing) folder.flushing = undefined
    })
  folder.flushing = flushing
  return flushing
}

const flushAfter = (folder: OpenFolder, earlier: Promise<void>): Promise<void> =>
  earlier
    .catch(() => {})
    .then(() => {
      folder.next = undefined
      return flushNow(folder)
    })

const flush = (folder: OpenFolder): Promise<void> => {
  if (folder.flushing === undefined) return flushNow(folder)
  folder.next ??= flushAfter(folder, folder.flushing)
  return folder.next
}

const leave = (path: string, folder: OpenFolder): void => {
  folder.users -= 1
  if (folder.users > 0) return
  inUse.delete(path)
  folder.handle.then((handle) => handle.close()).catch(() => {})
}

interface FolderInUse {
  /** Settles once the folder is open; a folder that cannot be opened could not be flushed later. */
  readonly opened: Promise<unknown>
  /** Returns once everything put into place before the call is on the disk. */
  readonly flush: () => Promise<void>
  /** To be called once, at the end. */
  readonly leave: () => void
}

export const useFolder = (path: string): FolderInUse => {
  const folder = inUse.get(path) ?? { handle: open(path, "r"), users: 0, flushing: undefined, next: undefined }
  inUse.set(path, folder)
  folder.users += 1
  return { opened: folder.handle, flush: () => flush(folder), leave: () => leave(path, folder) }
}

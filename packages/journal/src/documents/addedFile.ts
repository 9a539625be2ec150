/** A file that is only added to, each piece whole or not at all; it is opened, or made, at the first piece. */
import { closeSync, fdatasync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs"
import { dirname } from "node:path"
import { OWNER_ONLY_FILE } from "./durableFile.ts"

const flushToDisk = (file: number): Promise<void> =>
  new Promise((resolve, reject) => fdatasync(file, (cause) => (cause === null ? resolve() : reject(cause))))

const openToAdd = (path: string, length: number): number => {
  const file = openSync(path, length === 0 ? "w+" : "r+", OWNER_ONLY_FILE)
  // What is left of a piece that a power cut tore goes.
  ftruncateSync(file, length)
  if (length > 0) return file
  const folder = openSync(dirname(path), "r")
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
  return file
}

/** `start` is where the first piece goes: how many bytes of the file are whole. */
export const addedFile = (path: string, start: number) => {
  let file: number | undefined
  let length = start
  return {
    /** In the system's hands once it returns: a kill leaves it there. */
    add: (text: string): void => {
      file ??= openToAdd(path, length)
      const bytes = Buffer.from(text)
      try {
        for (let done = 0; done < bytes.length; ) {
          done += writeSync(file, bytes, done, bytes.length - done, length + done)
        }
      } catch (cause) {
        ftruncateSync(file, length)
        throw cause
      }
      length += bytes.length
    },
    /** Safe from a power cut once it returns. */
    flush: async (): Promise<void> => {
      if (file !== undefined) await flushToDisk(file)
    },
    close: (): void => {
      if (file !== undefined) closeSync(file)
      file = undefined
    }
  }
}

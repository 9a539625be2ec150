/** Files that survive a kill and a power cut: a reader finds the whole old text or the whole new one. */
import { randomUUID } from "node:crypto"
import { closeSync, fsync, open as openFile, rename as renameFile, writeSync } from "node:fs"
import { mkdir, open, readdir, rm } from "node:fs/promises"
import { dirname, join } from "node:path"
import { useFolder } from "./folderInUse.ts"

/** The new text is in place but the disk did not confirm it: a power cut could still bring back the old one. */
export class WriteInDoubt extends Error {
  override name = "WriteInDoubt"
}

/** Documents are about children: nobody but the account that runs the journal reads them. */
export const OWNER_ONLY_FILE = 0o600
const OWNER_ONLY_FOLDER = 0o700

const LEFTOVER = /^.+\.[0-9a-f-]{36}\.tmp$/

/** Removes what a process killed while it was writing left behind; no document is ever named so. */
export const clearLeftovers = async (folder: string): Promise<void> => {
  const leftovers = (await readdir(folder)).filter((fileName) => LEFTOVER.test(fileName))
  await Promise.all(leftovers.map((leftover) => rm(join(folder, leftover), { force: true })))
}

const flushToDisk = (file: number): Promise<void> =>
  new Promise((resolve, reject) => fsync(file, (cause) => (cause === null ? resolve() : reject(cause))))

/** On another thread, because a file system that has just taken files away looks past each of them to make one. */
const makeFile = (path: string): Promise<number> =>
  new Promise((resolve, reject) =>
    openFile(path, "wx", OWNER_ONLY_FILE, (cause, file) => (cause === null ? resolve(file) : reject(cause)))
  )

/** On another thread as well: the file whose place is taken may be given back to the disk. */
export const rename = (from: string, to: string): Promise<void> =>
  new Promise((resolve, reject) => renameFile(from, to, (cause) => (cause === null ? resolve() : reject(cause))))

/** What only the memory takes is done at once: another thread costs more than the step. */
const writeWhole = async (path: string, text: string | Uint8Array): Promise<void> => {
  const file = await makeFile(path)
  try {
    const bytes = typeof text === "string" ? Buffer.from(text) : text
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
    await flushToDisk(file)
  } finally {
    closeSync(file)
  }
}

/** A name nobody else uses: two writers that share one truncate each other's half-written text. */
export const temporaryName = (path: string): string => `${path}.${randomUUID()}.tmp`

/** Waits for all of them, so that none goes on after a failure, and throws the first failure. */
const together = async (...works: ReadonlyArray<Promise<unknown>>): Promise<void> => {
  const failed = (await Promise.allSettled(works)).find((outcome) => outcome.status === "rejected")
  if (failed !== undefined) throw failed.reason
}

/** Puts `text` in the file's place, whole or not at all; `before` is done between the disk's flush and that. */
export const replaceFile = async (
  path: string,
  text: string | Uint8Array,
  before: () => Promise<void> = () => Promise.resolve()
): Promise<void> => {
  const temporary = temporaryName(path)
  const folder = useFolder(dirname(path))
  try {
    await together(writeWhole(temporary, text), folder.opened)
    await before()
    await rename(temporary, path)
    await folder.flush().catch((cause: unknown) => {
      throw new WriteInDoubt("the disk did not confirm the write", { cause })
    })
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {})
    throw cause
  } finally {
    folder.leave()
  }
}

/** Asks the disk to take so many bytes for good, as a document's write would; nothing of them is left. */
export const tryToWrite = async (folder: string, bytes: number): Promise<void> => {
  const temporary = temporaryName(join(folder, "write-check"))
  try {
    await writeWhole(temporary, Buffer.alloc(bytes))
    await syncFolder(folder)
  } finally {
    await rm(temporary, { force: true }).catch(() => {})
  }
}

export const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, "r")
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Makes a folder and those above it that are missing, durably. `path` is absolute. */
export const makeFolder = async (path: string): Promise<void> => {
  const highestMade = await mkdir(path, { recursive: true, mode: OWNER_ONLY_FOLDER })
  if (highestMade === undefined) return
  for (let made = path; ; made = dirname(made)) {
    await syncFolder(dirname(made))
    if (made === highestMade) return
  }
}

/** The text before a document's last write, as `<document>.previous`, for a person to look at: no program reads it. */
import { existsSync, linkSync, unlinkSync } from "node:fs"
import { link, rm } from "node:fs/promises"
import { basename, dirname } from "node:path"
import { rename, replaceFile, syncFolder, temporaryName } from "./durableFile.ts"

export const previousOf = (path: string): string => `${path}.previous`

const isMissing = (cause: unknown): boolean => cause instanceof Error && "code" in cause && cause.code === "ENOENT"

/** A second name for the same bytes: nothing is copied, and at no moment is either of them missing. */
const keepPrevious = async (path: string): Promise<void> => {
  const temporary = temporaryName(path)
  try {
    linkSync(path, temporary)
  } catch (cause) {
    if (isMissing(cause)) return
    throw cause
  }
  await rename(temporary, previousOf(path))
  // When both names were the document's already, renaming did nothing and left the temporary one.
  if (existsSync(temporary)) unlinkSync(temporary)
}

/** Replaces a file as {@link replaceFile} does, and keeps the text it had. */
export const replaceGeneration = (path: string, text: string | Uint8Array): Promise<void> =>
  replaceFile(path, text, () => keepPrevious(path))

/** Takes a write back: the file has its previous text again, which stays beside it, or is gone when there was none. */
export const takeBack = async (path: string, hadOne: boolean): Promise<void> => {
  if (hadOne) {
    const temporary = temporaryName(path)
    await link(previousOf(path), temporary)
    await rename(temporary, path)
  } else await rm(path, { force: true })
  await syncFolder(dirname(path))
}

/** For the end of a reason: where to look, if there is anything. */
export const previousInWords = (path: string): string =>
  existsSync(previousOf(path)) ? `. The text before its last write is kept in ${basename(previousOf(path))}` : ""

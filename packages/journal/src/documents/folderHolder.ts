/** Who holds a folder, looked at from beside it: nothing is taken or changed. */
import { readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { Option, Schema } from "effect"
import { LOCK_HOLDER, LOCK_SIGN, SILENCE_MS } from "./folderLock.ts"
import { LockHolder, standingOf, thisProcess } from "./lockHolder.ts"

export type FolderHolder =
  | { readonly _tag: "Nobody" }
  /** It lives, as far as can be seen from here: in another place, by its sign of life. */
  | { readonly _tag: "Living"; readonly process: string; readonly isElsewhere: boolean }
  /** It ended without letting go: the next start takes over from it. */
  | { readonly _tag: "Gone"; readonly process: string }

const decodeHolder = Schema.decodeUnknownOption(Schema.fromJsonString(LockHolder))

const missing = (cause: NodeJS.ErrnoException): undefined => {
  if (cause.code === "ENOENT") return undefined
  throw cause
}

const living = (process: string, isElsewhere: boolean): FolderHolder => ({ _tag: "Living", process, isElsewhere })

/** Throws what the disk says. */
export const folderHolder = async (directory: string): Promise<FolderHolder> => {
  const text = await readFile(join(directory, LOCK_HOLDER), "utf8").catch(missing)
  const sign = await stat(join(directory, LOCK_SIGN)).catch(missing)
  if (sign === undefined) return { _tag: "Nobody" }
  const holder = Option.getOrUndefined(decodeHolder(text))
  const process = holder === undefined ? "another process" : `process ${holder.pid} on ${holder.place.split(" ", 1)[0]}`
  const standing = holder === undefined ? "unknown" : await standingOf(holder, await thisProcess())
  if (standing !== "unknown") return standing === "living" ? living(process, false) : { _tag: "Gone", process }
  return Date.now() - sign.mtimeMs < SILENCE_MS ? living(process, true) : { _tag: "Gone", process }
}

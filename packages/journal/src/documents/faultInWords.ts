/** Turns what the operating system or a document refused into the one error the journal fails with. */
import { Schema } from "effect"
import { JournalUnavailable, type WriteFault } from "../Journal.ts"
import { WriteInDoubt } from "./durableFile.ts"

/** What a person can act on; any other code is passed on with the system's own name for it. */
const words: Readonly<Record<string, string>> = {
  EACCES: "this account is not allowed to use it",
  EPERM: "this account is not allowed to use it",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "this account's share of the disk is full",
  EFBIG: "the document is larger than this account may write",
  EIO: "the disk reported a fault",
  EMFILE: "this process has too many files open",
  ENFILE: "this machine has too many files open",
  ENOENT: "the folder or the document is gone",
  ENOTDIR: "a file stands where the folder should be",
  EEXIST: "a file stands where the folder should be",
  EISDIR: "a folder stands where the document should be"
}

const faults: Readonly<Record<string, WriteFault>> = {
  EACCES: "not-allowed",
  EPERM: "not-allowed",
  EROFS: "read-only",
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EIO: "disk-failing",
  ENOENT: "gone",
  ENOTDIR: "gone"
}

const codeOf = (cause: unknown): string | undefined =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : undefined

const faultOf = (cause: unknown): WriteFault | undefined =>
  cause instanceof WriteInDoubt ? "write-in-doubt" : faults[codeOf(cause) ?? ""]

export const faultInWords = (cause: unknown): string => {
  if (Schema.isSchemaError(cause)) return cause.message.replaceAll(/\s*\n\s*/g, " ")
  if (!(cause instanceof Error)) return String(cause)
  const code = codeOf(cause)
  if (code === undefined) return cause.message
  return words[code] === undefined ? `the system refused (${code})` : `${words[code]} (${code})`
}

/** The cause as the journal's error at `path`; one that already is keeps the path and reason it was given. */
export const unavailable = (path: string, cause: unknown): JournalUnavailable => {
  if (cause instanceof JournalUnavailable) return cause
  const fault = faultOf(cause)
  return new JournalUnavailable({ path, reason: faultInWords(cause), ...(fault === undefined ? {} : { fault }) })
}

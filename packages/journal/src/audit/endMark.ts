/** Where the audit ended when it was last opened or closed: what the chain cannot tell is that its end was cut off. */
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { replaceFile } from "../documents/durableFile.ts"
import type { Link } from "./auditLine.ts"

export const END_MARK = "end.json"

interface EndMark extends Link {
  /** It was closed in order there, so nothing may follow. */
  readonly closed: boolean
}

/** `unreadable` is one that is there and is not as it was written. */
type FoundMark = EndMark | "missing" | "unreadable"

const WRITTEN = /^\{"number":([1-9]\d{0,14}),"after":"([0-9a-f]{64})"(,"closed":true)?\}\n$/

export const readEndMark = async (folder: string): Promise<FoundMark> => {
  const text = await readFile(join(folder, END_MARK), "latin1").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined
    throw cause
  })
  if (text === undefined) return "missing"
  const [, number, after, closed] = WRITTEN.exec(text) ?? []
  if (number === undefined || after === undefined) return "unreadable"
  return { number: Number(number), after, closed: closed !== undefined }
}

export const keepEndMark = (folder: string, { number, after }: Link, closed: boolean): Promise<void> =>
  replaceFile(join(folder, END_MARK), `${JSON.stringify({ number, after, ...(closed ? { closed } : {}) })}\n`)

/** Follows the lines past the mark, and says why they are not those that led to it. */
export const heldAgainst = (mark: FoundMark) => {
  let isOther = false
  return {
    /** The next line goes here. */
    pass: ({ number, after }: Link): void => {
      if (typeof mark === "string" || number !== mark.number) return
      isOther = after !== mark.after
    },
    /** `end` is after the last line, `unfinished` the number of bytes that follow it. */
    faultAt: (end: Link, unfinished: number): string | undefined => {
      if (mark === "unreadable") return `${END_MARK} is not as it was written`
      if (mark === "missing") return undefined
      if (isOther)
        return `${END_MARK} does not fit entry ${mark.number - 1}, at which the audit was last opened or closed`
      if (end.number < mark.number) return goneInWords({ from: end.number, to: mark.number - 1 })
      if (!mark.closed) return undefined
      if (end.number > mark.number) return `entries after ${mark.number - 1} came after it was closed`
      return unfinished > 0 ? `${unfinished} bytes at its end came after it was closed` : undefined
    }
  }
}

const goneInWords = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? `entry ${from} is gone from the end` : `entries ${from} to ${to} are gone from the end`

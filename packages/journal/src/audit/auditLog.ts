/** The end of the audit on disk: where it stands after a start, and the durable addition of entries to it. */
import { writeSync } from "node:fs"
import { type FileHandle, open, readFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { Option } from "effect"
import type { AuditEntry } from "../Audit.ts"
import { makeFolder, syncFolder, WriteInDoubt } from "../documents/durableFile.ts"
import { beginning, isInPlace, type Link, linkAfter, writeLine } from "./auditLine.ts"
import { heldAgainst, keepEndMark, readEndMark } from "./endMark.ts"
import { firstNumberOf, linesOf, segmentName, segmentsIn } from "./segments.ts"

/** A segment is read whole, so it stays small: about 20,000 entries. */
const SEGMENT_BYTES = 4_000_000
const OWNER_ONLY = 0o600

export interface AuditLog {
  /** Bytes of an entry that was being written when the process ended; they have been cut off. */
  readonly cut: number
  /** The numbers of entries that were there at the last start or stop, and are not any more. */
  readonly missing: Option.Option<{ readonly from: number; readonly to: number }>
  /** Why its last file is not as it was at the last start or stop; undefined when it is. */
  readonly fault: string | undefined
  /** Adds entries in their order, all or none, and returns once they are durable. Calls may not overlap. */
  readonly add: (entries: ReadonlyArray<AuditEntry>) => Promise<void>
  readonly close: () => Promise<void>
}

interface Segment {
  readonly file: FileHandle
  size: number
}

/** Opens the last segment for adding, without what a process that ended in the middle of a line left behind it. */
const takeUp = async (folder: string, name: string) => {
  const path = join(folder, name)
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return Buffer.alloc(0)
    throw cause
  })
  const { lines, unfinished: cut } = linesOf(bytes)
  const file = await open(path, "a", OWNER_ONLY)
  const size = bytes.length - cut
  if (cut > 0) {
    await file.truncate(size)
    await file.sync()
  }
  return { segment: { file, size }, lines, cut }
}

/** `folder` is absolute. */
export const openAuditLog = async (folder: string, segmentBytes: number = SEGMENT_BYTES): Promise<AuditLog> => {
  await makeFolder(folder)
  const last = (await segmentsIn(folder)).at(-1) ?? segmentName(beginning.number)
  const { segment: found, lines, cut } = await takeUp(folder, last)
  let segment: Segment = found
  await syncFolder(folder)

  const before = await linkBefore(folder, last)
  const marked = await readEndMark(folder)
  const { pass, faultAt } = heldAgainst(marked)
  let link = before
  pass(link)
  let changed: string | undefined
  for (const line of lines) {
    if (!isInPlace(link, line)) changed ??= `entry ${link.number} does not stand where it should as it was written`
    link = linkAfter(link, line)
    pass(link)
  }
  const fault = changed ?? faultAt(link, cut)
  const missing =
    typeof marked !== "string" && marked.number > link.number
      ? Option.some({ from: link.number, to: marked.number - 1 })
      : Option.none()
  // The numbers of entries that are gone are not given out again.
  link = Option.match(missing, { onNone: () => link, onSome: ({ to }) => ({ ...link, number: to + 1 }) })
  const mark = (isClosed = false) => keepEndMark(folder, link, isClosed)
  await mark()

  /** Bytes may follow the last entry that was confirmed. */
  let inDoubt = false

  const startSegment = async () => {
    const path = join(folder, segmentName(link.number))
    const file = await open(path, "a", OWNER_ONLY)
    await syncFolder(dirname(path))
    await segment.file.close()
    segment = { file, size: 0 }
    await mark()
  }

  const takeBack = async (cause: unknown) => {
    // Left there, the half of a line would swallow the next one.
    await segment.file.truncate(segment.size).catch(() => {
      inDoubt = true
      throw new WriteInDoubt("an unfinished audit entry could not be cut off", { cause })
    })
    throw cause
  }

  return {
    cut,
    missing,
    fault,
    add: async (entries) => {
      if (segment.size >= segmentBytes) await startSegment()
      let next = link
      let text = ""
      for (const entry of entries) {
        const line = writeLine(next, entry)
        text += `${line.text}\n`
        next = line.next
      }
      const bytes = Buffer.from(text)
      try {
        // In the system's hands at once; the disk is waited for below.
        for (let done = 0; done < bytes.length; ) done += writeSync(segment.file.fd, bytes, done)
      } catch (cause) {
        await takeBack(cause)
      }
      await segment.file.datasync().catch((cause: unknown) => {
        inDoubt = true
        throw new WriteInDoubt("the disk did not confirm an audit entry", { cause })
      })
      segment.size += bytes.length
      link = next
    },
    close: async () => {
      await mark(!inDoubt).catch(() => {})
      await segment.file.close()
    }
  }
}

/** The link for the first line of a segment: after the last of the segment before it. */
const linkBefore = async (folder: string, name: string): Promise<Link> => {
  const earlier = (await segmentsIn(folder)).filter((other) => other < name).at(-1)
  if (earlier === undefined) return beginning
  const { lines } = linesOf(await readFile(join(folder, earlier)))
  return lines.reduce(linkAfter, { ...beginning, number: firstNumberOf(earlier) })
}

/**
 * The second place that knows where each document stands: `heads.ledger`, one line for every write.
 *
 * A line is written after its document is durable and before anybody is told so. A process killed in between leaves a
 * document ahead of its line, never behind: one that is behind, or missing, or not the one of its line has been
 * changed by something else.
 */
import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { JournalUnavailable } from "../Journal.ts"
import { addedFile } from "./addedFile.ts"
import type { StreamHead } from "./DocumentForm.ts"
import { replaceFile } from "./durableFile.ts"
import { type FoundEnd, keepLedgerEnd, LEDGER_END, missingFrom, readLedgerEnd, wrongEnd } from "./ledgerEnd.ts"
import { emptyLedger, type Head, type LedgerLine, linked, type ReadLedger, readLedger } from "./ledgerLines.ts"
import type { Sealing } from "./sealing.ts"

export interface HeadLedger {
  /** Whether nothing said any more where it ended, though something should. */
  readonly isEndLost: boolean
  /** Whether documents may have been written after its last line: no closing stands there, though others do. */
  readonly wasLeftOpen: boolean
  readonly headOf: (document: string) => Head | undefined
  /** Every document in a folder that must be there. */
  readonly documentsIn: (folder: string) => ReadonlyArray<string>
  /** Whether a document may be ahead of its line: not when its folder was closed in order after the last write. */
  readonly mayBeAhead: (document: string) => boolean
  /** Awaited before a document is written: the ledger then says, durably, that documents may be ahead of it. */
  readonly prepare: () => Promise<void>
  /** Writes down where a document stands; to be called once it is durable. Throws what the disk says. */
  readonly keep: (document: string, generation: number, sha256: string, stream?: StreamHead) => void
  /** Writes down that a document was taken away for good. */
  readonly remove: (document: string) => void
  /** A folder, or a document that is in none, has been read and each line of it is written. */
  readonly isInStep: (folder: string) => void
  /** Every event up to that position is durable or was given up; written down within a second. */
  readonly settled: (position: number) => void
  /** The highest position an event had, those that were erased since among them. */
  readonly lastSettled: () => number
  /** Every line so far is safe from a power cut once it returns. */
  readonly flush: () => Promise<void>
  /** From now on it cannot be closed in order: a document may be ahead of its line. */
  readonly leaveOpen: () => void
  /** Another process may be writing here: nothing is written any more. */
  readonly letGo: (because: JournalUnavailable) => void
  readonly close: () => Promise<void>
}

export const LEDGER = "heads.ledger"

/** How long a line may be in the system's hands only: a kill leaves it there, a power cut may take it. */
const FLUSH_WITHIN_MS = 1_000

/** A ledger of many more lines than documents is rewritten at the start. */
const LINES_TO_SPARE = 10_000

/** The ledger as it is on disk; undefined while there is none. Throws when it was damaged, changed or cut. */
export const ledgerAt = (path: string, sealing: Sealing): ReadLedger | undefined => {
  try {
    // Before the ledger: a process that goes on writing only adds to it.
    const end = basename(path) === LEDGER ? readLedgerEnd(path, sealing.hash) : "missing"
    const ledger = readLedger(path, readFileSync(path, "utf8"), sealing, typeof end === "string" ? [] : end)
    // Of one that is empty it is said which document should be in it.
    const reason = ledger.lines === 0 ? undefined : missingFrom(end, (link) => ledger.passed.has(link))
    if (reason !== undefined) throw new JournalUnavailable({ path, reason })
    return ledger
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined
    throw cause
  }
}

const compacted = async (path: string, ledger: ReadLedger, sealing: Sealing): Promise<ReadLedger> => {
  if (ledger.lines <= 2 * ledger.heads.size + LINES_TO_SPARE) return ledger
  const lines = [...ledger.heads.values(), { settled: ledger.settled }]
  const { text, link } = linked(sealing, ledger.closed.length === 0 ? lines : [...lines, { closed: ledger.closed }])
  await keepLedgerEnd(path, sealing.hash, [ledger.link, link])
  await replaceFile(path, text)
  return { ...ledger, link, length: Buffer.byteLength(text) }
}

const folderOf = (document: string): string => document.split("/", 1)[0] ?? document

/** Written where it says something else, so that a start that changes nothing writes nothing. */
const keepEndAt = async (path: string, sealing: Sealing, end: FoundEnd, link: string): Promise<void> => {
  if (typeof end !== "string" && end.length === 1 && end[0] === link) return
  await keepLedgerEnd(path, sealing.hash, [link])
}

/** `whenThereIsNone` is asked before a first line is written, and throws when there should be one. */
export const openHeadLedger = async (
  path: string,
  sealing: Sealing,
  whenThereIsNone: () => void
): Promise<HeadLedger> => {
  const found = ledgerAt(path, sealing)
  if (found === undefined || found.lines === 0) whenThereIsNone()
  const end = readLedgerEnd(path, sealing.hash)
  const isEndLost = found !== undefined && wrongEnd(end, found) !== undefined
  const ledger = await compacted(path, found ?? emptyLedger(), sealing)
  await keepEndAt(path, sealing, end, ledger.link)
  const { heads } = ledger
  const inStep = new Set(ledger.closed)
  const file = addedFile(path, ledger.length)
  let { link, settled } = ledger
  let settledWritten = settled
  let isClosed = ledger.closed.length > 0
  let flushing: NodeJS.Timeout | undefined
  let lost: JournalUnavailable | undefined
  let mayClose = true

  const write = (line: LedgerLine): void => {
    if (lost !== undefined) throw lost
    const next = linked(sealing, [line], link)
    file.add(next.text)
    link = next.link
    isClosed = false
  }

  const writeSettled = (): void => {
    if (settled === settledWritten) return
    write({ settled })
    settledWritten = settled
  }

  let preparing: Promise<void> | undefined
  const openForWrites = async (): Promise<void> => {
    write({ opened: true })
    await file.flush()
  }

  const flushNow = (): void => {
    flushing = undefined
    // A fault shows at the next line; until then it costs no more than the second this flush was for.
    try {
      writeSettled()
    } catch {}
    file.flush().catch(() => {})
  }

  const flushLater = (): void => {
    flushing ??= setTimeout(flushNow, FLUSH_WITHIN_MS).unref()
  }

  const keep = (head: Head): void => {
    write(head)
    heads.set(head.document, head)
    flushLater()
  }

  return {
    isEndLost,
    wasLeftOpen: ledger.lines > 0 && ledger.closed.length === 0,
    headOf: (document) => heads.get(document),
    documentsIn: (folder) =>
      [...heads.values()]
        .filter(({ document, removed }) => removed !== true && document.startsWith(`${folder}/`))
        .map(({ document }) => document),
    mayBeAhead: (document) => !inStep.has(folderOf(document)),
    prepare: () => {
      preparing ??= openForWrites().catch((cause: unknown) => {
        preparing = undefined
        throw cause
      })
      return preparing
    },
    keep: (document, generation, sha256, stream) =>
      keep({ document, generation, sha256, ...(stream === undefined ? {} : { stream }) }),
    remove: (document) =>
      keep({ document, generation: heads.get(document)?.generation ?? 0, sha256: "", removed: true }),
    isInStep: (folder) => {
      if (!inStep.has(folder)) isClosed = false
      inStep.add(folder)
    },
    settled: (position) => {
      settled = Math.max(settled, position)
      flushLater()
    },
    lastSettled: () => settled,
    flush: () => file.flush(),
    leaveOpen: () => {
      mayClose = false
    },
    letGo: (because) => {
      lost = because
    },
    close: async () => {
      clearTimeout(flushing)
      try {
        if (isClosed || !mayClose || lost !== undefined) return
        writeSettled()
        write({ closed: [...new Set([...inStep, LEDGER_END])].sort() })
        await file.flush()
        await keepLedgerEnd(path, sealing.hash, [link])
      } finally {
        file.close()
      }
    }
  }
}

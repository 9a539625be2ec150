/** Encrypts a journal with a new key; a wrong key changes nothing, and a killed run is finished by another. */
import { readFileSync } from "node:fs"
import { rm } from "node:fs/promises"
import { join, resolve } from "node:path"
import { Effect } from "effect"
import { clearLeftovers, replaceFile } from "../documents/durableFile.ts"
import { unavailable } from "../documents/faultInWords.ts"
import { lockFolder } from "../documents/folderLock.ts"
import { LEDGER, ledgerAt } from "../documents/headLedger.ts"
import { keepLedgerEnd, readLedgerEnd } from "../documents/ledgerEnd.ts"
import { type LedgerLine, linked, type ReadLedger } from "../documents/ledgerLines.ts"
import { type Sealing, SealRefused } from "../documents/sealing.ts"
import { JournalUnavailable } from "../Journal.ts"
import { FINISHED } from "../lowdb/FinishedChildren.ts"
import type { Progress } from "./inspection.ts"
import { filesBelow } from "./journalFiles.ts"

const PREVIOUS = /\.previous$/

/** The texts that are kept encrypted: documents, the generation before each, and policies. Not the audit. */
const encryptedFiles = (directory: string): ReadonlyArray<string> =>
  filesBelow(directory).filter(
    (name) => /\.json(?:\.previous)?$/.test(name) && !/^(?:audit\/|lock-holder\.json$)/.test(name)
  )

const opened = <A>(open: (sealing: Sealing) => A, from: Sealing, to: Sealing): readonly [A, isNew: boolean] => {
  try {
    return [open(to), true]
  } catch (cause) {
    if (cause instanceof SealRefused || cause instanceof JournalUnavailable) return [open(from), false]
    throw cause
  }
}

const rotation = (directory: string, from: Sealing, to: Sealing) => {
  const ledgerPath = join(directory, LEDGER)

  /** What a file says, or undefined when it has the new key already. */
  const oldText = (name: string): string | undefined => {
    const path = join(directory, name)
    const place = name.replace(PREVIOUS, "")
    try {
      const text = readFileSync(path, "utf8")
      const [plain, isNew] = opened((sealing) => sealing.open(place, text), from, to)
      return isNew ? undefined : plain
    } catch (cause) {
      throw unavailable(path, cause)
    }
  }

  const oldLedger = (): ReadLedger | undefined => {
    const [ledger, isNew] = opened((sealing) => ledgerAt(ledgerPath, sealing), from, to)
    return isNew ? undefined : ledger
  }

  const encryptFile = async (name: string): Promise<boolean> => {
    const text = oldText(name)
    if (text === undefined) return false
    await replaceFile(join(directory, name), to.seal(name.replace(PREVIOUS, ""), text))
    return true
  }

  /** Killed just before this, the ledger has the new key and what says where it ends has the old one. */
  const keepEnd = async (): Promise<void> => {
    const link = ledgerAt(ledgerPath, to)?.link
    if (link !== undefined && readLedgerEnd(ledgerPath, to.hash) === "unreadable") {
      await keepLedgerEnd(ledgerPath, to.hash, [link])
    }
  }

  const encryptLedger = async (): Promise<void> => {
    const ledger = oldLedger()
    if (ledger === undefined) return keepEnd()
    const closed: ReadonlyArray<LedgerLine> = ledger.closed.length === 0 ? [] : [{ closed: ledger.closed }]
    const { link, text } = linked(to, [...ledger.heads.values(), { settled: ledger.settled }, ...closed])
    await replaceFile(ledgerPath, text)
    await keepLedgerEnd(ledgerPath, to.hash, [link])
  }

  return { oldText, oldLedger, encryptFile, encryptLedger }
}

const EVERY = 100

/** Nobody else may hold the journal meanwhile; returns how many texts were encrypted. */
export const rotateKey = Effect.fn("rotateKey")(function* (
  directory: string,
  from: Sealing,
  to: Sealing,
  progress: Progress = () => {}
) {
  const path = resolve(directory)
  const attempt = <A>(work: () => Promise<A>) =>
    Effect.tryPromise({ try: work, catch: (cause) => unavailable(path, cause) })
  const { oldText, oldLedger, encryptFile, encryptLedger } = rotation(path, from, to)

  return yield* Effect.scoped(
    Effect.gen(function* () {
      yield* Effect.acquireRelease(
        attempt(() => lockFolder(path, () => {})),
        (release) => Effect.promise(() => release().catch(() => {}))
      )
      yield* attempt(() => clearLeftovers(path))
      // Made again at the next start, with the new key.
      yield* attempt(() => rm(join(path, FINISHED), { force: true }))
      const names = yield* attempt(async () => encryptedFiles(path))
      yield* attempt(async () => {
        oldLedger()
        names.forEach(oldText)
      })
      let done = 0
      for (const [index, name] of names.entries()) {
        if (yield* attempt(() => encryptFile(name))) done += 1
        if (index % EVERY === 0) progress(index, names.length)
      }
      // Last, because its key is what a start looks at first: until here the old one is the journal's.
      yield* attempt(encryptLedger)
      return done
    })
  )
})

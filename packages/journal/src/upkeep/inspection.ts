/** Names whatever in a journal is not as it was written, while a process may be writing; changes nothing. */
import { existsSync } from "node:fs"
import { basename, join } from "node:path"
import { type ChildReference, referencesOnRecord } from "@safe-return/domain/pathway"
import { Effect, Option, Stream } from "effect"
import { AUDIT, lacksEndMark, readAudit } from "../audit/AuditFiles.ts"
import { END_MARK } from "../audit/endMark.ts"
import { parseJson } from "../documents/DocumentForm.ts"
import { unavailable } from "../documents/faultInWords.ts"
import { childOfFileName } from "../documents/fileName.ts"
import { LEDGER, ledgerAt } from "../documents/headLedger.ts"
import { LEDGER_END, readLedgerEnd, wrongEnd } from "../documents/ledgerEnd.ts"
import type { ReadLedger } from "../documents/ledgerLines.ts"
import { compareWithLedger } from "../documents/ledgerVerdict.ts"
import { assertNoneNeedsALedger } from "../documents/missingLedger.ts"
import { previousOf } from "../documents/previousGeneration.ts"
import type { Sealing } from "../documents/sealing.ts"
import type { JournalUnavailable, UnreadableRecord } from "../Journal.ts"
import { NewerPolicy, policiesToRead, policyIn } from "../lowdb/policyFiles.ts"
import { brokenVersion, lastOf, passedOver, streamForm } from "../lowdb/streamDocument.ts"
import {
  documentNames,
  documentOf,
  filesBelow,
  isOfJournal,
  isPolicy,
  isPrevious,
  isStream,
  pathBelow,
  readDocument
} from "./journalFiles.ts"

export interface JournalFault {
  /** Its path from the journal's directory. */
  readonly document: string
  readonly reason: string
  /** The text before its last write, if it is there. */
  readonly previous?: string
}

export interface Inspection {
  readonly documents: number
  readonly children: number
  readonly events: number
  /** The highest position of an event. */
  readonly position: number
  /** Events that only a newer version of this program can read; as whole as the others. */
  readonly unreadable: ReadonlyArray<UnreadableRecord>
  /** Of every child on record. */
  readonly references: ReadonlyArray<ChildReference>
  /** References with a record each, though they differ in spelling alone: a person decides which is right. */
  readonly ambiguousReferences: ReadonlyArray<ReadonlyArray<ChildReference>>
  /** Documents still in the format of the first version, which had no checksums. */
  readonly unchecked: number
  /** Documents whose last write the ledger does not know: a process was killed just then, or is writing now. */
  readonly ahead: ReadonlyArray<string>
  /** Whether it was closed in order: not while a process uses it, nor after one was killed. */
  readonly closed: boolean
  /** Files that are none of a journal's: nothing reads them. */
  readonly foreign: ReadonlyArray<string>
  readonly faults: ReadonlyArray<JournalFault>
}

/** Called now and then with how many of all documents have been read. */
export type Progress = (done: number, all: number) => void

/** A document that is about one child stands under that child's name. */
const misplaced = (name: string, body: unknown): string | undefined => {
  const child: unknown = typeof body === "object" && body !== null && "child" in body ? body.child : undefined
  const expected = name.includes("/") ? Option.getOrUndefined(childOfFileName(basename(name))) : undefined
  if (expected === undefined || child === expected) return undefined
  return `the document is about ${String(child)}, its name stands for ${expected}`
}

const folderOf = (name: string): string => name.split("/", 1)[0] ?? name

const inspector = (directory: string, sealing: Sealing) => {
  const form = streamForm(policiesToRead(directory, sealing))
  const taken = new Set<number>()
  const onRecord = referencesOnRecord<ChildReference>()
  const references = new Set<ChildReference>()
  let [children, events, unchecked, last] = [0, 0, 0, 0]
  const ahead: Array<string> = []
  const unreadable: Array<UnreadableRecord> = []

  /** One that only a newer version can read is as whole as its name says. */
  const inspectPolicy = (name: string): void => {
    try {
      policyIn(directory, basename(name), sealing)
    } catch (cause) {
      if (!(cause instanceof NewerPolicy)) throw cause
    }
  }

  /** The last text but one, or the last itself where a write was taken back. */
  const inspectPrevious = (name: string, ledger: ReadLedger): string | undefined => {
    const { body, generation, sha256 } = readDocument(directory, name, sealing)
    parseJson(body)
    const document = documentOf(name)
    const [head, before] = [ledger.heads.get(document), ledger.before.get(document)]
    const isKnown = head === undefined || generation === 0 || before === undefined || before.generation === 0
    if (isKnown || sha256 === before.sha256 || sha256 === head.sha256) return undefined
    return "it is not the text before the last write: it was put back from a copy"
  }

  const inspectStream = (body: string, generation: number): string | undefined => {
    if (generation > 0) {
      const broken = brokenVersion(body)
      if (broken !== undefined) return `version ${broken} is not the one that was written: the chain breaks there`
    }
    const stream = form.read({ generation, body, sha256: "" })
    const all = [...stream.entries, ...passedOver(stream)]
    children += 1
    onRecord.add(stream.child)
    references.add(stream.child)
    events += all.length
    unreadable.push(...(stream.unreadable ?? []))
    const again = all.find(({ position }) => taken.has(position))
    for (const { position } of all) taken.add(position)
    last = Math.max(last, lastOf(stream, "position"))
    return again === undefined
      ? undefined
      : `version ${again.version} has a position that stands in another document too`
  }

  const inspect = (name: string, ledger: ReadLedger): string | undefined => {
    if (isPolicy(name)) return void inspectPolicy(name)
    if (isPrevious(name)) return inspectPrevious(name, ledger)
    const text = readDocument(directory, name, sealing)
    if (text.generation === 0) unchecked += 1
    const mayBeAhead = !ledger.closed.includes(folderOf(name))
    const standing = compareWithLedger(text, ledger.heads.get(name), mayBeAhead, (head) =>
      isStream(name) ? (form.goesOnFrom?.(text.body, head) ?? true) : true
    )
    if (standing._tag === "Wrong") return standing.reason
    if (standing._tag === "Ahead") ahead.push(name)
    const elsewhere = misplaced(name, parseJson(text.body))
    if (elsewhere !== undefined) return elsewhere
    return isStream(name) ? inspectStream(text.body, text.generation) : undefined
  }

  const faultIn = (name: string, ledger: ReadLedger): JournalFault | undefined => {
    const path = join(directory, name)
    const wrong = (() => {
      try {
        const reason = inspect(name, ledger)
        return reason === undefined ? undefined : { path, reason }
      } catch (cause) {
        return unavailable(path, cause)
      }
    })()
    if (wrong === undefined) return undefined
    // A policy's fault is its own, and not that of every stream that rests on it.
    const document = pathBelow(directory, wrong.path)
    const previous = previousOf(document)
    const { reason } = wrong
    return existsSync(join(directory, previous)) ? { document, reason, previous } : { document, reason }
  }

  const found = () => ({
    children,
    events,
    unreadable,
    references: [...references],
    ambiguousReferences: onRecord.ambiguousReferences(),
    unchecked,
    ahead,
    position: last
  })
  return { faultIn, found }
}

const EVERY = 200

const expectedNames = (directory: string, ledger: ReadLedger): ReadonlyArray<string> => {
  const known = [...ledger.heads.values()].filter(({ removed }) => removed !== true)
  return [...new Set([...documentNames(directory), ...known.map(({ document }) => document)])].sort()
}

/** What the ledger does not know of: the texts before the last writes, and policies, which are named after their text. */
const besideDocuments = (directory: string, { before, heads }: ReadLedger): ReadonlyArray<string> => {
  const there = filesBelow(directory).filter((name) => isPrevious(name) || isPolicy(name))
  // Texts from before a person's working days are forgotten are removed on purpose, as before an erasure.
  const expected = [...before.values()].filter(
    ({ document, removed }) =>
      removed !== true && heads.get(document)?.removed !== true && document !== "availability.json"
  )
  return [...new Set([...there, ...expected.map(({ document }) => previousOf(document))])].sort()
}

/** A ledger in which no line stands is that of a journal without documents, or its lines were taken away. */
const assertKnows = (directory: string, ledger: ReadLedger): ReadLedger => {
  if (ledger.lines === 0) assertNoneNeedsALedger(directory)
  return ledger
}

/** Fails only when there is no journal to look at or its ledger cannot be read. */
export const inspectJournal = Effect.fn("inspectJournal")(function* (
  directory: string,
  sealing: Sealing,
  progress: Progress = () => {}
) {
  const path = join(directory, LEDGER)
  const readLedger: Effect.Effect<ReadLedger, JournalUnavailable> = Effect.try({
    try: () => {
      const ledger = ledgerAt(path, sealing)
      if (ledger === undefined) throw new Error("it is missing: this is no journal, or its ledger was taken away")
      return assertKnows(directory, ledger)
    },
    catch: (cause) => unavailable(path, cause)
  })
  const ledger = yield* readLedger
  const names = yield* Effect.try({
    try: () => expectedNames(directory, ledger),
    catch: (cause) => unavailable(directory, cause)
  })
  const { faultIn, found } = inspector(directory, sealing)
  const suspects: Array<JournalFault> = []
  for (const [index, name] of names.entries()) {
    const fault = faultIn(name, ledger)
    if (fault !== undefined && suspects.every(({ document }) => document !== fault.document)) suspects.push(fault)
    if (index % EVERY !== EVERY - 1) continue
    progress(index + 1, names.length)
    yield* Effect.yieldNow
  }
  progress(names.length, names.length)
  const beside = yield* Effect.try({
    try: () => besideDocuments(directory, ledger),
    catch: (cause) => unavailable(directory, cause)
  })
  for (const [index, name] of beside.entries()) {
    const fault = faultIn(name, ledger)
    // The next write, or an erasure, may have taken it away meanwhile.
    const isNew = fault !== undefined && suspects.every(({ document }) => document !== fault.document)
    if (isNew && (existsSync(join(directory, name)) || isPrevious(name))) suspects.push(fault)
    if (index % EVERY === EVERY - 1) yield* Effect.yieldNow
  }
  // A process may have written, or taken away, one of them meanwhile: those are held against the ledger as it is now.
  const now = suspects.length === 0 ? ledger : yield* readLedger
  const faults = suspects.flatMap((fault) => {
    const about = documentOf(fault.document)
    const [before, after] = [ledger.heads.get(about), now.heads.get(about)]
    if (before?.generation === after?.generation && before?.removed === after?.removed) return [fault]
    if (after?.removed === true && !existsSync(join(directory, fault.document))) return []
    return inspector(directory, sealing).faultIn(fault.document, now) ?? []
  })
  // A journal from before there was an audit has none.
  const audit = existsSync(join(directory, "audit")) ? readAudit(directory) : Stream.empty
  const auditFaults: ReadonlyArray<JournalFault> = yield* audit.pipe(
    Stream.filter((record) => record._tag === "Damage"),
    Stream.map(({ place, reason }) => ({ document: place, reason })),
    Stream.runCollect
  )
  if (ledger.closed.includes(AUDIT) && lacksEndMark(directory)) {
    faults.push({ document: `${AUDIT}/${END_MARK}`, reason: "it is missing" })
  }
  const endFault = wrongEnd(readLedgerEnd(path, sealing.hash), ledger)
  if (endFault !== undefined) faults.push({ document: LEDGER_END, reason: endFault })
  const inspection: Inspection = {
    documents: names.length,
    ...found(),
    closed: ledger.closed.length > 0,
    foreign: filesBelow(directory).filter((name) => !isOfJournal(name)),
    faults: [...faults, ...auditFaults]
  }
  return inspection
})

/**
 * A copy of a journal that is one cut through it, taken while a process goes on writing.
 *
 * The cut is the highest position read in a first pass: whatever was acknowledged before the backup began is at or
 * below it. Once the ledger says that everything up to it has settled, the streams that grew meanwhile are read again,
 * and each is kept up to the cut. What was sent is read after that, so that the copy never knows of an event without
 * knowing what had been said of it by then.
 */
import { existsSync } from "node:fs"
import { copyFile, rm } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { Effect } from "effect"
import { AUDIT, lacksEndMark } from "../audit/AuditFiles.ts"
import { END_MARK } from "../audit/endMark.ts"
import { type CheckedText, checkedText, textOf } from "../documents/checkedText.ts"
import { makeFolder, replaceFile } from "../documents/durableFile.ts"
import { unavailable } from "../documents/faultInWords.ts"
import { LEDGER, ledgerAt } from "../documents/headLedger.ts"
import { keepLedgerEnd, LEDGER_END } from "../documents/ledgerEnd.ts"
import { type Head, linked, type ReadLedger } from "../documents/ledgerLines.ts"
import type { Sealing } from "../documents/sealing.ts"
import { JournalUnavailable } from "../Journal.ts"
import { policiesToRead } from "../lowdb/policyFiles.ts"
import { lastOf, streamForm, upTo } from "../lowdb/streamDocument.ts"
import { assertEmptyTarget } from "./emptyTarget.ts"
import { inspectJournal, type Progress } from "./inspection.ts"
import { documentNames, filesBelow, isStream, readDocument } from "./journalFiles.ts"

/** How long writes may take to settle. After that nobody is writing any more: the process was killed. */
const PATIENCE_MS = 5_000
const LOOK_AGAIN_MS = 100

const EVERY = 200

const ledgerOf = (from: string, sealing: Sealing): ReadLedger => {
  const ledger = ledgerAt(join(from, LEDGER), sealing)
  if (ledger !== undefined) return ledger
  throw new JournalUnavailable({ path: join(from, LEDGER), reason: "it is missing: this is no journal" })
}

const copier = (from: string, to: string, sealing: Sealing) => {
  const form = streamForm(policiesToRead(from, sealing))
  const streams = new Map<string, CheckedText>()

  const ledgerNow = () => ledgerOf(from, sealing)

  /** In format 2, whatever it was. */
  const readStream = (name: string): CheckedText => {
    const text = readDocument(from, name, sealing)
    return text.generation > 0 ? text : checkedText(1, form.write(form.read(text), null))
  }

  const readStreams = (names: ReadonlyArray<string>): void => {
    for (const name of names) {
      if (existsSync(join(from, name)) || !isRemoved(name)) streams.set(name, readStream(name))
    }
  }

  const isRemoved = (name: string): boolean => ledgerNow().heads.get(name)?.removed === true

  /** What is erased while the copy is made is not in it, and stays known as erased. */
  const leaveOutErased = (): ReadonlyArray<Head> => {
    const removed = [...ledgerNow().heads.values()].filter((head) => head.removed === true)
    for (const { document } of removed) streams.delete(document)
    return removed
  }

  const lastPosition = (): number => {
    let last = 0
    for (const { body } of streams.values()) {
      last = Math.max(last, lastOf(form.read(checkedText(1, body)), "position"))
    }
    return last
  }

  const changedSince = (before: ReadLedger): ReadonlyArray<string> =>
    [...ledgerNow().heads.values()]
      .filter(({ document, generation, removed }) => {
        const known = before.heads.get(document)
        return isStream(document) && removed !== true && generation !== known?.generation
      })
      .map(({ document }) => document)

  const write = async (name: string, text: CheckedText): Promise<Head> => {
    const path = join(to, name)
    await makeFolder(dirname(path))
    await replaceFile(path, sealing.seal(name, textOf(text)))
    const stream = isStream(name) ? form.headOf?.(text.body) : undefined
    const head = { document: name, generation: text.generation, sha256: text.sha256 }
    return stream === undefined ? head : { ...head, stream }
  }

  return { streams, ledgerNow, readStreams, lastPosition, changedSince, leaveOutErased, write }
}

/** Copies policies and the audit; the audit's end goes first, so that what is added meanwhile stands behind it. */
const copyApart = async (from: string, to: string): Promise<void> => {
  const mark = `audit/${END_MARK}`
  const names = filesBelow(from).filter((name) => /^(?:policies|audit)\//.test(name) && !name.endsWith(".tmp"))
  for (const name of names.toSorted((one, other) => Number(other === mark) - Number(one === mark))) {
    await makeFolder(dirname(join(to, name)))
    await copyFile(join(from, name), join(to, name))
  }
}

const textAsItIs = (directory: string, name: string, sealing: Sealing): CheckedText => {
  const text = readDocument(directory, name, sealing)
  if (text.generation > 0) return text
  const { format: _, ...body } = JSON.parse(text.body)
  return checkedText(1, JSON.stringify(body))
}

const copy = Effect.fnUntraced(function* (from: string, to: string, sealing: Sealing, progress: Progress) {
  const attempt = <A>(work: () => A | Promise<A>) =>
    Effect.tryPromise({ try: async () => work(), catch: (cause) => unavailable(from, cause) })

  const { streams, ledgerNow, readStreams, lastPosition, changedSince, leaveOutErased, write } = copier(
    from,
    to,
    sealing
  )
  const before = yield* attempt(ledgerNow)
  const streamNames = yield* attempt(() => documentNames(from).filter(isStream))
  for (let index = 0; index < streamNames.length; index += EVERY) {
    yield* attempt(() => readStreams(streamNames.slice(index, index + EVERY)))
    progress(index, streamNames.length)
    yield* Effect.yieldNow
  }
  const cut = yield* attempt(lastPosition)
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_AGAIN_MS) {
    const { settled, closed } = yield* attempt(ledgerNow)
    if (settled >= cut || closed.length > 0) break
    yield* Effect.sleep(LOOK_AGAIN_MS)
  }
  yield* attempt(async () => readStreams(changedSince(before)))

  const removed = yield* attempt(leaveOutErased)
  yield* attempt(() => makeFolder(to))
  const heads: Array<Head> = []
  for (const [name, text] of streams) {
    const body = upTo(text.body, cut)
    if (body !== undefined) heads.push(yield* attempt(() => write(name, checkedText(text.generation, body))))
    if (heads.length % EVERY === 0) progress(heads.length, streams.size)
  }
  const others = yield* attempt(() => documentNames(from).filter((name) => !isStream(name)))
  for (const name of others) {
    if (!existsSync(join(from, name))) continue
    heads.push(yield* attempt(() => write(name, textAsItIs(from, name, sealing))))
  }
  yield* attempt(() => copyApart(from, to))
  const audit = lacksEndMark(to) ? [] : [AUDIT]
  const folders = [...new Set([...heads.map(({ document }) => document.split("/", 1)[0] ?? document), ...audit])]
  const { text, link } = linked(sealing, [...heads, ...removed, { settled: cut }, { closed: [...folders, LEDGER_END] }])
  yield* attempt(() => replaceFile(join(to, LEDGER), text))
  yield* attempt(() => keepLedgerEnd(join(to, LEDGER), sealing.hash, [link]))
})

/** What is gone for good, and every tombstone: different once an erasure has begun, gone on or ended. */
const erasuresIn = ({ heads }: ReadLedger): string =>
  [...heads.values()]
    .filter(({ document, removed }) => removed === true || document.startsWith("erased/"))
    .map(({ document, generation, removed }) => `${document} ${removed === true ? "gone" : generation}`)
    .join("\n")

/** Erasures take moments. A journal in which they go on for longer is copied when they are over. */
const TRIES = 10

/** A copy made while an erasure ran may hold part of what it took, so it is made again. */
const copyWithoutErasure = Effect.fnUntraced(function* (...asked: Parameters<typeof copy>) {
  const [from, to, sealing] = asked
  const erasuresNow = Effect.try({
    try: () => erasuresIn(ledgerOf(from, sealing)),
    catch: (cause) => unavailable(from, cause)
  })
  for (let left = TRIES; left > 0; left -= 1) {
    const before = yield* erasuresNow
    const copied = yield* Effect.exit(copy(...asked))
    if ((yield* erasuresNow) === before) return yield* copied
    yield* Effect.promise(() => rm(to, { recursive: true, force: true }))
    yield* Effect.sleep(LOOK_AGAIN_MS)
  }
  const reason = "records were being erased all the while. Make the backup once that is over"
  return yield* new JournalUnavailable({ path: from, reason })
})

/** Copies a journal into an empty folder and verifies it; a damaged document is named and nothing is copied. */
export const backUp = Effect.fn("backUp")(function* (
  source: string,
  target: string,
  sealing: Sealing,
  progress: Progress = () => {}
) {
  const [from, to] = [resolve(source), resolve(target)]
  yield* assertEmptyTarget(to)
  return yield* copyWithoutErasure(from, to, sealing, progress).pipe(
    Effect.andThen(inspectJournal(to, sealing, progress)),
    Effect.tapError(() => Effect.promise(() => rm(to, { recursive: true, force: true })))
  )
})

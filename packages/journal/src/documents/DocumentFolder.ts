/** A folder of documents, one a child. */
import { readdir } from "node:fs/promises"
import { basename, join } from "node:path"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Option, Semaphore } from "effect"
import { JournalUnavailable } from "../Journal.ts"
import { type Replacement, replaceDocument } from "./Document.ts"
import type { DocumentForm } from "./DocumentForm.ts"
import { clearLeftovers, makeFolder } from "./durableFile.ts"
import { unavailable } from "./faultInWords.ts"
import { childOfFileName, fileNameOf, isDocumentName } from "./fileName.ts"
import type { LockedDirectory } from "./LockedDirectory.ts"
import { readDocument } from "./readDocument.ts"

export interface DocumentFolder<D> {
  /** Every durable document in memory. */
  readonly all: () => ReadonlyArray<D>
  /** Those that were left unread, read now. */
  readonly readUnread: Effect.Effect<ReadonlyArray<D>, JournalUnavailable>
  /** Whose documents were left unread. */
  readonly unread: () => ReadonlyArray<ChildReference>
  readonly pathOf: (child: ChildReference) => string
  /** The child's newest durable document in memory; null while there is none. */
  readonly find: (child: ChildReference) => D | null
  /** The same, read from disk where it was left unread. */
  readonly read: (child: ChildReference) => Effect.Effect<D | null, JournalUnavailable>
  /** Holds a document in memory from now on that was left unread; before it is replaced. */
  readonly hold: (child: ChildReference) => Effect.Effect<void, JournalUnavailable>
  /** Fails where the child's document could not be used at the start and was passed over. */
  readonly assertWhole: (child: ChildReference) => Effect.Effect<void, JournalUnavailable>
  /** Runs what reads and replaces a child's document after whatever else does so for the same child. */
  readonly inTurn: (child: ChildReference) => <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  /** Replaces a child's document as {@link replaceDocument} does; to be run in the child's turn. */
  readonly replace: (child: ChildReference, begin: () => Replacement<D>) => Effect.Effect<void, JournalUnavailable>
}

/** Which documents of a folder a start need not hold in memory. */
interface FolderReading<D> {
  /** Where true, a document that is there is not even read. */
  readonly isLeftUnread: (child: ChildReference) => boolean
  /** Whether a document that was read is let go of. */
  readonly isLetGo?: (document: D) => boolean
  /** Whether a damaged document stops the start, or is passed over, so that all others can be used. */
  readonly damaged?: "stops the start" | "is passed over"
}

const everything: FolderReading<unknown> = { isLeftUnread: () => false }

/** Between one lot and the next, whatever else starts at the same time has its turn. */
const READ_IN_ONE_GO = 200

/** A start that takes longer than people wait says how far it has come. */
const SAY_EVERY_MS = 1_000

/** More would not be read; verify names all of them. */
const MOST_NAMED = 20

/**
 * Opens a folder and reads every document in it, so that one which cannot be read stops the start and not a worker
 * in the middle of a case.
 * Of finished children it leaves documents on disk.
 */
export const openDocumentFolder = Effect.fnUntraced(function* <D extends { readonly child: ChildReference }>(
  directory: LockedDirectory["Service"],
  name: string,
  form: DocumentForm<D>,
  { isLeftUnread, isLetGo, damaged = "stops the start" }: FolderReading<D> = everything
) {
  const path = join(directory.path, name)
  const passedOver = new Map<ChildReference, JournalUnavailable>()
  const newest = new Map<ChildReference, D>()
  const unread = new Set<ChildReference>()
  const turns = new Map<ChildReference, Semaphore.Semaphore>()

  const pathOf = (child: ChildReference): string => join(path, fileNameOf(child))

  const turnOf = (child: ChildReference): Semaphore.Semaphore => {
    const known = turns.get(child)
    if (known !== undefined) return known
    const turn = Semaphore.makeUnsafe(1)
    turns.set(child, turn)
    return turn
  }

  const onDisk = <A>(work: () => Promise<A>) =>
    Effect.tryPromise({ try: work, catch: (cause) => unavailable(path, cause) })

  const documentOf = (child: ChildReference): D | null => {
    const document = readDocument(directory, `${name}/${fileNameOf(child)}`, form)
    if (document === null || document.child === child) return document
    const reason = `the document is about ${document.child}, its name stands for ${child}`
    throw new JournalUnavailable({ path: pathOf(child), reason })
  }

  const readNow = (child: ChildReference) =>
    Effect.try({ try: () => documentOf(child), catch: (cause) => unavailable(pathOf(child), cause) })

  /** A scope of its own, so that no name of a file is kept for as long as the folder is. */
  const readFolder = Effect.fnUntraced(function* () {
    const readAtStart = (fileName: string): void => {
      const child = Option.getOrUndefined(childOfFileName(fileName))
      if (child === undefined) {
        throw new JournalUnavailable({
          path: join(path, fileName),
          reason: "no case reference gives a document this name"
        })
      }
      if (there.has(fileName) && isLeftUnread(child)) return void unread.add(child)
      const document = documentOf(child)
      if (document === null) return
      if (isLetGo?.(document) === true) unread.add(child)
      else newest.set(child, document)
    }

    const readSome = (fileNames: ReadonlyArray<string>): void => {
      for (const fileName of fileNames) {
        try {
          readAtStart(fileName)
        } catch (cause) {
          const failed = unavailable(join(path, fileName), cause)
          const child = Option.getOrUndefined(childOfFileName(fileName))
          // Where the disk is at fault, the same document may be whole the next time.
          if (damaged === "stops the start" || child === undefined || failed.fault !== undefined) throw failed
          passedOver.set(child, failed)
        }
      }
    }

    yield* onDisk(() => makeFolder(path))
    yield* onDisk(() => clearLeftovers(path))
    const there = new Set((yield* onDisk(() => readdir(path))).filter(isDocumentName))
    // Those that should be there are read as well, so that one which is missing is named.
    const expected = directory.heads.documentsIn(name).map((document) => basename(document))
    const fileNames = [...new Set([...there, ...expected])].sort()
    let saidAt = performance.now()
    for (let from = 0; from < fileNames.length; from += READ_IN_ONE_GO) {
      if (performance.now() - saidAt >= SAY_EVERY_MS) {
        yield* Effect.logInfo(`Reading the journal: ${from} of ${fileNames.length} documents in ${name}.`)
        saidAt = performance.now()
      }
      yield* Effect.try({
        try: () => readSome(fileNames.slice(from, from + READ_IN_ONE_GO)),
        catch: (cause) => unavailable(path, cause)
      })
      yield* Effect.yieldNow
    }
  })
  yield* readFolder()
  directory.heads.isInStep(name)
  if (passedOver.size > 0) {
    const messages = [...passedOver.values()].slice(0, MOST_NAMED).map(({ message }) => message)
    yield* Effect.logError(`Passed over in ${path}: ${passedOver.size} damaged documents. ${messages.join(" ")}`)
  }

  const assertWhole = (child: ChildReference) =>
    Effect.suspend(() => {
      const failed = passedOver.get(child)
      return failed === undefined ? Effect.void : Effect.fail(failed)
    })

  const hold = (child: ChildReference) =>
    Effect.suspend(() => {
      if (!unread.has(child)) return Effect.void
      return Effect.map(readNow(child), (document) => {
        if (document !== null) newest.set(child, document)
        unread.delete(child)
      })
    })

  const folder: DocumentFolder<D> = {
    all: () => [...newest.values()],
    unread: () => [...unread],
    readUnread: Effect.suspend(() =>
      Effect.map(Effect.forEach(unread, readNow), (documents) => documents.filter((document) => document !== null))
    ),
    pathOf,
    find: (child) => newest.get(child) ?? null,
    read: (child) => (unread.has(child) ? readNow(child) : Effect.succeed(newest.get(child) ?? null)),
    hold,
    assertWhole,
    inTurn: (child) => turnOf(child).withPermit,
    replace: (child, begin) => {
      const held = {
        current: () => newest.get(child) ?? null,
        keep: (document: D) => void newest.set(child, document)
      }
      const document = `${name}/${fileNameOf(child)}`
      return assertWhole(child).pipe(
        Effect.andThen(hold(child)),
        Effect.andThen(replaceDocument(directory, document, form, held, begin))
      )
    }
  }
  return folder
})

/** A folder of documents, one a child. */
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Option, type Schema, Semaphore } from "effect"
import { JournalUnavailable } from "../Journal.ts"
import { type Document, makeDocument, type Replacement } from "./Document.ts"
import { clearLeftovers, makeFolder } from "./durableFile.ts"
import { unavailable } from "./faultInWords.ts"
import { childOfFileName, fileNameOf, isDocumentName } from "./fileName.ts"
import type { LockedDirectory } from "./LockedDirectory.ts"

export interface DocumentFolder<D> {
  /** Every durable document. */
  readonly all: () => ReadonlyArray<D>
  readonly pathOf: (child: ChildReference) => string
  /** The child's newest durable document; null while there is none. */
  readonly find: (child: ChildReference) => D | null
  /** Runs what reads and replaces a child's document after whatever else does so for the same child. */
  readonly inTurn: (child: ChildReference) => <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
  /** Replaces a child's document as {@link Document.replace} does; to be run in the child's turn. */
  readonly replace: (child: ChildReference, begin: () => Replacement<D>) => Effect.Effect<void, JournalUnavailable>
}

const READ_AT_ONCE = 8

const refuse = (path: string, reason: string) => Effect.fail(new JournalUnavailable({ path, reason }))

/**
 * Opens a folder and reads every document in it, so that one which cannot be read stops the start and not a worker
 * in the middle of a case.
 */
export const openDocumentFolder = Effect.fnUntraced(function* <D extends { readonly child: ChildReference }>(
  directory: LockedDirectory["Service"],
  name: string,
  schema: Schema.Codec<D, unknown>
) {
  const path = join(directory.path, name)
  const places = new Map<ChildReference, { readonly document: Document<D>; readonly turn: Semaphore.Semaphore }>()

  const pathOf = (child: ChildReference): string => join(path, fileNameOf(child))

  const placeOf = (child: ChildReference) => {
    const known = places.get(child)
    if (known !== undefined) return known
    const place = { document: makeDocument(directory, pathOf(child), schema), turn: Semaphore.makeUnsafe(1) }
    places.set(child, place)
    return place
  }

  const onDisk = <A>(work: () => Promise<A>) =>
    Effect.tryPromise({ try: work, catch: (cause) => unavailable(path, cause) })

  const read = Effect.fnUntraced(function* (fileName: string) {
    const child = childOfFileName(fileName)
    if (Option.isNone(child)) {
      return yield* refuse(join(path, fileName), "no case reference gives a document this name")
    }
    const { document } = placeOf(child.value)
    yield* document.read
    const about = document.current()?.child
    if (about !== child.value) {
      return yield* refuse(pathOf(child.value), `the document is about ${about}, its name stands for ${child.value}`)
    }
  })

  yield* onDisk(() => makeFolder(path))
  yield* onDisk(() => clearLeftovers(path))
  const fileNames = (yield* onDisk(() => readdir(path))).sort()
  yield* Effect.forEach(fileNames.filter(isDocumentName), read, { concurrency: READ_AT_ONCE, discard: true })

  const folder: DocumentFolder<D> = {
    all: () => [...places.values()].flatMap(({ document }) => document.current() ?? []),
    pathOf,
    find: (child) => places.get(child)?.document.current() ?? null,
    inTurn: (child) => placeOf(child).turn.withPermit,
    replace: (child, begin) => placeOf(child).document.replace(begin)
  }
  return folder
})

/**
 * `finished.jsonl`: a line for each finished child, with what a start has to know of them, so that it need not read their
 * documents. A line counts while the ledger says that every document is the one that stood there when it was written.
 * All of it can be made again from the documents: it may be thrown away at any time.
 */
import { existsSync, readFileSync, statSync } from "node:fs"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { Instant } from "@safe-return/domain/calendar"
import { ChildReference, PoliceReference } from "@safe-return/domain/pathway"
import { Context, Effect, Layer } from "effect"
import { addedFile } from "../documents/addedFile.ts"
import { sha256 } from "../documents/checkedText.ts"
import { replaceFile } from "../documents/durableFile.ts"
import { faultInWords } from "../documents/faultInWords.ts"
import { fileNameOf } from "../documents/fileName.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import type { Sealing } from "../documents/sealing.ts"
import type { FinishedChild } from "../FinishedChild.ts"
import { JUDGED_BY } from "../judgeFinished.ts"
import { digestsOf, IdDigests } from "./idDigests.ts"

export const FINISHED = "finished.jsonl"

/** The folders with a document of each child that is left unread. */
const FOLDERS = ["children", "deliveries", "profiles", "reveals"] as const

/** Of a document its checksum and the file it is; null where there is none. */
type Mark = readonly [sha256: string, file: string] | null

interface Line {
  readonly child: string
  readonly judgedBy: number
  readonly marks: ReadonlyArray<Mark>
  readonly version: number
  readonly position: number
  readonly recordedAt: number
  readonly references: ReadonlyArray<readonly [reference: string, position: number, isReport: 0 | 1]>
  /** Digests of the ids of its events. */
  readonly ids: string
}

/** Lines that do not count any more, above which the file is written again without them. */
const LINES_TO_SPARE = 1_000

const HASH_LENGTH = 43

/** About how much of the file there is for each event. */
const CHARACTERS_AN_ID = 18

const lineOf = (sealing: Sealing, line: Line): string => {
  const json = JSON.stringify(line)
  return sealing.keyId === undefined ? `${sha256(json)} ${json}\n` : sealing.seal(FINISHED, json)
}

/** Undefined for a line that was cut short, changed, or written with another key. */
const readLine = (sealing: Sealing, text: string): Line | undefined => {
  try {
    if (sealing.keyId !== undefined) return JSON.parse(sealing.open(FINISHED, text))
    const json = text.slice(HASH_LENGTH + 1, -1)
    return sha256(json) === text.slice(0, HASH_LENGTH) ? JSON.parse(json) : undefined
  } catch {
    return undefined
  }
}

function* linesIn(text: string): Generator<string> {
  for (let from = 0, end = text.indexOf("\n"); end !== -1; from = end + 1, end = text.indexOf("\n", from)) {
    yield text.slice(from, end + 1)
  }
}

const textIn = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "")

/** A document that is written again is another file, whatever became of its line in the ledger. */
const fileAt = (path: string): string => {
  const { ino, mtimeMs, size } = statSync(path)
  return `${ino}-${mtimeMs}-${size}`
}

export class FinishedChildren extends Context.Service<
  FinishedChildren,
  {
    /** Whether the documents of a child may be left unread. */
    readonly isFinished: (child: ChildReference) => boolean
    readonly find: (child: ChildReference) => FinishedChild | undefined
    /** Whether an event of a finished child has this id. */
    readonly hasId: (id: string) => boolean
    /** A child whose documents were read and are those of the ledger. */
    readonly keep: (finished: FinishedChild, ids: ReadonlyArray<string>) => void
    /** Takes away what is kept of a child. */
    readonly remove: (child: ChildReference) => Promise<void>
  }
>()("@safe-return/journal/FinishedChildren") {
  static readonly layer = Layer.effect(
    FinishedChildren,
    Effect.suspend(() => openFinishedChildren)
  )
}

const openFinishedChildren = Effect.gen(function* () {
  const { path: directory, heads, sealing } = yield* LockedDirectory
  const path = join(directory, FINISHED)
  let ids = new IdDigests(0)
  const finished = new Map<ChildReference, FinishedChild>()

  const headOf = (name: string): string | undefined => {
    const head = heads.headOf(name)
    return head === undefined || head.removed === true ? undefined : head.sha256
  }

  const stands = (mark: Mark, name: string): boolean => {
    if (headOf(name) !== mark?.[0]) return false
    if (!heads.mayBeAhead(name)) return true
    return mark === null ? !existsSync(join(directory, name)) : fileAt(join(directory, name)) === mark[1]
  }

  const counts = ({ child, judgedBy, marks }: Line): boolean => {
    if (judgedBy !== JUDGED_BY) return false
    const fileName = fileNameOf(ChildReference.make(child))
    try {
      return FOLDERS.every((folder, index) => stands(marks[index] ?? null, `${folder}/${fileName}`))
    } catch {
      return false
    }
  }

  const hold = ({ child: reference, version, position, recordedAt, references, ids: digests }: Line): void => {
    const child = ChildReference.make(reference)
    ids.add(digests)
    finished.set(child, {
      child,
      version,
      position,
      recordedAt: Instant(recordedAt),
      references: references.map(([used, at, isReport]) => ({
        child,
        reference: PoliceReference.make(used),
        position: at,
        isReport: isReport === 1
      }))
    })
  }

  /** The text of the lines that count, and how many others there are. */
  const readLines = (text: string) => {
    let others = 0
    for (const one of linesIn(text)) {
      const line = readLine(sealing, one)
      if (line !== undefined && counts(line)) hold(line)
      else others += 1
    }
    return others
  }

  const written = (text: string): number =>
    Buffer.byteLength(text) - Buffer.byteLength(text.slice(text.lastIndexOf("\n") + 1))

  /** Writes the file again with those lines of it alone. */
  const rewrite = async (isKept: (line: Line) => boolean): Promise<void> => {
    const kept = [...linesIn(textIn(path))].filter((one) => {
      const line = readLine(sealing, one)
      return line !== undefined && isKept(line)
    })
    file.close()
    if (kept.length === 0) await rm(path, { force: true })
    else await replaceFile(path, kept.join(""))
    file = addedFile(path, Buffer.byteLength(kept.join("")))
  }

  const passOver = (what: string) => (cause: unknown) => Effect.logWarning(`${what} ${path}: ${faultInWords(cause)}.`)
  let file = addedFile(path, 0)
  yield* Effect.addFinalizer(() => Effect.sync(() => file.close()))
  yield* Effect.tryPromise({
    try: async () => {
      const text = textIn(path)
      file = addedFile(path, written(text))
      ids = new IdDigests(Math.ceil(text.length / CHARACTERS_AN_ID))
      const others = readLines(text)
      if (others > finished.size + LINES_TO_SPARE) await rewrite(counts)
    },
    catch: (cause) => cause
  }).pipe(Effect.catch(passOver("Every document is read, because of")))

  return FinishedChildren.of({
    isFinished: (child) => finished.has(child),
    find: (child) => finished.get(child),
    hasId: (id) => ids.has(id),
    keep: (child, its) => {
      const fileName = fileNameOf(child.child)
      const marks = FOLDERS.map((folder): Mark => {
        const name = `${folder}/${fileName}`
        const head = headOf(name)
        return head === undefined ? null : [head, fileAt(join(directory, name))]
      })
      const line: Line = {
        ...child,
        judgedBy: JUDGED_BY,
        marks,
        references: child.references.map((use) => [use.reference, use.position, use.isReport ? 1 : 0] as const),
        ids: digestsOf(its)
      }
      hold(line)
      // The next start reads the documents again where the disk takes no line.
      try {
        file.add(lineOf(sealing, line))
      } catch {}
    },
    remove: async (child) => {
      finished.delete(child)
      if (existsSync(path)) await rewrite((line) => line.child !== child)
    }
  })
})

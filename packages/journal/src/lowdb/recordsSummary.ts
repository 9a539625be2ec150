/** A child's own documents, in whichever folder: counted before they are erased, and taken away. */
import { hash } from "node:crypto"
import { existsSync, readdirSync } from "node:fs"
import { rm } from "node:fs/promises"
import { dirname, join } from "node:path"
import { ChildReference, referenceKey } from "@safe-return/domain/pathway"
import { Schema } from "effect"
import { DocumentAdapter } from "../documents/DocumentAdapter.ts"
import { syncFolder } from "../documents/durableFile.ts"
import { fileNameOf, isDocumentName } from "../documents/fileName.ts"
import type { LockedDirectory } from "../documents/LockedDirectory.ts"
import { previousOf } from "../documents/previousGeneration.ts"
import type { RecordsStrand, Tombstone } from "../Erasures.ts"
import { keysOf } from "../JoinedUpRecords.ts"
import type { FinishedChildren } from "./FinishedChildren.ts"
import { JOINED_UP_FOLDER, LeastJoinedUp } from "./JoinedUpRecordsLowdb.ts"

/** Where each thing that is erased stands, and the list in its document that is counted; a profile has none. */
const folders = [
  { folder: "children", list: "entries" },
  { folder: "profiles", list: undefined },
  { folder: "deliveries", list: "deliveries" },
  { folder: "reveals", list: "reveals" }
] as const

/** The names of the documents that one strand's records of a child stand in. */
const documentsOf = (child: ChildReference, strand: RecordsStrand | undefined): ReadonlyArray<string> =>
  strand === undefined
    ? folders.map(({ folder }) => `${folder}/${fileNameOf(child)}`)
    : [`${strand}/${fileNameOf(ChildReference.make(referenceKey(child)))}`]

type Directory = Pick<LockedDirectory["Service"], "path" | "sealing">

const readLeast = Schema.decodeUnknownSync(LeastJoinedUp)

/** The documents of links and of tables that name the child: each has to be read to know its references. */
const joinedUpDocumentsOf = (
  { path: directory, sealing }: Directory,
  child: ChildReference,
  strand: RecordsStrand | undefined
): ReadonlyArray<string> => {
  const folder = join(directory, JOINED_UP_FOLDER)
  const names = existsSync(folder) ? readdirSync(folder).filter(isDocumentName).sort() : []
  return names
    .map((name) => `${JOINED_UP_FOLDER}/${name}`)
    .filter((name) => {
      const body = new DocumentAdapter(join(directory, name), name, sealing).readNow()?.body
      if (body === undefined) return false
      const { education, socialCare } = keysOf(readLeast(JSON.parse(body)).about)
      return referenceKey(child) === (strand === undefined ? socialCare : education)
    })
}

type RecordsSummary = Pick<Tombstone, "removed" | "digest" | "lastPosition">

interface StreamSize {
  readonly body: string
  readonly count: number
  readonly lastPosition: number
}

const NOTHING: StreamSize = { body: "", count: 0, lastPosition: 0 }

const countIn = ({ path: directory, sealing }: Directory, name: string, list: string | undefined): StreamSize => {
  const body = new DocumentAdapter(join(directory, name), name, sealing).readNow()?.body
  if (body === undefined) return NOTHING
  if (list === undefined) return { body, count: 1, lastPosition: 0 }
  const items: ReadonlyArray<{ readonly position?: number }> = JSON.parse(body)[list]
  return { body, count: items.length, lastPosition: items.at(-1)?.position ?? 0 }
}

export const isNothing = ({ removed }: RecordsSummary): boolean => Object.values(removed).every((count) => count === 0)

/** Throws what the disk says. */
export const summariseRecords = (
  directory: Directory,
  child: ChildReference,
  strand?: RecordsStrand
): RecordsSummary => {
  const sizes = documentsOf(child, strand).map((name, index) => countIn(directory, name, folders[index]?.list))
  const joins = joinedUpDocumentsOf(directory, child, strand).map((name) => countIn(directory, name, "entries"))
  const [events = NOTHING, profile = NOTHING, deliveries = NOTHING, reveals = NOTHING] = sizes
  return {
    removed: {
      events: joins.reduce((sum, { count }) => sum + count, events.count),
      profile: profile.count,
      deliveries: deliveries.count,
      reveals: reveals.count
    },
    digest: hash("sha256", JSON.stringify([...sizes, ...joins].map(({ body }) => body)), "base64url"),
    lastPosition: events.lastPosition
  }
}

/** Takes the child's documents away, with the text each had before; done again, it changes nothing. */
export const removeRecords = async (
  { path: directory, heads, sealing }: Pick<LockedDirectory["Service"], "path" | "heads" | "sealing">,
  finished: FinishedChildren["Service"],
  child: ChildReference,
  strand?: RecordsStrand
): Promise<void> => {
  await heads.prepare()
  if (strand === undefined) await finished.remove(child)
  const joins = joinedUpDocumentsOf({ path: directory, sealing }, child, strand)
  for (const name of [...documentsOf(child, strand), ...joins]) {
    const path = join(directory, name)
    if (heads.headOf(name)?.removed !== true) heads.remove(name)
    await rm(path, { force: true })
    await rm(previousOf(path), { force: true })
    await syncFolder(dirname(path)).catch((cause: NodeJS.ErrnoException) => {
      // A folder that was never made holds nothing.
      if (cause.code !== "ENOENT") throw cause
    })
  }
  await heads.flush()
}

/** A child's own documents, in whichever folder: counted before they are erased, and taken away. */
import { hash } from "node:crypto"
import { rm } from "node:fs/promises"
import { dirname, join } from "node:path"
import { ChildReference, referenceKey } from "@safe-return/domain/pathway"
import { DocumentAdapter } from "../documents/DocumentAdapter.ts"
import { syncFolder } from "../documents/durableFile.ts"
import { fileNameOf } from "../documents/fileName.ts"
import type { LockedDirectory } from "../documents/LockedDirectory.ts"
import { previousOf } from "../documents/previousGeneration.ts"
import type { RecordsStrand, Tombstone } from "../Erasures.ts"
import type { FinishedChildren } from "./FinishedChildren.ts"

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

type RecordsSummary = Pick<Tombstone, "removed" | "digest" | "lastPosition">

interface StreamSize {
  readonly body: string
  readonly count: number
  readonly lastPosition: number
}

const NOTHING: StreamSize = { body: "", count: 0, lastPosition: 0 }

const countIn = (
  { path: directory, sealing }: Pick<LockedDirectory["Service"], "path" | "sealing">,
  name: string,
  list: string | undefined
): StreamSize => {
  const body = new DocumentAdapter(join(directory, name), name, sealing).readNow()?.body
  if (body === undefined) return NOTHING
  if (list === undefined) return { body, count: 1, lastPosition: 0 }
  const items: ReadonlyArray<{ readonly position?: number }> = JSON.parse(body)[list]
  return { body, count: items.length, lastPosition: items.at(-1)?.position ?? 0 }
}

export const isNothing = ({ removed }: RecordsSummary): boolean => Object.values(removed).every((count) => count === 0)

/** Throws what the disk says. */
export const summariseRecords = (
  directory: Pick<LockedDirectory["Service"], "path" | "sealing">,
  child: ChildReference,
  strand?: RecordsStrand
): RecordsSummary => {
  const sizes = documentsOf(child, strand).map((name, index) => countIn(directory, name, folders[index]?.list))
  const [events = NOTHING, profile = NOTHING, deliveries = NOTHING, reveals = NOTHING] = sizes
  return {
    removed: {
      events: events.count,
      profile: profile.count,
      deliveries: deliveries.count,
      reveals: reveals.count
    },
    digest: hash("sha256", JSON.stringify(sizes.map(({ body }) => body)), "base64url"),
    lastPosition: events.lastPosition
  }
}

/** Takes the child's documents away, with the text each had before; done again, it changes nothing. */
export const removeRecords = async (
  { path: directory, heads }: Pick<LockedDirectory["Service"], "path" | "heads">,
  finished: FinishedChildren["Service"],
  child: ChildReference,
  strand?: RecordsStrand
): Promise<void> => {
  await heads.prepare()
  if (strand === undefined) await finished.remove(child)
  for (const name of documentsOf(child, strand)) {
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

/** The heads of a database's streams, in a linked ledger where the database's owner cannot write. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { replaceFile } from "../documents/durableFile.ts"
import { unavailable } from "../documents/faultInWords.ts"
import { ledgerAt } from "../documents/headLedger.ts"
import { linked } from "../documents/ledgerLines.ts"
import type { Sealing } from "../documents/sealing.ts"
import { JournalUnavailable } from "../Journal.ts"
import type { Head } from "./streamWalk.ts"

export interface HeadsFile {
  readonly path: string
  readonly sealing: Sealing
}

type Heads = ReadonlyMap<ChildReference, Head>

/** Its last line says so: a file that was cut short is not taken for a shorter one. */
const WHOLE = ["events"]

const readNow = ({ path, sealing }: HeadsFile): Heads | undefined => {
  const ledger = ledgerAt(path, sealing)
  if (ledger === undefined) return undefined
  if (ledger.closed.join() !== WHOLE.join()) throw new JournalUnavailable({ path, reason: "its end is missing" })
  return new Map(
    [...ledger.heads.values()].map(({ document, generation, sha256, stream }) => [
      ChildReference.make(document),
      { version: stream?.version ?? 0, position: generation, link: sha256 }
    ])
  )
}

/** Undefined while there is no such file. */
export const readHeads = (file: HeadsFile): Effect.Effect<Heads | undefined, JournalUnavailable> =>
  Effect.try({ try: () => readNow(file), catch: (cause) => unavailable(file.path, cause) })

export const keepHeads = ({ path, sealing }: HeadsFile, heads: Heads): Effect.Effect<void, JournalUnavailable> => {
  const lines = [...heads].map(([child, { version, position, link }]) => ({
    document: child,
    generation: position,
    sha256: link,
    stream: { version, hash: link }
  }))
  return Effect.tryPromise({
    try: () => replaceFile(path, linked(sealing, [...lines, { closed: WHOLE }]).text),
    catch: (cause) => unavailable(path, cause)
  })
}

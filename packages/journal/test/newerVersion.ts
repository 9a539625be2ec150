/** Plays a newer version of this program, which records what this one cannot read. */
import { join } from "node:path"
import { type ChildReference, EventId } from "@safe-return/domain/pathway"
import { connectedAs } from "@safe-return/postgres-testkit"
import { Effect, Redacted } from "effect"
import { replaceDocument } from "../src/documents/Document.ts"
import { DocumentAdapter } from "../src/documents/DocumentAdapter.ts"
import type { DocumentForm } from "../src/documents/DocumentForm.ts"
import { fileNameOf } from "../src/documents/fileName.ts"
import { LockedDirectory } from "../src/documents/LockedDirectory.ts"
import type { Sealing } from "../src/documents/sealing.ts"
import { firstLink, linkedEntry, linkOf } from "../src/lowdb/chain.ts"
import { linesOf } from "../src/lowdb/streamDocument.ts"
import type { CouncilDatabase } from "../src/postgres/index.ts"

/** An event as a newer version writes it, in whatever words. */
export interface NewerEvent {
  readonly child: ChildReference
  readonly version: number
  /** In a folder; a database counts by itself. */
  readonly position: number
  readonly id: string
  readonly recorded: unknown
}

const stamp = { recordedAt: "2026-11-01T12:00:00.000Z", recordedBy: "UMADEUP1" }

/** What a later version may come to write: a kind of event, a word and a shape that this one does not know. */
export const newerRecords: ReadonlyArray<readonly [what: string, tag: string, recorded: unknown]> = [
  ["a kind of event", "ChildTeleported", { ...stamp, event: { _tag: "ChildTeleported", to: "the moon" } }],
  [
    "a word in a field",
    "InterviewNotDone",
    { ...stamp, event: { _tag: "InterviewNotDone", interviewId: "i-1", reason: "a-reason-of-later", at: "2026" } }
  ],
  ["a shape", "ChildFound", { ...stamp, event: { _tag: "ChildFound", episodes: ["episode-1"] } }]
]

/** An event of this version that says more than it knows. */
export const widerRecord = {
  ...stamp,
  device: "phone",
  event: { _tag: "ChildFound", episodeId: "episode-1", foundAt: "2026-11-01T11:00:00.000Z", by: "drone" }
}

type Body = { readonly child: ChildReference; readonly body: string }

/** Whatever is given, to the letter. */
const anyBody: DocumentForm<Body> = {
  read: ({ body }) => ({ child: JSON.parse(body).child, body }),
  write: ({ body }) => body,
  headOf: (body) => {
    const line = linesOf(body).at(-1) ?? ""
    return { version: JSON.parse(line).version, hash: linkOf(line) }
  }
}

/** Adds an event to a folder that nobody has open, with everything that vouches for it. */
export const recordInFolder = (directory: string, event: NewerEvent, sealing?: Sealing) =>
  Effect.gen(function* () {
    const locked = yield* LockedDirectory
    const name = `children/${fileNameOf(event.child)}`
    const text = new DocumentAdapter(join(directory, name), name, locked.sealing).readNow()
    const lines = text === null ? [] : linesOf(text.body)
    const { id, version, position, recorded } = event
    const last = lines.at(-1)
    const before = last === undefined ? firstLink(event.child) : linkOf(last)
    const { line } = linkedEntry(JSON.stringify({ id, version, position, recorded }), before)
    const body = `{"child":${JSON.stringify(event.child)},"entries":[\n${[...lines, line].join(",\n")}\n]}`
    const held = { current: () => (text === null ? null : { child: event.child, body: text.body }), keep: () => {} }
    for (const folder of ["children", "profiles", "deliveries", "reveals", "holds", "erased", "audit"]) {
      locked.heads.isInStep(folder)
    }
    for (const document of ["availability.json", "team-deliveries.json", "announce-from.json"]) {
      locked.heads.isInStep(document)
    }
    yield* replaceDocument(locked, name, anyBody, held, () => ({ document: { child: event.child, body } }))
    locked.heads.settled(position)
  }).pipe(Effect.provide(LockedDirectory.layer(directory, sealing), { local: true }))

/** The same in a database, as a newer instance appends beside those that run. */
export const recordInDatabase = (place: CouncilDatabase, { child, version, id, recorded }: NewerEvent) =>
  Effect.scoped(
    Effect.gen(function* () {
      const sql = yield* connectedAs(Redacted.value(place.url))
      const [row] = yield* sql<{ at: bigint | null }>`
        select safe_return.append_one(${child}, ${version - 1}, ${EventId.make(id)}, ${JSON.stringify(recorded)}) as at`
      if (row?.at == null) throw new Error("the newer event was not added")
      yield* sql`select safe_return.tell()`
    }).pipe(Effect.orDie)
  )

/** What joins strands in lowdb documents: `joined-up/<digest of the references>.json`, a stream each. */
import { hash } from "node:crypto"
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Schema } from "effect"
import { assertRoundTrips } from "../documents/assertRoundTrips.ts"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { type AnyVersion, anyVersionFormOf, changeableOf, knownOf } from "../documents/newerDocument.ts"
import {
  JoinedUpEntry,
  JoinedUpRecords,
  type JoinedUpStream,
  keysOf,
  StreamReferences,
  withJoinedUpEntries
} from "../JoinedUpRecords.ts"

export const JOINED_UP_FOLDER = "joined-up"

/** What every version's have in common; an erasure finds the document by it. */
export const LeastJoinedUp = Schema.Struct({
  /** A digest that the document is named for: two references may be longer than a name of a file. */
  child: ChildReference,
  about: StreamReferences,
  entries: Schema.Array(Schema.Unknown)
})

const JoinedUpDocument = Schema.Struct({ ...LeastJoinedUp.fields, entries: Schema.Array(JoinedUpEntry) })
type JoinedUpDocument = typeof JoinedUpDocument.Type
type AnyJoinedUp = AnyVersion<JoinedUpDocument, typeof LeastJoinedUp.Type>

const readAgain = assertRoundTrips(JoinedUpDocument)

const DIGITS = 38

const keyOf = (about: StreamReferences): ChildReference =>
  ChildReference.make(
    `J1${hash("sha256", JSON.stringify(keysOf(about)), "hex")
      .slice(0, DIGITS)
      .toUpperCase()}`
  )

const streamOf = (about: StreamReferences, document: JoinedUpDocument | null): JoinedUpStream =>
  document === null
    ? { about, version: 0, entries: [] }
    : { about: document.about, version: document.entries.length, entries: document.entries }

const aboutOf = (any: AnyJoinedUp): StreamReferences => (any._tag === "Known" ? any.document : any.least).about

const nameOf = (about: StreamReferences): string => {
  const { education, socialCare } = keysOf(about)
  return `${education} ${socialCare}`
}

const openRecords = Effect.gen(function* () {
  const form = anyVersionFormOf(JoinedUpDocument, LeastJoinedUp)
  const folder = yield* openDocumentFolder(yield* LockedDirectory, JOINED_UP_FOLDER, form)

  const append: JoinedUpRecords["Service"]["append"] = Effect.fnUntraced(function* (asked, expected, events) {
    const key = keyOf(asked)
    const path = folder.pathOf(key)
    const before = streamOf(asked, yield* changeableOf(path, folder.find(key)))
    const { about, entries } = yield* Effect.fromResult(withJoinedUpEntries(before, expected, events))
    const document = yield* readAgain(path, { child: key, about, entries })
    if (entries.length > before.version) {
      yield* folder.replace(key, () => ({ document: { _tag: "Known", child: key, document } }))
    }
    return streamOf(asked, document)
  })

  const read = (about: StreamReferences) =>
    Effect.suspend(() => {
      const key = keyOf(about)
      return Effect.map(knownOf(folder.pathOf(key), folder.find(key)), (document) => streamOf(about, document))
    })

  const streamsWhere = (isAskedFor: (keys: ReturnType<typeof keysOf>) => boolean) =>
    Effect.suspend(() => {
      const found = folder
        .all()
        .map(aboutOf)
        .filter((about) => isAskedFor(keysOf(about)))
      return Effect.forEach(
        found.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1)),
        read
      )
    })

  return JoinedUpRecords.of({
    append: (about, expected, events) =>
      folder.inTurn(keyOf(about))(Effect.uninterruptible(append(about, expected, events))),
    read,
    naming: (one) => {
      const { education, socialCare } = keysOf(one)
      return streamsWhere((keys) => (education === "" ? keys.socialCare === socialCare : keys.education === education))
    },
    all: streamsWhere(() => true)
  })
})

export const joinedUpRecordsInLockedDirectory = Layer.effect(JoinedUpRecords, openRecords)

/** Cases of children missing education in lowdb documents: `education/<reference>.json`, a child each. */
import { PupilReference } from "@safe-return/domain/education"
import { ChildReference, referenceKey } from "@safe-return/domain/pathway"
import { Effect, Layer, Schema } from "effect"
import { assertRoundTrips } from "../documents/assertRoundTrips.ts"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { type AnyVersion, anyVersionFormOf, changeableOf, knownOf } from "../documents/newerDocument.ts"
import { CaseEntry, EducationCases, type PupilStream, withCaseEntries } from "../EducationCases.ts"

const PupilDocument = Schema.Struct({
  /** One key for every spelling: the document is named for it. */
  child: ChildReference,
  reference: PupilReference,
  entries: Schema.Array(CaseEntry)
})
type PupilDocument = typeof PupilDocument.Type

/** What every version's have in common. */
const LeastPupil = Schema.Struct({
  child: ChildReference,
  reference: PupilReference,
  entries: Schema.Array(Schema.Unknown)
})
type AnyPupil = AnyVersion<PupilDocument, typeof LeastPupil.Type>

const pupilReadAgain = assertRoundTrips(PupilDocument)

const keyOf = (child: PupilReference): ChildReference => ChildReference.make(referenceKey(child))

const streamOf = (child: PupilReference, document: PupilDocument | null): PupilStream =>
  document === null
    ? { child, version: 0, entries: [] }
    : { child: document.reference, version: document.entries.length, entries: document.entries }

const onRecord = (any: AnyPupil) => {
  const { reference, entries } = any._tag === "Known" ? any.document : any.least
  return { child: reference, version: entries.length }
}

const openCases = Effect.gen(function* () {
  const folder = yield* openDocumentFolder(
    yield* LockedDirectory,
    "education",
    anyVersionFormOf(PupilDocument, LeastPupil)
  )

  const append: EducationCases["Service"]["append"] = Effect.fnUntraced(function* (child, expected, events) {
    const key = keyOf(child)
    const path = folder.pathOf(key)
    const before = streamOf(child, yield* changeableOf(path, folder.find(key)))
    const { child: reference, entries } = yield* Effect.fromResult(withCaseEntries(before, expected, events))
    const document = yield* pupilReadAgain(path, { child: key, reference, entries })
    if (entries.length > before.version) {
      yield* folder.replace(key, () => ({ document: { _tag: "Known", child: key, document } }))
    }
    return streamOf(child, document)
  })

  return EducationCases.of({
    append: (child, expected, events) =>
      folder.inTurn(keyOf(child))(Effect.uninterruptible(append(child, expected, events))),
    read: (child) =>
      Effect.suspend(() => {
        const key = keyOf(child)
        return Effect.map(knownOf(folder.pathOf(key), folder.find(key)), (document) => streamOf(child, document))
      }),
    pupils: Effect.sync(() =>
      folder
        .all()
        .map(onRecord)
        .toSorted((one, other) => (one.child < other.child ? -1 : 1))
    )
  })
})

export const educationCasesInLockedDirectory = Layer.effect(EducationCases, openCases)

/** From a reference of either system as it was typed to the child it names there. */
import { PupilReference } from "@safe-return/domain/education"
import type { ReferenceSystem, SystemReference } from "@safe-return/domain/joinedUp"
import {
  type AmbiguousReference,
  type ChildReference,
  fitsPatterns,
  newChildReference,
  type ReferencePattern
} from "@safe-return/domain/pathway"
import { JoinedUpRecords, type JournalUnavailable } from "@safe-return/journal"
import { Effect, Option, Schema } from "effect"
import { Casework } from "../Casework.ts"
import { Council } from "../Council.ts"
import { EducationCasework } from "../education/EducationCasework.ts"

/** It is on record in neither system, and has the form of neither system's references. */
export class NoReferenceOfEither extends Schema.TaggedError<NoReferenceOfEither>()("NoReferenceOfEither", {}) {
  readonly field = "reference"
  override get message() {
    return "Nothing is on record under that, and it has not the form of a reference of ours. Check it against its own system. What was given is not kept."
  }
}

/** Two systems may use one reference for two children. */
export class ReferenceOfBoth extends Schema.TaggedError<ReferenceOfBoth>()("ReferenceOfBoth", {
  reference: Schema.String
}) {
  readonly field = "reference"
  override get message() {
    return `${this.reference} may be a reference of either system, and two children. Say which before it: education, or social-care.`
  }
}

const educationReference = Effect.fnUntraced(function* (typed: ChildReference) {
  const { child, version } = yield* (yield* EducationCasework).file(PupilReference.make(typed))
  if (version > 0) return Option.some<string>(child)
  const [stream] = yield* (yield* JoinedUpRecords).naming({ education: PupilReference.make(typed) })
  return Option.fromNullishOr<string | undefined>(stream?.about.education)
})

const socialCareReference = Effect.fnUntraced(function* (typed: ChildReference) {
  const known = yield* (yield* Casework).childNamed(typed)
  if (Option.isSome(known)) return Option.some<string>(known.value)
  const [stream] = yield* (yield* JoinedUpRecords).naming({ socialCare: typed })
  return Option.fromNullishOr<string | undefined>(stream?.about.socialCare)
})

const fits = (typed: ChildReference, patterns: ReadonlyArray<ReferencePattern> | undefined): boolean =>
  patterns !== undefined && fitsPatterns(typed, patterns)

/** The child as on record in that system, in whichever spelling; none where nothing is. */
export const referenceOnRecord = Effect.fnUntraced(function* (
  typed: ChildReference,
  system: ReferenceSystem
): Effect.fn.Return<
  Option.Option<SystemReference>,
  AmbiguousReference | JournalUnavailable,
  Casework | EducationCasework | JoinedUpRecords
> {
  const known = system === "education" ? yield* educationReference(typed) : yield* socialCareReference(typed)
  return Option.map(known, (reference) => ({ system, reference }))
})

/** The child on record in either system, or else one of the system that its form tells; `system` where it was said. */
export const resolveSystemReference = Effect.fnUntraced(function* (
  typed: ChildReference,
  system: ReferenceSystem | undefined
): Effect.fn.Return<
  SystemReference,
  AmbiguousReference | NoReferenceOfEither | ReferenceOfBoth | JournalUnavailable,
  Casework | Council | EducationCasework | JoinedUpRecords
> {
  const { references, educationReferences } = yield* Council
  const systems = system === undefined ? (["education", "social-care"] as const) : [system]
  const found = yield* Effect.forEach(systems, (one) => referenceOnRecord(typed, one))
  const known = found.flatMap(Option.toArray)
  const ofForm = systems.filter((one) => fits(typed, one === "education" ? educationReferences : references?.child))
  const meant = known.length > 0 ? known : ofForm.map((one) => ({ system: one, reference: newChildReference(typed) }))
  const [only, other] = meant
  if (only === undefined) return yield* new NoReferenceOfEither()
  return other === undefined ? only : yield* new ReferenceOfBoth({ reference: only.reference })
})

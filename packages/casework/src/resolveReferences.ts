/** From a reference as it was typed or sent to the child it names, on record or new. */
import { hash } from "node:crypto"
import {
  type AmbiguousReference,
  type ChildReference,
  fitsPatterns,
  isShown,
  type Notification,
  newChildReference,
  newPoliceReference,
  type PoliceReference,
  patternsInWords,
  personalIn,
  type ReferencePatterns,
  referenceKey,
  referenceNotShown,
  tidyReference
} from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { Casework } from "./Casework.ts"
import { PersonalReference } from "./refusedReports.ts"

/** Where the council's forms are known they alone decide; without them, what looks like a name or a birth date is refused. */
const assertNotPersonal = (
  typed: ChildReference,
  patterns: ReferencePatterns | undefined
): Effect.Effect<void, PersonalReference> => {
  const personal = personalIn(typed)
  if (patterns === undefined) {
    return Option.match(personal, {
      onNone: () => Effect.void,
      onSome: (looksLike) => Effect.fail(new PersonalReference({ looksLike }))
    })
  }
  if (fitsPatterns(typed, patterns.child)) return Effect.void
  const looksLike = Option.getOrElse(personal, () => "no-reference" as const)
  return Effect.fail(new PersonalReference({ looksLike, forms: patternsInWords(patterns.child) }))
}

/** The child as on record, in whichever spelling, or else as a new one is recorded. */
export const resolveChild = Effect.fnUntraced(function* (
  typed: ChildReference,
  patterns: ReferencePatterns | undefined
): Effect.fn.Return<ChildReference, AmbiguousReference | PersonalReference, Casework> {
  const known = yield* (yield* Casework).childNamed(typed)
  if (Option.isSome(known)) return known.value
  yield* assertNotPersonal(typed, patterns)
  return newChildReference(typed)
})

/** What is kept in place of a police reference that may be a name: one way, and always the same for the same one. */
export const withheldPoliceReference = (text: string): PoliceReference =>
  referenceNotShown(hash("sha256", referenceKey(tidyReference(text))))

/** Other forces report children who are placed away, so a reference of another form is taken, and never shown. */
const asRecorded = (sent: PoliceReference, patterns: ReferencePatterns | undefined): PoliceReference =>
  patterns === undefined || !isShown(sent) || fitsPatterns(sent, patterns.police)
    ? newPoliceReference(sent)
    : withheldPoliceReference(sent)

/** A notification under the references on record, so that what is sent again in another spelling is the same. */
export const resolveReferences = Effect.fnUntraced(function* (
  notification: Notification,
  patterns: ReferencePatterns | undefined
): Effect.fn.Return<Notification, AmbiguousReference | PersonalReference, Casework> {
  const reference = yield* resolveChild(notification.child.reference, patterns)
  const casework = yield* Casework
  const known = yield* casework.policeSpellingOf(notification.policeReference, reference)
  const policeReference = Option.getOrElse(known, () => asRecorded(notification.policeReference, patterns))
  return { ...notification, policeReference, child: { reference } }
})

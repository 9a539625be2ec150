/** From a reference as it was typed or sent to the child it names, on record or new. */
import {
  type AmbiguousReference,
  type ChildReference,
  type Notification,
  newChildReference,
  newPoliceReference,
  personalIn
} from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { Casework } from "./Casework.ts"
import { PersonalReference } from "./refusedReports.ts"

/** Fails where a child with no record would come on record under a name or a birth date. */
const assertNotPersonal = (typed: ChildReference): Effect.Effect<void, PersonalReference> =>
  Option.match(personalIn(typed), {
    onNone: () => Effect.void,
    onSome: (looksLike) => Effect.fail(new PersonalReference({ looksLike }))
  })

/** The child as on record, in whichever spelling, or else as a new one is recorded. */
export const resolveChild = Effect.fnUntraced(function* (
  typed: ChildReference
): Effect.fn.Return<ChildReference, AmbiguousReference | PersonalReference, Casework> {
  const known = yield* (yield* Casework).childNamed(typed)
  if (Option.isSome(known)) return known.value
  yield* assertNotPersonal(typed)
  return newChildReference(typed)
})

/** A notification under the references on record, so that what is sent again in another spelling is the same. */
export const resolveReferences = Effect.fnUntraced(function* (
  notification: Notification
): Effect.fn.Return<Notification, AmbiguousReference | PersonalReference, Casework> {
  const reference = yield* resolveChild(notification.child.reference)
  const casework = yield* Casework
  const known = yield* casework.policeSpellingOf(notification.policeReference, reference)
  const policeReference = Option.getOrElse(known, () => newPoliceReference(notification.policeReference))
  return { ...notification, policeReference, child: { reference } }
})

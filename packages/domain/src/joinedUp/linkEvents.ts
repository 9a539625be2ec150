import * as Schema from "effect/Schema"
import { CivilDayFromIso } from "../calendar/civilDayFromIso.ts"
import { TypedPupilReference } from "../education/caseTable/pupilReference.ts"
import { TypedChildReference } from "../pathway/referenceSpelling.ts"
import { PersonId } from "../vocabulary/identifiers.ts"

export const LinkId = Schema.NonEmptyString.pipe(Schema.brand("LinkId"))
export type LinkId = typeof LinkId.Type

/** A person says that both references are of one child. */
export const LinkConfirmed = Schema.TaggedStruct("LinkConfirmed", {
  linkId: LinkId,
  educationReference: TypedPupilReference,
  socialCareReference: TypedChildReference,
  confirmedBy: PersonId,
  confirmedOn: CivilDayFromIso
})
export type LinkConfirmed = typeof LinkConfirmed.Type

/** A person says that they are not, or that it was not for them to say. */
export const LinkUndone = Schema.TaggedStruct("LinkUndone", {
  linkId: LinkId,
  undoneBy: PersonId,
  undoneOn: CivilDayFromIso
})
export type LinkUndone = typeof LinkUndone.Type

/** What became of the links between two systems' references: only added to. */
export const LinkEvent = Schema.Union([LinkConfirmed, LinkUndone])
export type LinkEvent = typeof LinkEvent.Type

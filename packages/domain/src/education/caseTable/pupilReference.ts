import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { tidyReference } from "../../pathway/referenceSpelling.ts"

/**
 * The education system's reference for a child, such as `EDU-10432`, which is not the social care one. Never a name: it
 * must hold a digit and no space, because it is the one thing about a child that is shown in messages.
 *
 * @example
 * PupilReference.make("EDU-10432")
 */
export const PupilReference = Schema.String.check(
  Schema.isPattern(/^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/, {
    expected:
      "an education system reference such as EDU-10432: letters, digits, - . _ / and at least one digit, no spaces"
  })
).pipe(Schema.brand("PupilReference"))
export type PupilReference = typeof PupilReference.Type

/** A child's education reference as it is typed or sent, in any spelling. */
export const TypedPupilReference = Schema.String.pipe(
  Schema.decodeTo(
    PupilReference,
    SchemaTransformation.transform({ decode: tidyReference, encode: (reference: string) => reference })
  )
)

/** How a child's profile stands in its document. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Schema } from "effect"
import { KeptProfile } from "../Profiles.ts"

export const ProfileDocument = Schema.Struct({
  child: ChildReference,
  ...KeptProfile.fields
})

/** Profiles in lowdb documents, one a child. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Option, Schema } from "effect"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { readableAgain } from "../documents/readableAgain.ts"
import { KeptProfile, Profiles } from "../Profiles.ts"

const ProfileDocument = Schema.Struct({
  format: Schema.Literal(1),
  child: ChildReference,
  ...KeptProfile.fields
})

const profileReadAgain = readableAgain(ProfileDocument)

const openProfiles = Effect.gen(function* () {
  const folder = yield* openDocumentFolder(yield* LockedDirectory, "profiles", ProfileDocument)

  return Profiles.of({
    find: (child) =>
      Effect.sync(() => {
        const document = folder.find(child)
        if (document === null) return Option.none()
        const { format: _, ...profile } = document
        return Option.some(profile)
      }),
    save: Effect.fn("Profiles.save")(function* (profile) {
      const document = yield* profileReadAgain(folder.pathOf(profile.child), { format: 1, ...profile })
      yield* folder.inTurn(profile.child)(folder.replace(profile.child, () => ({ document })))
    })
  })
})

export const profilesInLockedDirectory = Layer.effect(Profiles, openProfiles)

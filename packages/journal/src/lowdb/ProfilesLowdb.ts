/** Profiles in lowdb documents, one a child. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Option, Schema } from "effect"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { schemaForm } from "../documents/DocumentForm.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { readableAgain } from "../documents/readableAgain.ts"
import { KeptProfile, Profiles } from "../Profiles.ts"

const ProfileDocument = Schema.Struct({
  child: ChildReference,
  ...KeptProfile.fields
})

const profileReadAgain = readableAgain(ProfileDocument)

const openProfiles = Effect.gen(function* () {
  const folder = yield* openDocumentFolder(yield* LockedDirectory, "profiles", schemaForm(ProfileDocument))

  return Profiles.of({
    find: (child) =>
      Effect.sync(() => {
        return Option.fromNullOr(folder.find(child))
      }),
    all: Effect.sync(folder.all),
    save: Effect.fn("Profiles.save")(function* (profile) {
      const document = yield* profileReadAgain(folder.pathOf(profile.child), profile)
      yield* folder.inTurn(profile.child)(folder.replace(profile.child, () => ({ document })))
    })
  })
})

export const profilesInLockedDirectory = Layer.effect(Profiles, openProfiles)

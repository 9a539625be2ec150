/** Profiles in lowdb documents, one a child. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Option, Schema } from "effect"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { schemaForm } from "../documents/DocumentForm.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { readableAgain } from "../documents/readableAgain.ts"
import { KeptProfile, type Profile, Profiles } from "../Profiles.ts"

const ProfileDocument = Schema.Struct({
  child: ChildReference,
  ...KeptProfile.fields
})

const profileReadAgain = readableAgain(ProfileDocument)

const openProfiles = Effect.gen(function* () {
  const folder = yield* openDocumentFolder(yield* LockedDirectory, "profiles", schemaForm(ProfileDocument))

  const replace = Effect.fnUntraced(function* (profile: Profile) {
    const document = yield* profileReadAgain(folder.pathOf(profile.child), profile)
    yield* folder.replace(profile.child, () => ({ document }))
  })

  return Profiles.of({
    find: (child) =>
      Effect.sync(() => {
        return Option.fromNullOr(folder.find(child))
      }),
    all: Effect.sync(folder.all),
    change: Effect.fn("Profiles.change")((child, changed) =>
      folder.inTurn(child)(
        Effect.gen(function* () {
          const profile = { ...(yield* Effect.fromResult(changed(folder.find(child) ?? { child }))), child }
          yield* replace(profile)
          return profile
        })
      )
    ),
    bring: Effect.fn("Profiles.bring")((profile) => folder.inTurn(profile.child)(replace(profile)))
  })
})

export const profilesInLockedDirectory = Layer.effect(Profiles, openProfiles)

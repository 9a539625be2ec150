/** Profiles in lowdb documents, one a child. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Option, Schema } from "effect"
import { assertRoundTrips } from "../documents/assertRoundTrips.ts"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { anyVersionForm, changeableOf, knownOf, readableOf } from "../documents/newerDocument.ts"
import { KeptProfile, type Profile, Profiles } from "../Profiles.ts"

const ProfileDocument = Schema.Struct({
  child: ChildReference,
  ...KeptProfile.fields
})

const profileReadAgain = assertRoundTrips(ProfileDocument)

const openProfiles = Effect.gen(function* () {
  const folder = yield* openDocumentFolder(yield* LockedDirectory, "profiles", anyVersionForm(ProfileDocument))

  const replace = Effect.fnUntraced(function* (profile: Profile) {
    const { child } = profile
    yield* changeableOf(folder.pathOf(child), folder.find(child))
    const document = yield* profileReadAgain(folder.pathOf(child), profile)
    yield* folder.replace(child, () => ({ document: { _tag: "Known", child, document } }))
  })

  return Profiles.of({
    find: (child) =>
      Effect.suspend(() => Effect.map(knownOf(folder.pathOf(child), folder.find(child)), Option.fromNullOr)),
    all: Effect.sync(() => readableOf(folder.all())),
    change: Effect.fn("Profiles.change")((child, changed) =>
      folder.inTurn(child)(
        Effect.gen(function* () {
          const held = yield* changeableOf(folder.pathOf(child), folder.find(child))
          const profile = { ...(yield* Effect.fromResult(changed(held ?? { child }))), child }
          yield* replace(profile)
          return profile
        })
      )
    ),
    bring: Effect.fn("Profiles.bring")((profile) => folder.inTurn(profile.child)(replace(profile)))
  })
})

export const profilesInLockedDirectory = Layer.effect(Profiles, openProfiles)

/** Profiles in lowdb documents, one a child. */
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Option } from "effect"
import { assertRoundTrips } from "../documents/assertRoundTrips.ts"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { anyVersionForm, changeableOf, knownOf, readableOf } from "../documents/newerDocument.ts"
import { type Profile, Profiles } from "../Profiles.ts"
import { FinishedChildren } from "./FinishedChildren.ts"
import { ProfileDocument } from "./profileDocument.ts"

const profileReadAgain = assertRoundTrips(ProfileDocument)

const openProfiles = Effect.gen(function* () {
  const { isFinished } = yield* FinishedChildren
  const folder = yield* openDocumentFolder(yield* LockedDirectory, "profiles", anyVersionForm(ProfileDocument), {
    isLeftUnread: isFinished
  })

  /** Of each who asks, what was changed since. */
  const changes = new Set<Set<ChildReference>>()

  const replace = Effect.fnUntraced(function* (profile: Profile) {
    const { child } = profile
    yield* changeableOf(folder.pathOf(child), folder.find(child))
    const document = yield* profileReadAgain(folder.pathOf(child), profile)
    yield* folder.replace(child, () => ({ document: { _tag: "Known", child, document } }))
    for (const changed of changes) changed.add(child)
  })

  return Profiles.of({
    find: (child) =>
      Effect.flatMap(folder.read(child), (held) => Effect.map(knownOf(folder.pathOf(child), held), Option.fromNullOr)),
    findEach: (children) =>
      Effect.map(
        Effect.forEach(children, (child) => folder.read(child)),
        (held) => new Map(readableOf(held.filter((any) => any !== null)).map((profile) => [profile.child, profile]))
      ),
    // One process alone writes here, and says itself what it changes.
    changed: Effect.sync(() => {
      const changed = new Set<ChildReference>()
      changes.add(changed)
      return Effect.sync(() => {
        const children = [...changed]
        changed.clear()
        return children
      })
    }),
    all: Effect.map(folder.readUnread, (unread) => readableOf([...folder.all(), ...unread])),
    change: Effect.fn("Profiles.change")((child, changed) =>
      folder.inTurn(child)(
        Effect.gen(function* () {
          yield* folder.hold(child)
          const held = yield* changeableOf(folder.pathOf(child), folder.find(child))
          const profile = { ...(yield* Effect.fromResult(changed(held ?? { child }))), child }
          yield* replace(profile)
          return profile
        })
      )
    ),
    bring: Effect.fn("Profiles.bring")((profile) =>
      folder.inTurn(profile.child)(Effect.andThen(folder.hold(profile.child), replace(profile)))
    )
  })
})

export const profilesInLockedDirectory = Layer.effect(Profiles, openProfiles)

import type { ChildReference } from "@safe-return/domain/pathway"
import { type Profile, Profiles } from "@safe-return/journal"
import { Effect } from "effect"

const isSame = (one: Profile | undefined, other: Profile | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** The children whose profile any instance changed since this was last asked: of another's changes nobody tells. */
export const askForChangedProfiles = Effect.gen(function* () {
  const profiles = yield* Profiles
  let before: ReadonlyMap<ChildReference, Profile> | undefined

  return Effect.gen(function* () {
    const now = new Map((yield* profiles.all).map((profile) => [profile.child, profile] as const))
    const known = before ?? now
    before = now
    const children = new Set([...known.keys(), ...now.keys()])
    return [...children].filter((child) => !isSame(known.get(child), now.get(child)))
  }).pipe(
    Effect.catch((failed) =>
      Effect.as(Effect.logError("What profiles were changed could not be read", failed), [] as Array<ChildReference>)
    )
  )
})

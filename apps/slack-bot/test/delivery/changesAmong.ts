import type { ChildReference } from "@safe-return/domain/pathway"
import type { Profile } from "@safe-return/journal"
import { Effect } from "effect"

/** Whose profile in the list was put there, or put in another's place, since it was asked before. */
export const changesAmong = (profiles: ReadonlyArray<Profile>): Effect.Effect<ReadonlyArray<ChildReference>> => {
  let before: ReadonlySet<Profile> = new Set(profiles)
  return Effect.sync(() => {
    const changed = profiles.filter((profile) => !before.has(profile)).map(({ child }) => child)
    before = new Set(profiles)
    return changed
  })
}

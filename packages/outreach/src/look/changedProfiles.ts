import type { ChildReference } from "@safe-return/domain/pathway"
import { Profiles } from "@safe-return/journal"
import { Effect } from "effect"

/** The children whose profile any instance changed since this was last asked: of another's changes nobody tells. */
export const askForChangedProfiles = Effect.gen(function* () {
  const changed = yield* (yield* Profiles).changed
  return Effect.catch(changed, (failed) =>
    Effect.as(
      Effect.logError("What profiles were changed could not be read", failed),
      [] as ReadonlyArray<ChildReference>
    )
  )
})

import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Profiles } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect, Result } from "effect"

/** Gives a child the workspace's guest for allocated worker, as a person may be made a guest after they were chosen. */
export const guestIsAllocated = (directory: string, child: string) =>
  Effect.gen(function* () {
    const profiles = yield* Profiles
    yield* profiles.change(ChildReference.make(child), (profile) =>
      Result.succeed({ ...profile, allocatedWorker: PersonId.make("U0OUTSIDER1") })
    )
  }).pipe(Effect.provide(lowdbLayer({ directory })), Effect.runPromise)

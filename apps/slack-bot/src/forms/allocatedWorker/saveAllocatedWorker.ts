import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Profiles } from "@safe-return/journal"
import { Effect, Result } from "effect"
import { AllocatedWorkerNotKept } from "../../handlers/explain.ts"

/** Keeps who a child's alerts go to; where that fails the allocation stands, and the person is told so. */
export const saveAllocatedWorker = Effect.fn("saveAllocatedWorker")(
  function* (child: ChildReference, worker: PersonId | undefined) {
    const profiles = yield* Profiles
    yield* profiles.change(child, ({ allocatedWorker: _, ...held }) =>
      Result.succeed(worker === undefined ? held : { ...held, allocatedWorker: worker })
    )
  },
  Effect.catchTag("JournalUnavailable", (cause) => Effect.fail(new AllocatedWorkerNotKept({ cause })))
)

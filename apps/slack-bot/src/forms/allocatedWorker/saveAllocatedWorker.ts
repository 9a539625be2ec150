import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Profiles } from "@safe-return/journal"
import { Effect, Result } from "effect"
import { AllocatedWorkerNotKept } from "../../handlers/explain.ts"

/**
 * Keeps who alerts about a child go to from now on, after the allocation itself was recorded. Where that fails, the
 * person is told what stands and what does not: "nothing was saved" would be untrue.
 */
export const saveAllocatedWorker = Effect.fn("saveAllocatedWorker")(
  function* (child: ChildReference, worker: PersonId | undefined) {
    const profiles = yield* Profiles
    yield* profiles.change(child, ({ allocatedWorker: _, ...held }) =>
      Result.succeed(worker === undefined ? held : { ...held, allocatedWorker: worker })
    )
  },
  Effect.catchTag("JournalUnavailable", (cause) => Effect.fail(new AllocatedWorkerNotKept({ cause })))
)

import { isForCovers, type Permission } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import type { Asked } from "./Asked.ts"
import { coveredBy } from "./coveredBy.ts"
import { findChild } from "./findCase.ts"
import { workersOf } from "./workersOf.ts"

/** Whether a case is a person's own for this permission: as the allocated worker or their cover. */
export const isOwnCase = Effect.fn("isOwnCase")(function* (
  { child: typed }: Asked,
  person: PersonId,
  permission: Permission
) {
  return yield* findChild(typed).pipe(
    Effect.flatMap(({ child, state }) =>
      Effect.gen(function* () {
        const workers = yield* workersOf(child, state)
        if (workers.includes(person)) return true
        if (!isForCovers(permission)) return false
        const covered = yield* coveredBy(person)
        return workers.some((worker) => covered.has(worker))
      })
    ),
    // Whether a reference is on record is not told to people who may not see it.
    Effect.catchTag(["AmbiguousReference", "UnknownReference"], () => Effect.succeed(false))
  )
})

import { isForCovers, type Permission, rolesOnOwn } from "@safe-return/casework"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { coveredBy } from "./coveredBy.ts"
import { findChild } from "./findCase.ts"
import { hasInterviewToRecord } from "./hasInterviewToRecord.ts"
import { workersOf } from "./workersOf.ts"

/** Whether a case is a person's own for this permission: as the allocated worker, their cover or, where it says so, the interviewer. */
export const isOwnCase = Effect.fn("isOwnCase")(function* (
  typed: ChildReference,
  person: PersonId,
  permission: Permission
) {
  const own = rolesOnOwn(permission)
  return yield* findChild(typed).pipe(
    Effect.flatMap(({ child, state }) =>
      Effect.gen(function* () {
        const workers = yield* workersOf(child, state)
        if (own.includes("worker") && workers.includes(person)) return true
        if (isForCovers(permission)) {
          const covered = yield* coveredBy(person)
          if (workers.some((worker) => covered.has(worker))) return true
        }
        if (!own.includes("interviewer")) return false
        // A correction may come later; what is held of the child is shown for the interview alone.
        return permission === "reveal-profile"
          ? yield* hasInterviewToRecord(child, state, person)
          : state.interviews.some(({ interviewer }) => interviewer === person)
      })
    ),
    // Whether a reference is on record is not told to people who may not see it.
    Effect.catchTag(["AmbiguousReference", "UnknownReference"], () => Effect.succeed(false))
  )
})

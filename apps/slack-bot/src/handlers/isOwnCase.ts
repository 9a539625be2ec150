import { type Permission, rolesOnOwn } from "@safe-return/casework"
import { allocatedWorkers, type ChildReference, latestEpisode, type PersonId } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { allocatedWorkerOf, findChild } from "./findCase.ts"
import { hasInterviewToRecord } from "./hasInterviewToRecord.ts"

/** Whether a case is a person's own for this permission: as the allocated worker or, where it says so, the interviewer. */
export const isOwnCase = Effect.fn("isOwnCase")(function* (
  typed: ChildReference,
  person: PersonId,
  permission: Permission
) {
  const isForInterviewers = rolesOnOwn(permission).includes("interviewer")
  return yield* findChild(typed).pipe(
    Effect.flatMap(({ child, state }) =>
      Effect.gen(function* () {
        if ((yield* allocatedWorkerOf(child)) === person) return true
        if (Option.exists(latestEpisode(state), (episode) => allocatedWorkers(episode).includes(person))) return true
        if (!isForInterviewers) return false
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

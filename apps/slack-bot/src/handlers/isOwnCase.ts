import { type Permission, rolesOnOwn } from "@safe-return/casework"
import { allocatedWorkers, type ChildReference, latestEpisode, type PersonId } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { allocatedWorkerOf, findChild } from "./findCase.ts"
import { hasInterviewToRecord } from "./hasInterviewToRecord.ts"

/**
 * Whether a case is somebody's own for this permission: they are the child's allocated worker, or, where interviewers
 * may do it too, carry out an interview of theirs. What is the allocated worker's alone to answer is nobody's own by
 * having interviewed the child once.
 */
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
        // What is put right is put right later, too; what is held is looked at for the interview alone.
        return permission === "reveal-profile"
          ? yield* hasInterviewToRecord(child, state, person)
          : state.interviews.some(({ interviewer }) => interviewer === person)
      })
    ),
    // Nobody's own: whether a reference is known is not told to those who may not see it.
    Effect.catchTag(["AmbiguousReference", "UnknownReference"], () => Effect.succeed(false))
  )
})

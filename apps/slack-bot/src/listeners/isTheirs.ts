import { allocatedWorkers, type ChildReference, latestEpisode, type PersonId } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { type Permission, rolesOnOwn } from "../people/roles.ts"
import { allocatedWorkerOf, findChild } from "./findCase.ts"

/**
 * Whether a case is somebody's own for this permission: they are the child's allocated worker, or, where interviewers
 * may do it too, carry out an interview of theirs. What is the allocated worker's alone to answer is nobody's own by
 * having interviewed the child once.
 */
export const isTheirs = Effect.fn("isTheirs")(function* (
  typed: ChildReference,
  person: PersonId,
  permission: Permission
) {
  const isForInterviewers = rolesOnOwn(permission).includes("interviewer")
  return yield* findChild(typed).pipe(
    Effect.flatMap(({ child, state }) =>
      Effect.map(
        allocatedWorkerOf(child),
        (worker) =>
          worker === person ||
          Option.exists(latestEpisode(state), (episode) => allocatedWorkers(episode).includes(person)) ||
          (isForInterviewers && state.interviews.some(({ interviewer }) => interviewer === person))
      )
    ),
    // Nobody's own: whether a reference is known is not told to those who may not see it.
    Effect.catchTag("UnknownReference", () => Effect.succeed(false))
  )
})

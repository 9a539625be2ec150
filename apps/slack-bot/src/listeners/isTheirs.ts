import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { allocatedWorkerOf, findChild } from "./findCase.ts"

/** Whether somebody is the child's allocated worker or carries out an interview of theirs. */
export const isTheirs = Effect.fn("isTheirs")(function* (typed: ChildReference, person: PersonId) {
  return yield* findChild(typed).pipe(
    Effect.flatMap(({ child, state }) =>
      Effect.map(
        allocatedWorkerOf(child),
        (worker) => worker === person || state.interviews.some(({ interviewer }) => interviewer === person)
      )
    ),
    // Nobody's own: whether a reference is known is not told to those who may not see it.
    Effect.catchTag("UnknownReference", () => Effect.succeed(false))
  )
})

import { People, type Permission, rolesOnGiven } from "@safe-return/casework"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { findChild } from "./findCase.ts"
import { hasInterviewToRecord } from "./hasInterviewToRecord.ts"

/** Whether a case is open to a person because they were given an interview in it, whatever their role. */
export const isGivenCase = Effect.fn("isGivenCase")(function* (
  typed: ChildReference,
  person: PersonId,
  permission: Permission
) {
  const open = rolesOnGiven(permission)
  if (open.length === 0) return false
  const people = yield* People
  const roles = yield* people.rolesOf(person)
  if (!open.some((role) => roles.has(role))) return false
  return yield* findChild(typed).pipe(
    Effect.flatMap(({ child, state }) =>
      // A correction may come later; what is held of the child is shown for the interview alone.
      permission === "reveal-profile"
        ? hasInterviewToRecord(child, state, person)
        : Effect.succeed(state.interviews.some(({ interviewer }) => interviewer === person))
    ),
    Effect.catchTag(["AmbiguousReference", "UnknownReference"], () => Effect.succeed(false))
  )
})

import { isGivenInterview, People, type Permission, rolesOnGiven } from "@safe-return/casework"
import type { PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import type { Asked } from "./Asked.ts"
import { findChild } from "./findCase.ts"
import { hasInterviewToRecord } from "./hasInterviewToRecord.ts"

/** Whether a case is open to a person because they were given its interview, whatever their role. */
export const isGivenCase = Effect.fn("isGivenCase")(function* (
  { child: typed, episodeId }: Asked,
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
        : Effect.succeed(isGivenInterview(state, person, episodeId))
    ),
    Effect.catchTag(["AmbiguousReference", "UnknownReference"], () => Effect.succeed(false))
  )
})

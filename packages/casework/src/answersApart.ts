/** Who answers a question of the guidance apart from a worker who was left out of the interview. */
import { type ChildState, type Episode, isLeftOut } from "@safe-return/domain/pathway"
import { rolesAllowed, rolesOnOwn, rolesOnUnallocated } from "./roles.ts"
import type { DecidingPerson } from "./triggerOwners.ts"

const ASKED = "answer-considerations"

/** By a role of their own, or in the place of a worker who was not left out; never by covering for the one who was. */
export const mayAnswerApart = (
  state: Pick<ChildState, "interviews">,
  { id }: Pick<Episode, "id">,
  { person, holds, actsFor, isAllocated }: Omit<DecidingPerson, "keptFrom">
): boolean => {
  if (isLeftOut(state, [id], person)) return false
  if (rolesAllowed(ASKED).some(holds)) return true
  if (rolesOnOwn(ASKED).some(holds) && actsFor.some((worker) => !isLeftOut(state, [id], worker))) return true
  return !isAllocated && rolesOnUnallocated(ASKED).some(holds)
}

import type { Instant } from "@safe-return/domain/calendar"
import { type Episode, isLeftOut, type PersonId } from "@safe-return/domain/pathway"
import type { MessageKey } from "../message/messageKinds.ts"
import { holdersOrFallback, recipientsFor } from "../recipients/Roster.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"

/**
 * Who is asked for what the allocated worker has to consider; a team manager, where a person who was left out would be.
 *
 * @param keyed what its key to each person begins with, before the person
 */
export const askedToConsider = (
  snapshot: CaseSnapshot,
  { id }: Episode,
  keyed: MessageKey,
  at: Instant | undefined
): ReadonlyArray<PersonId> => {
  const { allocatedWorker: person, state, there } = snapshot
  if (person === undefined) return []
  const mayKnow = (one: PersonId): boolean => !isLeftOut(state, [id], one)
  const managers = holdersOrFallback(there, "team-manager").filter(mayKnow)
  if (!mayKnow(person)) return managers
  const acting = there.acting(person)
  const mayCover = acting._tag !== "Cover" || mayKnow(acting.person)
  return recipientsFor({
    ...snapshot,
    person,
    key: `${keyed}:${person}`,
    ...(at === undefined ? {} : { at }),
    mayCover,
    otherwise: mayCover ? holdersOrFallback(there, "missing-coordinator").filter(mayKnow) : managers
  })
}

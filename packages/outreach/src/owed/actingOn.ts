/** Those who answered an earlier alert of a missing child and may be acting: what is new goes to them at once. */
import type { Episode, PersonId } from "@safe-return/domain/pathway"
import { standIn } from "../recipients/Roster.ts"
import { actedBefore } from "./actedBefore.ts"
import { leftTheCase } from "./formerWorkers.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"

/** Those of them who are there; who answers for a person away now is told on the ladder. */
export const actingOn = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<PersonId> => {
  const former = leftTheCase(snapshot, episode)
  return actedBefore(snapshot, episode)
    .map(({ person }) => person)
    .filter((person) => standIn(snapshot.there, person) === person && !former.includes(person))
}

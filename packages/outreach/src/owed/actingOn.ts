/** Those who answered an earlier alert of a missing child and may be acting: what is new goes to them at once. */
import { alertOf, type Episode, type PersonId } from "@safe-return/domain/pathway"
import { standIn } from "../recipients/Roster.ts"
import { leftTheCase } from "./formerWorkers.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"

/** Those of them who are there; who answers for a person away now is told on the ladder. */
export const actingOn = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<PersonId> => {
  const { number } = alertOf(episode)
  const answered = (episode.acknowledgements ?? []).flatMap(({ alert, by }) => (alert < number ? [by] : []))
  const former = leftTheCase(snapshot, episode)
  return [...new Set(answered)].filter(
    (person) => standIn(snapshot.there, person) === person && !former.includes(person)
  )
}

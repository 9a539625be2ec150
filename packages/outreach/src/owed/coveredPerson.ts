/** For whom a person reads a message about a child: what is asked of somebody who is away is asked of their cover. */
import { allocatedWorkers, type PersonId } from "@safe-return/domain/pathway"
import { type CaseSnapshot, type OwedMessage, whenAsked } from "./OwedMessage.ts"

const some = (person: PersonId | undefined): ReadonlyArray<PersonId> => (person === undefined ? [] : [person])

/** The people of the case, and the holders of each role that is told of it. */
const groupsOf = ({ allocatedWorker, state, there }: CaseSnapshot): ReadonlyArray<ReadonlyArray<PersonId>> => [
  [...some(allocatedWorker), ...state.episodes.flatMap(allocatedWorkers)],
  state.interviews.flatMap(({ interviewer }) => some(interviewer)),
  state.episodes.flatMap(({ coordinator }) => some(coordinator)),
  ...Object.values(there.holders)
]

/** Nobody, where the person is of the same role in their own right. */
const coveredPerson = (snapshot: CaseSnapshot, person: PersonId): PersonId | undefined => {
  for (const group of groupsOf(snapshot)) {
    if (group.includes(person)) continue
    const covered = group.find((one) => {
      const acting = snapshot.there.acting(one)
      return acting._tag === "Cover" && acting.person === person
    })
    if (covered !== undefined) return covered
  }
  return undefined
}

/** The message as it is for its reader: a cover's says for whom they stand in. */
export const forItsReader =
  (snapshot: CaseSnapshot) =>
  (owed: OwedMessage): OwedMessage => {
    if (owed.place._tag !== "Person") return owed
    const coversFor = coveredPerson(snapshot, owed.place.person)
    return coversFor === undefined ? owed : { ...owed, message: whenAsked(() => ({ ...owed.message(), coversFor })) }
  }

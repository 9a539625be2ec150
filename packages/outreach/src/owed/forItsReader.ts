/** Who a person reads a message for: what is asked of a person who is away is asked of their cover. */
import type { Role } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import { allocatedWorkers, type PersonId } from "@safe-return/domain/pathway"
import type { Roster } from "../recipients/Roster.ts"
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

const rolesOf = ({ holders, beside }: Roster, person: PersonId): ReadonlyArray<Role> | undefined =>
  beside &&
  Object.entries({ ...holders, ...beside }).flatMap(([role, people]) => (people.includes(person) ? [role as Role] : []))

/** The message as it is for its reader: who they stand in for, and what they may do by their roles. */
export const forItsReader =
  (snapshot: CaseSnapshot) =>
  (owed: OwedMessage): OwedMessage => {
    if (owed.place._tag !== "Person") return owed
    const { person } = owed.place
    const reader = definedFields({
      coversFor: coveredPerson(snapshot, person),
      readerRoles: rolesOf(snapshot.there, person)
    })
    if (Object.keys(reader).length === 0) return owed
    return { ...owed, message: whenAsked(() => ({ ...owed.message(), ...reader })) }
  }

/** Who of the education team is asked for something, at one moment. */
import type { EducationRole } from "@safe-return/domain/education"
import type { PersonId } from "@safe-return/domain/pathway"
import { presentOf, type Roster } from "./Roster.ts"

export const educationRoles: ReadonlyArray<EducationRole> = [
  "education-officer",
  "attendance",
  "admissions",
  "education-manager"
]

const holdersOf = ({ education }: Roster, roles: ReadonlyArray<EducationRole>): ReadonlyArray<PersonId> =>
  roles.flatMap((role) => education?.[role] ?? [])

/** Those who may see the cases: a cover from another team may not. */
export const isOfEducationTeam = (there: Roster, person: PersonId): boolean =>
  holdersOf(there, educationRoles).includes(person)

/** Who answers for the cases where nobody who is asked can be told. */
const fallback: ReadonlyArray<EducationRole> = ["education-officer", "education-manager"]

/**
 * Who is asked, each once: those of the roles who are there, or else the officers, or else the managers; at last those of
 * them who are away but reachable.
 */
export const educationRecipients = (there: Roster, roles: ReadonlyArray<EducationRole>): ReadonlyArray<PersonId> => {
  const inTurn = [roles, ...fallback.map((role) => [role])]
  const present = (asked: ReadonlyArray<EducationRole>) =>
    presentOf(there, holdersOf(there, asked)).filter((person) => isOfEducationTeam(there, person))
  const reachable = (asked: ReadonlyArray<EducationRole>) => [
    ...new Set(holdersOf(there, asked).filter(there.canBeTold))
  ]
  return [...inTurn.map(present), ...inTurn.map(reachable)].find(({ length }) => length > 0) ?? []
}

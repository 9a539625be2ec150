/** The time away of a person who has an interview, as everybody may read it: no reason. */
import type { CivilDay } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { PersonId } from "@safe-return/domain/pathway"
import type { Roster } from "./Roster.ts"

export interface InterviewerAbsence {
  readonly person: PersonId
  /** The last day; none where they have not said. */
  readonly until?: CivilDay
  /** Absent where nobody covers who can be told. */
  readonly cover?: PersonId
}

export const absenceOf = (there: Roster, person: PersonId | undefined): InterviewerAbsence | undefined => {
  if (person === undefined) return undefined
  const acting = there.acting(person)
  if (acting._tag === "Themselves") return undefined
  const cover = acting._tag === "Cover" && there.canBeTold(acting.person) ? acting.person : undefined
  return { person, ...definedFields({ until: acting.away.to, cover }) }
}

/** The time away of a person who has an interview, as everybody may read it: no reason. */
import type { CivilDay } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { PersonId } from "@safe-return/domain/pathway"
import type { Roster } from "./Roster.ts"

export interface InterviewerAbsence {
  readonly person: PersonId
  /** The last day; none where they have not said. */
  readonly until?: CivilDay
  /** Absent where nobody covers who can be told and may record interviews. */
  readonly cover?: PersonId
  /** Who covers for them otherwise, and may record no interview. */
  readonly covering?: PersonId
}

/** Whether this person may record any interview, so that one of a colleague can come to them. */
export const recordsInterviews = ({ holders, beside }: Roster, person: PersonId): boolean =>
  beside === undefined ||
  [beside.interviewer, holders["missing-coordinator"], holders["team-manager"]].some((held) => held.includes(person))

/** Whether what is asked about a person's interview may go to their cover. */
export const isInterviewCovered = (there: Roster, person: PersonId): boolean => {
  const acting = there.acting(person)
  return acting._tag !== "Cover" || recordsInterviews(there, acting.person)
}

export const absenceOf = (there: Roster, person: PersonId | undefined): InterviewerAbsence | undefined => {
  if (person === undefined) return undefined
  const acting = there.acting(person)
  if (acting._tag === "Themselves") return undefined
  const acts = acting._tag === "Cover" && there.canBeTold(acting.person) ? acting.person : undefined
  const who = isInterviewCovered(there, person) ? { cover: acts } : { covering: acts }
  return { person, ...definedFields({ until: acting.away.to, ...who }) }
}

import { interviewerOf } from "@safe-return/domain/pathway"
import type { OverdueLine } from "../message/deadlineMessages.ts"
import { absenceOf, type InterviewerAbsence } from "../recipients/InterviewerAbsence.ts"
import type { Roster } from "../recipients/Roster.ts"
import { standingOf } from "./overdueLines.ts"

/** Of those who have the interviews of these lines now. */
export const absencesIn = (there: Roster, lines: ReadonlyArray<OverdueLine>): ReadonlyArray<InterviewerAbsence> => {
  const people = lines.flatMap((line) => {
    const found = standingOf(line)
    const person = found._tag === "Some" ? interviewerOf(found.value.standing) : undefined
    return person === undefined ? [] : [person]
  })
  return [...new Set(people)].flatMap((person) => absenceOf(there, person) ?? [])
}

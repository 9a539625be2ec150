/** How many interviews each interviewer has, and when the next is due. */

import type { Instant } from "@safe-return/domain/calendar"
import type { QueueLine } from "@safe-return/domain/deadlines"
import { definedFields } from "@safe-return/domain/definedFields"
import type { PersonId } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import { personInWords } from "../../words/person.ts"

export interface Workload {
  readonly person: PersonId
  readonly open: number
  readonly overdue: number
  /** The earliest deadline that has not passed; none when there is none. */
  readonly nextDue?: Instant
}

/** Everyone who is an interviewer or has an interview, those with least to do first. */
export const workloads = (
  interviewers: ReadonlyArray<PersonId>,
  lines: ReadonlyArray<QueueLine>
): ReadonlyArray<Workload> => {
  const linesOf = new Map<PersonId, Array<QueueLine>>(interviewers.map((person) => [person, []]))
  for (const line of lines) {
    if (line.standing._tag !== "Assigned") continue
    const { interviewer } = line.standing.interview
    linesOf.set(interviewer, [...(linesOf.get(interviewer) ?? []), line])
  }
  return [...linesOf]
    .map(([person, theirs]): Workload => {
      const ahead = theirs.filter(({ level }) => level !== "overdue").map(({ clocks }) => clocks.elapsedClock.dueAt)
      const [nextDue] = ahead.toSorted((a, b) => a - b)
      const overdue = theirs.filter(({ level }) => level === "overdue").length
      return { person, open: theirs.length, overdue, ...definedFields({ nextDue }) }
    })
    .toSorted((a, b) => a.open - b.open || a.person.localeCompare(b.person))
}

/** `2 open, 1 overdue` */
export const workloadBriefly = ({ open, overdue }: Workload): string =>
  [open === 0 ? "none open" : `${open} open`, ...(overdue > 0 ? [`${overdue} overdue`] : [])].join(", ")

export const workloadInWords = ({ person, open, overdue, nextDue }: Workload): string => {
  const parts = [
    open === 0 ? "none open" : `${open} open`,
    ...(overdue > 0 ? [`:rotating_light: ${overdue} overdue`] : []),
    ...(nextDue === undefined ? [] : [`next due ${londonDateTime(nextDue)}`])
  ]
  return `• ${personInWords(person)}: ${parts.join(", ")}`
}

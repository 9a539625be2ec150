/** What falls due while the office is closed, once to the duty: they can ring people, and neither assign nor log. */
import { Instant } from "@safe-return/domain/calendar"
import { heldToWorkingTime, isWorkingTime, lastClosing } from "@safe-return/domain/deadlines"
import type { ChildReference, ChildState } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import type { OverdueLine } from "../message/deadlineMessages.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { holdersOrFallback } from "../recipients/Roster.ts"
import { absencesIn } from "./absencesIn.ts"
import { forItsTeamReader } from "./forItsReader.ts"
import { type CaseSnapshot, includeExistingRecipients, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"
import { type StatutoryReminder, StatutoryReminders } from "./StatutoryReminders.ts"

export interface DutyListFacts
  extends Pick<CaseSnapshot, "there" | "calendars" | "announceFrom" | "delivered" | "now"> {
  readonly policy: Policy
  readonly states: ReadonlyMap<ChildReference, ChildState>
  /** Kept from one look to the next, so that only the children whose state changed are reckoned again. */
  readonly reminders?: StatutoryReminders
}

/** Each interview once, the soonest due first. */
const eachInterview = (lines: ReadonlyArray<StatutoryReminder>): ReadonlyArray<OverdueLine> =>
  [...new Map(lines.map((line) => [`${line.child} ${line.due.episodeId}`, line])).values()].toSorted(
    (one, other) => one.due.dueAt - other.due.dueAt || (one.child < other.child ? -1 : 1)
  )

/** From when the first of them is said; it names what falls due later in that night or holiday too, and follows what happens. */
export const dutyLists = (facts: DutyListFacts): ReadonlyArray<OwedMessage> => {
  const { announceFrom, policy, there, calendars, delivered, now, states } = facts
  const { reminders = new StatutoryReminders(calendars) } = facts
  const { workingHours, interview } = policy
  const calendar = calendars[interview.calendar.value]
  if (workingHours === undefined || isWorkingTime(now, workingHours.value, calendar)) return []
  const until = heldToWorkingTime(now, workingHours.value, calendar)
  const keyed: MessageKey = `duty-list:${until}`
  const people = includeExistingRecipients(facts, keyed, holdersOrFallback(there, "out-of-hours-duty"))
  if (people.length === 0) return []
  const from = Math.max(lastClosing(now, workingHours.value, calendar), announceFrom)
  const falling = reminders.within(states, now, { from, until })
  const first = Math.min(...falling.map(({ due }) => due.at))
  const message = whenAsked(() => {
    const lines = eachInterview(falling)
    return { _tag: "DutyList", until, lines, absences: absencesIn(there, lines) }
  })
  return people
    .map((person) => [person, `${keyed}:${person}` as const] as const)
    .filter(([, key]) => first <= now || delivered.get(key)?._tag === "Sent")
    .map(([person, key]) => ({
      ...once(key, { _tag: "Person", person }, message, "statutory", Instant(Math.min(first, now))),
      keptCurrent: true
    }))
    .map(forItsTeamReader(there))
}

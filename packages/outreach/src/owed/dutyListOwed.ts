/** What falls due while the office is closed, once to the duty: they can ring people, and neither assign nor log. */
import { Instant } from "@safe-return/domain/calendar"
import {
  heldToWorkingTime,
  isWorkingTime,
  lastClosing,
  type Reminder,
  remindersOf
} from "@safe-return/domain/deadlines"
import { type ChildReference, type ChildState, interviewStatus, isInterviewOwed } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import type { OverdueLine } from "../message/deadlineMessages.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { holdersOrFallback } from "../recipients/Roster.ts"
import { forItsTeamReader } from "./forItsReader.ts"
import { type CaseSnapshot, includeExistingRecipients, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"

export interface DutyListFacts
  extends Pick<CaseSnapshot, "there" | "calendars" | "announceFrom" | "delivered" | "now"> {
  readonly policy: Policy
  readonly states: ReadonlyMap<ChildReference, ChildState>
}

interface FallingDue extends OverdueLine {
  readonly due: Reminder
}

interface Closed {
  readonly from: number
  readonly until: number
}

/** Every reminder of a deadline that falls into this time, in order of time for each child. */
const fallingDue = (
  { states, now, calendars, announceFrom }: DutyListFacts,
  { from, until }: Closed
): ReadonlyArray<FallingDue> =>
  [...states].flatMap(([child, state]) => {
    if (!state.episodes.some((episode) => isInterviewOwed(interviewStatus(state, episode)))) return []
    return remindersOf(state, now, calendars)
      .filter(
        ({ at, level, stage: { _tag } }) =>
          level === "statutory" && _tag !== "OverdueMorning" && at >= Math.max(from, announceFrom) && at < until
      )
      .map((due) => ({ child, due, state }))
  })

/** Each interview once, the soonest due first. */
const eachInterview = (lines: ReadonlyArray<FallingDue>): ReadonlyArray<OverdueLine> =>
  [...new Map(lines.map((line) => [`${line.child} ${line.due.episodeId}`, line])).values()].toSorted(
    (one, other) => one.due.dueAt - other.due.dueAt || (one.child < other.child ? -1 : 1)
  )

/** From when the first of them is said; it names what falls due later in that night or holiday too, and follows what happens. */
export const dutyLists = (facts: DutyListFacts): ReadonlyArray<OwedMessage> => {
  const { policy, there, calendars, delivered, now } = facts
  const { workingHours, interview } = policy
  const calendar = calendars[interview.calendar.value]
  if (workingHours === undefined || isWorkingTime(now, workingHours.value, calendar)) return []
  const until = heldToWorkingTime(now, workingHours.value, calendar)
  const keyed: MessageKey = `duty-list:${until}`
  const people = includeExistingRecipients(facts, keyed, holdersOrFallback(there, "out-of-hours-duty"))
  // Looked through only while there is a person to tell: it costs a look at every child.
  if (people.length === 0) return []
  const falling = fallingDue(facts, { from: lastClosing(now, workingHours.value, calendar), until })
  const first = Math.min(...falling.map(({ due }) => due.at))
  const message = whenAsked(() => ({ _tag: "DutyList", until, lines: eachInterview(falling) }))
  return people
    .map((person) => [person, `${keyed}:${person}` as const] as const)
    .filter(([, key]) => first <= now || delivered.get(key)?._tag === "Sent")
    .map(([person, key]) => ({
      ...once(key, { _tag: "Person", person }, message, "statutory", Instant(Math.min(first, now))),
      keptCurrent: true
    }))
    .map(forItsTeamReader(there))
}

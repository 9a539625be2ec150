/** What is overdue on a working morning, on a list to the channel: a message for each would take minutes to send. */

import { type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { overdueInterviews } from "@safe-return/domain/deadlines"
import type { ChildReference, ChildState } from "@safe-return/domain/pathway"
import type { OverdueLine } from "../message/deadlineMessages.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { presentHolders } from "../recipients/Roster.ts"
import { absencesIn } from "./absencesIn.ts"
import { forItsTeamReader } from "./forItsReader.ts"
import { type CaseSnapshot, channel, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"
import { leftOf } from "./overdueLines.ts"

/** Lines of a page: a message holds 50 blocks and about 13,000 characters, and every interview is named. */
const LINES_A_PAGE = 25

type NamedInterview = Omit<OverdueLine, "state">

/**
 * What the list of a moment names, the longest overdue first.
 *
 * @param known every child's state as it was known at that moment
 */
export const namedOn = (
  known: ReadonlyMap<ChildReference, ChildState>,
  at: Instant,
  { calendars }: Pick<CaseSnapshot, "calendars">
): ReadonlyArray<NamedInterview> =>
  overdueInterviews(known, at, calendars).map(({ child, episode, clocks }) => ({
    child,
    due: { episodeId: episode.id, dueAt: clocks.elapsedClock.dueAt }
  }))

interface OverdueListFacts extends Pick<CaseSnapshot, "there" | "delivered" | "now"> {
  /** The time of the list. */
  readonly at: Instant
  /** Of {@link namedOn} that moment. */
  readonly named: ReadonlyArray<NamedInterview>
  /** Every child's state as it is now. */
  readonly states: ReadonlyMap<ChildReference, ChildState>
}

/** The list of one morning to the channel, on as many pages as it takes. */
export const overdueList = (facts: OverdueListFacts): ReadonlyArray<OwedMessage> => {
  const { at, delivered, named, now, states, there } = facts
  const all = named.flatMap((one): ReadonlyArray<OverdueLine> => {
    const state = states.get(one.child)
    return state === undefined ? [] : [{ ...one, state }]
  })
  const pages = Math.ceil(all.length / LINES_A_PAGE)
  return Array.from({ length: pages }, (_, index) => index + 1).flatMap((page) => {
    const key: MessageKey = `overdue:${at}:all:${page}`
    const lines = all.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE)
    if (leftOf(lines, at).length === 0 && !delivered.has(key)) return []
    const message = whenAsked(() => ({
      _tag: "OverdueList",
      at,
      managers: page === 1 ? presentHolders(there, "team-manager") : [],
      lines,
      page,
      pages,
      total: all.length,
      oldest: all[0] as OverdueLine,
      absences: absencesIn(there, lines)
    }))
    // Once the day is over it is history: the next list says what is left.
    const keptCurrent = londonDayOf(now) === londonDayOf(at)
    return [forItsTeamReader(there)({ ...once(key, channel, message, "statutory", at), keptCurrent })]
  })
}

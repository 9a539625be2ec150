/** What is overdue on a working morning, on lists: a message for each would take minutes to send. */

import { type Instant, londonDayOf } from "@safe-return/domain/calendar"
import type { Reminder } from "@safe-return/domain/deadlines"
import {
  type ChildReference,
  type ChildState,
  type Episode,
  episodeById,
  interviewerOf,
  interviewStatus,
  type PersonId
} from "@safe-return/domain/pathway"
import { Option } from "effect"
import type { OverdueLine } from "../message/deadlineMessages.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { outOfHoursRecipients } from "../recipients/outOfHoursRecipients.ts"
import { holdersOrFallback, presentHolders, recipientsFor } from "../recipients/Roster.ts"
import { forItsTeamReader } from "./forItsReader.ts"
import { namedAt } from "./listMornings.ts"
import {
  type CaseSnapshot,
  channel,
  includeExistingRecipients,
  type OwedMessage,
  once,
  whenAsked
} from "./OwedMessage.ts"
import { leftOf } from "./overdueLines.ts"
import { reminderKey } from "./remindersOwed.ts"

export const LIST = "overdue"

/** Lines of a page: a message holds 50 blocks and about 13,000 characters, and every interview is to be named. */
const LINES_A_PAGE = 25

/** What a morning's list names, of all children. */
export interface NamedInterview {
  readonly child: ChildReference
  readonly due: Reminder
  readonly episode: Episode
  /** Who had it that morning. */
  readonly interviewer: PersonId | undefined
}

type Council = Pick<CaseSnapshot, "there" | "calendars" | "announceFrom">

/** @param known every child's state as it was known at that moment */
export const namedOn = (
  known: ReadonlyMap<ChildReference, ChildState>,
  at: Instant,
  council: Pick<CaseSnapshot, "calendars" | "announceFrom">
): ReadonlyArray<NamedInterview> =>
  [...known]
    .flatMap(([child, state]) =>
      namedAt(state, at, council).flatMap((due) => {
        const episode = Option.getOrUndefined(episodeById(state, due.episodeId))
        if (episode === undefined) return []
        return [{ child, due, episode, interviewer: interviewerOf(interviewStatus(state, episode)) }]
      })
    )
    .toSorted((one, other) => one.due.dueAt - other.due.dueAt || (one.child < other.child ? -1 : 1))

export interface OverdueListsFacts extends Council, Pick<CaseSnapshot, "delivered" | "now"> {
  /** The time of the list. */
  readonly at: Instant
  /** Of {@link namedOn} that moment. */
  readonly named: ReadonlyArray<NamedInterview>
  /** Every child's state as it is now. */
  readonly states: ReadonlyMap<ChildReference, ChildState>
}

/** What was said of one interview that morning by a message of its own, before there were lists. */
export interface SaidAlone {
  readonly child: ChildReference
  readonly key: MessageKey
}

export interface OwedPage extends OwedMessage {
  /** Where every one of these was sent, everything on the page has been said. */
  readonly unlessSaid: ReadonlyArray<SaidAlone>
}

const ALL = "all"

/** Which interviews a list is of, and who reads it. */
interface List {
  /** All of them, or the interviewer's. */
  readonly of: typeof ALL | PersonId
  readonly named: ReadonlyArray<NamedInterview>
  readonly people: ReadonlyArray<PersonId>
}

const keyOf = (at: Instant, { of }: Pick<List, "of">, page: number): MessageKey => `${LIST}:${at}:${of}:${page}`

const listsOf = (facts: OverdueListsFacts): ReadonlyArray<List> => {
  const { at, named, there } = facts
  const duty = named.flatMap(({ episode, due }) => outOfHoursRecipients(facts, episode.policy, due))
  // Where the managers have lost the role since, the list is begun for nobody in their place.
  const hasReaders = includeExistingRecipients(facts, keyOf(at, { of: ALL }, 1), []).length > 0
  const isBegun = hasReaders && there.holders["team-manager"].length === 0
  const managers = isBegun ? [] : holdersOrFallback(there, "team-manager")
  const ofAll: List = { of: ALL, named, people: [...new Set([...managers, ...duty])] }
  const theirs = Map.groupBy(named, ({ interviewer }) => interviewer)
  return [
    ofAll,
    ...[...theirs].flatMap(([person, of]): ReadonlyArray<List> => {
      if (person === undefined) return []
      const told = recipientsFor({ ...facts, person, key: `${keyOf(at, { of: person }, 1)}:${person}`, at })
      return [{ of: person, named: of, people: told.filter((one) => !ofAll.people.includes(one)) }]
    })
  ]
}

const linesOf = ({ states }: OverdueListsFacts, named: ReadonlyArray<NamedInterview>): ReadonlyArray<OverdueLine> =>
  named.flatMap(({ child, due }) => {
    const state = states.get(child)
    return state === undefined ? [] : [{ child, due, state }]
  })

const pagesOf = (facts: OverdueListsFacts, { of, named, people }: List): ReadonlyArray<OwedPage> => {
  const { at, delivered, now, there } = facts
  const all = linesOf(facts, named)
  const pages = Math.ceil(all.length / LINES_A_PAGE)
  return Array.from({ length: pages }, (_, index) => index + 1).flatMap((page) => {
    const lines = all.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE)
    const left = leftOf(lines, at)
    const message = whenAsked(() => ({
      _tag: "OverdueList",
      at,
      ...(of === ALL ? {} : { interviewer: of }),
      managers: of === ALL && page === 1 ? presentHolders(there, "team-manager") : [],
      lines,
      page,
      pages,
      total: all.length,
      oldest: all[0] as OverdueLine
    }))
    const owed = (to: string, place: OwedMessage["place"]): ReadonlyArray<OwedPage> => {
      const key: MessageKey = `${keyOf(at, { of }, page)}${to}`
      // Once the day is over it is history: the next list says what is left.
      const keptCurrent = londonDayOf(now) === londonDayOf(at)
      return left.length > 0 || delivered.has(key)
        ? [
            {
              ...once(key, place, message, "statutory", at),
              keptCurrent,
              unlessSaid: left.map(({ child, due }) => ({ child, key: `${reminderKey(due)}${to}` }))
            }
          ]
        : []
    }
    return [
      ...(of === ALL ? owed("", channel) : []),
      ...includeExistingRecipients(facts, keyOf(at, { of }, page), people).flatMap((person) =>
        owed(`:${person}`, { _tag: "Person", person })
      )
    ]
  })
}

/** The list of one morning, to each of its readers. */
export const overdueLists = (facts: OverdueListsFacts): ReadonlyArray<OwedPage> =>
  listsOf(facts).flatMap((list) =>
    pagesOf(facts, list).map(forItsTeamReader(facts.there, list.of === ALL ? [] : [list.of]))
  )

/** What has to be handed over once a person's absence has begun: one list for each absence and reader, kept current. */

import { interviewsOfAbsent } from "@safe-return/casework"
import {
  addDays,
  type CivilDay,
  formatCivilDay,
  type Instant,
  londonDayOf,
  parseCivilDay
} from "@safe-return/domain/calendar"
import type { Availability } from "@safe-return/domain/escalation"
import { type ChildReference, type ChildState, PersonId } from "@safe-return/domain/pathway"
import { usualMessageTimes } from "@safe-return/domain/policy"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { Option } from "effect"
import type { Message } from "../message/Message.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { presentHolders, type Roster } from "../recipients/Roster.ts"
import { forItsTeamReader } from "./forItsReader.ts"
import { leftToHandOver } from "./leftToHandOver.ts"
import { includeExistingRecipients, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"

const LIST = "hand-over"

export interface HandOverFacts {
  readonly states: ReadonlyMap<ChildReference, ChildState>
  readonly availability: ReadonlyMap<PersonId, Availability>
  readonly there: Roster
  /** It waits for the office: meanwhile the cover is reminded of what falls due. */
  readonly isOfficeOpen: boolean
  /** What was sent to the team. */
  readonly delivered: ReadonlyMap<DeliveryKey, Delivery>
  readonly now: Instant
  /** For how long a list is kept true once the time away is over; then everybody has seen it. */
  readonly actedOnDays?: number
}

/** The first day from which what is over is still kept true. */
export const keptTrueFrom = ({ now, actedOnDays }: Pick<HandOverFacts, "now" | "actedOnDays">): CivilDay =>
  addDays(londonDayOf(now), -(actedOnDays ?? usualMessageTimes.actedOnDays.value))

/** A time away, by whose it is and when it began: a new end or cover changes its list, and makes no other. */
interface Absence {
  readonly person: PersonId
  readonly from: CivilDay
}

const keyOf = ({ person, from }: Absence): MessageKey => `${LIST}:${person}:${formatCivilDay(from)}`

const toReader = (there: Roster, absence: Absence, reader: PersonId, message: () => Message): OwedMessage =>
  forItsTeamReader(there, [absence.person])({
    ...once(`${keyOf(absence)}:${reader}`, { _tag: "Person", person: reader }, message, "task"),
    keptCurrent: true
  })

const interviewsOf = ({ states }: HandOverFacts, { person, from }: Absence) => ({
  person,
  since: from,
  interviews: interviewsOfAbsent(states, person, from)
})

/** The list of a person who is away today. */
const whileAway = (facts: HandOverFacts, person: PersonId): ReadonlyArray<OwedMessage> => {
  const { there, delivered, isOfficeOpen } = facts
  const acting = there.acting(person)
  if (acting._tag === "Themselves") return []
  const absence = { person, from: acting.away.from }
  const list = interviewsOf(facts, absence)
  const cover = acting._tag === "Cover" && there.canBeTold(acting.person) ? [acting.person] : []
  const handOver = [...presentHolders(there, "missing-coordinator"), ...presentHolders(there, "team-manager")]
  const readers = includeExistingRecipients(facts, keyOf(absence), isOfficeOpen ? [...handOver, ...cover] : [])
  const begins = leftToHandOver(list.interviews) > 0
  return readers
    .filter((reader) => reader !== person && (begins || delivered.has(`${keyOf(absence)}:${reader}`)))
    .map((reader) =>
      toReader(there, absence, reader, () => ({
        _tag: "HandoverList",
        ...list,
        acting,
        today: londonDayOf(facts.now),
        isForCover: !handOver.includes(reader)
      }))
    )
}

/** The absences that a reader has a list of. */
const absencesTold = (facts: HandOverFacts): ReadonlyArray<Absence> => {
  const { delivered } = facts
  const since = keptTrueFrom(facts)
  const found = new Map<string, Absence>()
  for (const delivery of delivered.values()) {
    const [list, person, from] = delivery.key.split(":")
    if (list !== LIST || delivery._tag !== "Sent" || person === undefined || from === undefined) continue
    if (londonDayOf(delivery.sentAt) < since) continue
    const day = Option.getOrUndefined(parseCivilDay(from))
    if (day !== undefined) found.set(`${person}:${from}`, { person: PersonId.make(person), from: day })
  }
  return [...found.values()]
}

/** The list of a time away that is over, for those who have it. */
const onceOver = (facts: HandOverFacts, absence: Absence): ReadonlyArray<OwedMessage> => {
  const message = whenAsked(() => ({ _tag: "HandoverOver", ...interviewsOf(facts, absence) }))
  return includeExistingRecipients(facts, keyOf(absence), [])
    .filter((reader) => reader !== absence.person)
    .map((reader) => toReader(facts.there, absence, reader, message))
}

/** To a person who is back: what became of their interviews, where they had any. */
const onReturn = (facts: HandOverFacts, absence: Absence): ReadonlyArray<OwedMessage> => {
  const list = interviewsOf(facts, absence)
  const isBegun = facts.delivered.has(`${keyOf(absence)}:${absence.person}`)
  const begins = facts.isOfficeOpen && list.interviews.length > 0 && facts.there.canBeTold(absence.person)
  return isBegun || begins
    ? [toReader(facts.there, absence, absence.person, () => ({ _tag: "ReturnSummary", ...list }))]
    : []
}

const endedLately = (facts: HandOverFacts): ReadonlyArray<Absence> => {
  const { availability, now } = facts
  const [today, since] = [londonDayOf(now), keptTrueFrom(facts)]
  return [...availability].flatMap(([person, { away }]) =>
    away.flatMap(({ from, to }) => (to !== undefined && to < today && to >= since ? [{ person, from }] : []))
  )
}

export const handOverLists = (facts: HandOverFacts): ReadonlyArray<OwedMessage> => {
  const isThere = ({ person }: Absence) => facts.there.acting(person)._tag === "Themselves"
  return [
    ...[...facts.availability.keys()].flatMap((person) => whileAway(facts, person)),
    ...absencesTold(facts)
      .filter(isThere)
      .flatMap((absence) => onceOver(facts, absence)),
    ...endedLately(facts)
      .filter(isThere)
      .flatMap((absence) => onReturn(facts, absence))
  ]
}

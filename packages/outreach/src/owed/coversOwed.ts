/** What each cover of a time away is told: one message for each absence and cover, kept true until it is over. */
import { interviewsOfAbsent, type Role } from "@safe-return/casework"
import { type CivilDay, formatCivilDay, londonDayOf, parseCivilDay } from "@safe-return/domain/calendar"
import { type Away, coverSpans } from "@safe-return/domain/escalation"
import { allocatedWorkers, type ChildReference, isOpen, PersonId } from "@safe-return/domain/pathway"
import { Option } from "effect"
import type { CoverOver, DaysCovered } from "../message/coverMessages.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { escalationRoles, type Roster } from "../recipients/Roster.ts"
import { type HandOverFacts, keptTrueFrom } from "./handOversOwed.ts"
import { type OwedMessage, once } from "./OwedMessage.ts"

const COVER = "cover"

export interface CoverFacts
  extends Pick<HandOverFacts, "states" | "availability" | "there" | "delivered" | "now" | "actedOnDays"> {
  /** By the profiles, beside those that the episodes name. */
  readonly allocatedWorkers: ReadonlyMap<ChildReference, PersonId>
}

/** A time away, by whose it is and when it begins: a new end changes its message, and makes no other. */
interface AbsenceName {
  readonly person: PersonId
  readonly from: CivilDay
}

interface Cover extends AbsenceName {
  readonly away: Away
  readonly cover: PersonId
  readonly days: ReadonlyArray<DaysCovered>
}

const keyOf = ({ person, from, cover }: AbsenceName & Pick<Cover, "cover">): MessageKey =>
  `${COVER}:${person}:${formatCivilDay(from)}:${cover}`

const isPast = ({ to }: DaysCovered, today: CivilDay): boolean => to !== undefined && to < today

/** Everybody who covers from today on, with all of their days. */
const coversNow = ({ availability, there, now }: CoverFacts): ReadonlyArray<Cover> => {
  const today = londonDayOf(now)
  return [...availability].flatMap(([person, { away: absences }]) =>
    absences.flatMap((away) => {
      if (isPast(away, today)) return []
      const daysOf = new Map<PersonId, Array<DaysCovered>>()
      for (const { cover, ...days } of coverSpans(person, away, availability)) {
        if (cover !== undefined) daysOf.set(cover, [...(daysOf.get(cover) ?? []), days])
      }
      return [...daysOf]
        .filter(([cover, days]) => there.canBeTold(cover) && days.some((some) => !isPast(some, today)))
        .map(([cover, days]): Cover => ({ person, from: away.from, away, cover, days }))
    })
  )
}

const rolesOf = ({ holders }: Roster, person: PersonId): ReadonlyArray<Role> =>
  escalationRoles.filter((role) => holders[role].includes(person))

/** The children with an open episode whose worker they are. */
const childrenOf = (
  { states, allocatedWorkers: byProfile }: CoverFacts,
  person: PersonId
): ReadonlyArray<ChildReference> =>
  [...states].flatMap(([child, { episodes, death }]) => {
    const open = death === undefined ? episodes.filter(isOpen) : []
    const isWorker = open.some((episode) => allocatedWorkers(episode).includes(person))
    return isWorker || (open.length > 0 && byProfile.get(child) === person) ? [child] : []
  })

const request = (facts: CoverFacts, covered: Cover): OwedMessage => {
  const { person, away, cover, days } = covered
  const named = away.cover
  return {
    ...once(
      keyOf(covered),
      { _tag: "Person", person: cover },
      () => ({
        _tag: "CoverRequest",
        person,
        days,
        ...(named === undefined || named === cover ? {} : { inPlaceOf: named }),
        roles: rolesOf(facts.there, person),
        children: childrenOf(facts, person),
        interviews: interviewsOfAbsent(facts.states, person, away.from).filter(
          ({ became }) => became._tag === "StillTheirs"
        )
      }),
      "task"
    ),
    keptCurrent: true
  }
}

/** What a cover was told of, read from the keys of what was sent. */
const coversTold = (facts: CoverFacts): ReadonlyArray<AbsenceName & Pick<Cover, "cover">> => {
  const { delivered } = facts
  const since = keptTrueFrom(facts)
  return [...delivered.values()].flatMap((delivery) => {
    const [kind, person, from, cover] = delivery.key.split(":")
    const day = from === undefined ? undefined : Option.getOrUndefined(parseCivilDay(from))
    if (kind !== COVER || delivery._tag !== "Sent" || londonDayOf(delivery.sentAt) < since) return []
    if (person === undefined || cover === undefined || day === undefined) return []
    return [{ person: PersonId.make(person), from: day, cover: PersonId.make(cover) }]
  })
}

/** Why a person covers no more. */
const becauseOf = (
  { availability, now }: CoverFacts,
  covers: ReadonlyArray<Cover>,
  { person, from, cover }: AbsenceName & Pick<Cover, "cover">
): Omit<CoverOver, "_tag" | "person"> => {
  const away = availability.get(person)?.away.find((one) => one.from === from)
  if (away !== undefined && isPast(away, londonDayOf(now))) return { because: "over" }
  const theirs = covers.filter((one) => one.person === person)
  if (theirs.some((one) => one.cover === cover)) return { because: "said later" }
  if (away === undefined && theirs.length === 0) return { because: "withdrawn" }
  return { because: "with others", covers: [...new Set(theirs.map((one) => one.cover))] }
}

export const coverMessages = (facts: CoverFacts): ReadonlyArray<OwedMessage> => {
  const covers = coversNow(facts)
  const keys = new Set<string>(covers.map(keyOf))
  const over = coversTold(facts)
    .filter((told) => !keys.has(keyOf(told)))
    .map((told): OwedMessage => {
      const { person, cover } = told
      const message = () => ({ _tag: "CoverOver", person, ...becauseOf(facts, covers, told) }) as const
      return { ...once(keyOf(told), { _tag: "Person", person: cover }, message, "task"), keptCurrent: true }
    })
  return [...covers.map((one) => request(facts, one)), ...over]
}

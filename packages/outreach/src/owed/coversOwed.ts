/** What each cover of a time away is told: one message for each absence and cover, kept true until it is over. */
import { interviewsOfAbsent, isLeftOutOf, type Role } from "@safe-return/casework"
import { type CivilDay, formatCivilDay, londonDayOf, parseCivilDay } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { type Away, coverSpans } from "@safe-return/domain/escalation"
import { allocatedWorkers, type ChildReference, isOpen, PersonId } from "@safe-return/domain/pathway"
import { Option } from "effect"
import type { CoverGone, CoverOver, DaysCovered } from "../message/coverMessages.ts"
import type { Message } from "../message/Message.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { escalationRoles, presentHolders, type Roster } from "../recipients/Roster.ts"
import { hasAnswered, isLookedFor } from "./acknowledgement.ts"
import { forItsTeamReader } from "./forItsReader.ts"
import { type HandOverFacts, keptTrueFrom } from "./handOversOwed.ts"
import { includeExistingRecipients, type OwedMessage, once } from "./OwedMessage.ts"

const COVER = "cover"
const GAP = "cover-gone"
const RECORDED = "away-recorded"
const BACK = "cover-handed-back"

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

/** An interviewer left one of them out: nothing of the case comes to the one by covering for the other. */
const isWithheld = ({ states }: CoverFacts, child: ChildReference, people: ReadonlyArray<PersonId>): boolean => {
  const state = states.get(child)
  return state !== undefined && people.some((person) => isLeftOutOf(state, person))
}

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
        children: childrenOf(facts, person).filter((child) => !isWithheld(facts, child, [person, cover])),
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

/** Days of a time away on which nobody covers though a person was to. */
interface Gap extends AbsenceName {
  readonly cover: PersonId
  readonly days: DaysCovered
  readonly why: CoverGone["why"]
}

const gapKeyOf = ({ person, from, cover, days }: Omit<Gap, "why">): MessageKey =>
  `${GAP}:${person}:${formatCivilDay(from)}:${cover}:${formatCivilDay(days.from)}`

/** The days to come of every absence on which its cover is away without one, or cannot be told. */
const gapsNow = ({ availability, there, now }: CoverFacts): ReadonlyArray<Gap> => {
  const today = londonDayOf(now)
  return [...availability].flatMap(([person, { away: absences }]) =>
    absences.flatMap((away) => {
      if (away.cover === undefined || isPast(away, today)) return []
      const named = away.cover
      return coverSpans(person, away, availability).flatMap(({ cover, ...days }): ReadonlyArray<Gap> => {
        if (isPast(days, today) || (cover !== undefined && there.canBeTold(cover))) return []
        const why = cover === undefined ? ("away" as const) : ("unreachable" as const)
        return [{ person, from: away.from, cover: cover ?? named, days, why }]
      })
    })
  )
}

/** Who can name another cover: the person who is away, and their managers. */
const gapMessages = (facts: CoverFacts, covers: ReadonlyArray<Cover>): ReadonlyArray<OwedMessage> => {
  const { there, delivered, availability, now } = facts
  const gaps = gapsNow(facts)
  const keyed = new Set<string>(gaps.map(gapKeyOf))
  const toReader = (key: MessageKey, reader: PersonId, message: () => Message): OwedMessage =>
    forItsTeamReader(there)({
      ...once(`${key}:${reader}`, { _tag: "Person", person: reader }, message, "task"),
      keptCurrent: true
    })
  const asked = gaps.flatMap((gap) => {
    const { from: _, ...facts } = gap
    const own = there.canBeTold(gap.person) ? [gap.person] : []
    const readers = [...own, ...presentHolders(there, "team-manager").filter((one) => one !== gap.person)]
    return includeExistingRecipients({ delivered }, gapKeyOf(gap), readers).map((reader) =>
      toReader(gapKeyOf(gap), reader, () => ({ _tag: "CoverGone", ...facts, isOwn: reader === gap.person }))
    )
  })
  const since = keptTrueFrom(facts)
  const settled = [...delivered.values()].flatMap((delivery): ReadonlyArray<OwedMessage> => {
    const [kind, person, from, cover, first, reader] = delivery.key.split(":")
    const day = first === undefined ? undefined : Option.getOrUndefined(parseCivilDay(first))
    if (kind !== GAP || delivery._tag !== "Sent" || londonDayOf(delivery.sentAt) < since) return []
    if (person === undefined || reader === undefined || day === undefined) return []
    const key: MessageKey = `${GAP}:${person}:${from}:${cover}:${first}`
    if (keyed.has(key)) return []
    const away = availability.get(PersonId.make(person))?.away.find((one) => formatCivilDay(one.from) === from)
    const theirs = covers.filter((one) => one.person === person && one.from === away?.from)
    const isLeft = away !== undefined && !isPast(away, londonDayOf(now))
    const because = !isLeft
      ? "over"
      : theirs.length > 0 && !gaps.some((one) => one.person === person)
        ? "covered"
        : "said later"
    return [
      toReader(key, PersonId.make(reader), () => ({
        _tag: "CoverGoneOver",
        person: PersonId.make(person),
        because,
        covers: [...new Set(theirs.map((one) => one.cover))],
        isOwn: reader === person
      }))
    ]
  })
  return [...asked, ...settled]
}

/** The children of a person who are missing, and whose alert this cover has answered. */
const seenToBy = (
  facts: CoverFacts,
  { person, cover }: Pick<Cover, "person" | "cover">
): ReadonlyArray<ChildReference> =>
  childrenOf(facts, person).filter((child) => {
    const state = facts.states.get(child)
    return state?.episodes.some((episode) => isLookedFor(state, episode) && hasAnswered(episode, cover)) === true
  })

/** To both, where the person is back: who acts must not stop before they have spoken. */
const handedBack = (facts: CoverFacts, told: AbsenceName & Pick<Cover, "cover">): ReadonlyArray<OwedMessage> => {
  const { there } = facts
  const { person, cover } = told
  if (there.acting(person)._tag !== "Themselves") return []
  const children = seenToBy(facts, told)
  if (children.length === 0) return []
  const key: MessageKey = `${BACK}:${person}:${formatCivilDay(told.from)}:${cover}`
  return [person, cover]
    .filter(there.canBeTold)
    .map((reader) =>
      once(
        `${key}:${reader}`,
        { _tag: "Person", person: reader },
        () => ({ _tag: "CoverHandedBack", person, cover, children, isOwn: reader === person }),
        "alert"
      )
    )
}

/** To each person who was recorded as away by another, for as long as that is so or to come. */
const recordedByOthers = (facts: CoverFacts): ReadonlyArray<OwedMessage> => {
  const { availability, there, delivered, now } = facts
  const today = londonDayOf(now)
  const toPerson = (key: MessageKey, person: PersonId, message: () => Message): OwedMessage => ({
    ...once(key, { _tag: "Person", person }, message, "task"),
    keptCurrent: true
  })
  const told = [...availability].flatMap(([person, { away: absences }]) =>
    absences.flatMap((away) => {
      const { recordedBy: by, from, to, cover } = away
      if (by === undefined || by === person || isPast(away, today) || !there.canBeTold(person)) return []
      const key: MessageKey = `${RECORDED}:${formatCivilDay(from)}:${person}`
      const days = definedFields({ from, to })
      return [toPerson(key, person, () => ({ _tag: "AwayRecorded", days, by, ...definedFields({ cover }) }))]
    })
  )
  const keys = new Set<string>(told.map(({ key }) => key))
  const since = keptTrueFrom(facts)
  const over = [...delivered.values()].flatMap((delivery): ReadonlyArray<OwedMessage> => {
    const [kind, , person] = delivery.key.split(":")
    if (kind !== RECORDED || delivery._tag !== "Sent" || londonDayOf(delivery.sentAt) < since) return []
    if (person === undefined || keys.has(delivery.key)) return []
    return [toPerson(delivery.key as MessageKey, PersonId.make(person), () => ({ _tag: "AwayRecordedOver" }))]
  })
  return [...told, ...over]
}

export const coverMessages = (facts: CoverFacts): ReadonlyArray<OwedMessage> => {
  const covers = coversNow(facts)
  const keys = new Set<string>(covers.map(keyOf))
  const ended = coversTold(facts).filter((told) => !keys.has(keyOf(told)))
  const over = ended.map((told): OwedMessage => {
    const { person, cover } = told
    const message = () => ({ _tag: "CoverOver", person, ...becauseOf(facts, covers, told) }) as const
    return { ...once(keyOf(told), { _tag: "Person", person: cover }, message, "task"), keptCurrent: true }
  })
  return [
    ...covers.map((one) => request(facts, one)),
    ...over,
    ...ended.flatMap((told) => handedBack(facts, told)),
    ...gapMessages(facts, covers),
    ...recordedByOthers(facts)
  ]
}

/** Who stands on each rung an alert has come to, by name. */

import { Instant, startOfLondonDay } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  awaySince,
  type BegunAgain,
  type Climb,
  type IsManned,
  ladderOf,
  type MannedSince,
  type RungByPolicy,
  type RungReached,
  type ToldAt
} from "@safe-return/domain/escalation"
import {
  type Acknowledgement,
  alertOf,
  allocatedWorkers,
  type Episode,
  gradeActedOn,
  type PersonId
} from "@safe-return/domain/pathway"
import type { OnRung, Rung } from "@safe-return/domain/policy"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { earliest } from "../look/earliest.ts"
import { withMomentsOfAlerts } from "../look/ladderClock.ts"
import type { AlertStanding, OutsideReach, RungTold } from "../message/alertMessages.ts"
import type { MessageKey } from "../message/messageKinds.ts"
import { type EscalationRole, presentHolders, standIn, type Way } from "../recipients/Roster.ts"
import { alertDeliveries, hasReachedNobody, isUndeliveredTo, ladderKey } from "./alertReach.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"

/** The workers who are told of a child: the one the profile names first, then those the episode was allocated to. */
export const workersOf = (
  { allocatedWorker }: Pick<CaseSnapshot, "allocatedWorker">,
  episode: Episode
): ReadonlyArray<PersonId> => {
  const [answerable, ...others] = allocatedWorkers(episode)
  const first = allocatedWorker ?? answerable
  return first === undefined ? [] : [...new Set([first, ...others])]
}

/** The people of a rung in Slack: the allocated workers or those who act for them, or everybody who holds the role. */
export const peopleOn = (
  snapshot: CaseSnapshot,
  episode: Episode,
  { who }: Pick<Rung, "who">
): ReadonlyArray<PersonId> => {
  if (who !== "worker") return presentHolders(snapshot.there, who)
  return [...new Set(workersOf(snapshot, episode).flatMap((worker) => standIn(snapshot.there, worker) ?? []))]
}

/** Where a key of the ladder names a role: told though they are away, because nobody stands on any rung. */
const WHO_IS_LEFT = "nobody"

const isToWhoIsLeft = (key: DeliveryKey): boolean => key.includes(`:${WHO_IS_LEFT}:`)

/** Beside the channel: everybody who has an alert, and who is not there. */
export const keyOfWhoIsLeft = (episode: Episode): MessageKey =>
  `${ladderKey(episode, alertOf(episode).number)}:${WHO_IS_LEFT}`

const otherWay = { email: "sms", sms: "email" } as const

/** An address of a rung out of Slack, with the key of its message. */
interface OutsideAddress {
  readonly key: MessageKey
  readonly role: EscalationRole
  readonly way: Way
  readonly nth: number
}

const addressesBy = (
  snapshot: CaseSnapshot,
  episode: Episode,
  role: EscalationRole,
  way: Way
): ReadonlyArray<OutsideAddress> =>
  Array.from({ length: snapshot.there.addresses(role, way) }, (_, nth) => ({
    key: `${ladderKey(episode, alertOf(episode).number)}:${role}:${way}-${nth}`,
    role,
    way,
    nth
  }))

const areAllUndelivered = ({ delivered }: CaseSnapshot, addresses: ReadonlyArray<OutsideAddress>): boolean =>
  addresses.every(({ key }) => delivered.get(key)?._tag === "Undelivered")

/** The addresses of a rung out of Slack; of its role's other way too, once none by the rung's own could be told. */
export const outsideOn = (
  snapshot: CaseSnapshot,
  episode: Episode,
  { by, who }: Rung
): ReadonlyArray<OutsideAddress> => {
  if (by === undefined || who === "worker") return []
  const own = addressesBy(snapshot, episode, who, by)
  if (own.length === 0 || !areAllUndelivered(snapshot, own)) return own
  return [...own, ...addressesBy(snapshot, episode, who, otherWay[by])]
}

/** A person answers for the role, however they came to know. */
const isAnswered = (episode: Episode, { who }: Rung): boolean =>
  alertOf(episode).acknowledgements.some(({ as }) => as === undefined || as.includes(who))

/** The people the alert comes to with the channel; nobody, where the policy lets some minutes go by first. */
const firstPeople = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<PersonId> => {
  const grade = gradeActedOn(episode)
  const rungs = (episode.policy.ladder?.value ?? []).filter(
    ({ by, onlyOutOfHours, risks }) =>
      by === undefined && onlyOutOfHours !== true && (risks === undefined || risks.includes(grade))
  )
  if (rungs[0]?.afterMinutes !== 0) return []
  return rungs.map((rung) => peopleOn(snapshot, episode, rung)).find(({ length }) => length > 0) ?? []
}

const isReachable = (snapshot: CaseSnapshot, episode: Episode, rung: Rung): boolean => {
  if (rung.by !== undefined && rung.who !== "worker") {
    const addresses = outsideOn(snapshot, episode, rung)
    return addresses.length > 0 && !areAllUndelivered(snapshot, addresses)
  }
  const people = peopleOn(snapshot, episode, rung)
  const { delivered } = snapshot
  if (people.length === 0 || hasReachedNobody(episode, delivered, firstPeople(snapshot, episode))) return false
  return !people.every((person) => isUndeliveredTo(episode, person, delivered))
}

/** Whether anybody can be told on a rung; one whose messages do not go passes the alert on at once. */
export const isManned =
  (snapshot: CaseSnapshot): IsManned =>
  (rung, episode) =>
    isReachable(snapshot, episode, rung) || (peopleOn(snapshot, episode, rung).length > 0 && isAnswered(episode, rung))

/** Who was alerted as a worker, but for those on the rung now: it was not empty then. */
const hasFormerReader = (snapshot: CaseSnapshot, episode: Episode, rung: Rung): boolean => {
  const people = [...workersOf(snapshot, episode), ...peopleOn(snapshot, episode, rung)]
  const ladder = ladderKey(episode, alertOf(episode).number)
  return alertDeliveries(episode, snapshot.delivered).some((delivery) => {
    const reader = delivery.key.startsWith(`${ladder}:`) ? undefined : recipientOf(delivery)
    return reader !== undefined && !people.includes(reader)
  })
}

/** When a child nobody was allocated to got a worker after the alert, which had gone on at once until then. */
const workersSince = (snapshot: CaseSnapshot, read: Episode, rung: Rung): Instant | undefined => {
  const episode = asRecorded(snapshot, read)
  const { at } = alertOf(episode)
  const allocations = snapshot.entries
    .map(({ recorded }) => recorded)
    .filter(({ event: { _tag } }) => _tag === "WorkerAllocated" || _tag === "NobodyAllocated")
  const before = allocations.findLast(({ recordedAt }) => recordedAt <= at)
  const first = allocations.find(({ recordedAt, event }) => recordedAt > at && event._tag === "WorkerAllocated")
  if (first === undefined || before?.event._tag === "WorkerAllocated") return undefined
  if (hasFormerReader(snapshot, episode, rung)) return undefined
  return sinceAlert(snapshot, read)(first.recordedAt)
}

/** Who is on record for a rung, whether or not they are there. */
const holdersOn = (snapshot: CaseSnapshot, episode: Episode, { who }: Rung): ReadonlyArray<PersonId> =>
  who === "worker" ? workersOf(snapshot, episode) : snapshot.there.holders[who]

type Sent = Extract<Delivery, { readonly _tag: "Sent" }>

const sentOf = (episode: Episode, { delivered }: CaseSnapshot): ReadonlyArray<Sent> =>
  alertDeliveries(episode, delivered).flatMap((delivery) => (delivery._tag === "Sent" ? [delivery] : []))

/** What was sent of the alert itself: to the workers of the time, or their covers. */
const sentToWorkers = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<readonly [PersonId, Sent]> => {
  const ladder = ladderKey(episode, alertOf(episode).number)
  return sentOf(episode, snapshot).flatMap((sent) => {
    const person = sent.key.startsWith(`${ladder}:`) ? undefined : recipientOf(sent)
    return person === undefined ? [] : [[person, sent] as const]
  })
}

/** The messages of an alert that went to a rung in Slack, each with its reader. */
const sentOn = (snapshot: CaseSnapshot, episode: Episode, rung: Rung): ReadonlyArray<readonly [PersonId, Sent]> => {
  const ladder = ladderKey(episode, alertOf(episode).number)
  const holders = holdersOn(snapshot, episode, rung)
  return sentOf(episode, snapshot).flatMap((sent) => {
    const person = recipientOf(sent)
    if (person === undefined) return []
    // On a ladder with nobody there, those who were away were told for their role.
    const isForRung =
      sent.key === `${ladder}:${rung.who}:${person}` ||
      (sent.key === `${ladder}:${WHO_IS_LEFT}:${person}` && holders.includes(person))
    return isForRung ? [[person, sent] as const] : []
  })
}

const outsideSentOn = (snapshot: CaseSnapshot, episode: Episode, rung: Rung): ReadonlyArray<Sent> => {
  const keys = outsideOn(snapshot, episode, rung).map(({ key }): string => key)
  return sentOf(episode, snapshot).filter(({ key }) => keys.includes(key))
}

/** A moment as long after the alert as it was, by the clock that the alert is read with. */
const sinceAlert =
  (snapshot: CaseSnapshot, read: Episode) =>
  (at: Instant): Instant =>
    Instant(alertOf(read).at + at - alertOf(asRecorded(snapshot, read)).at)

const asRecorded = ({ state }: CaseSnapshot, read: Episode): Episode =>
  state.episodes.find(({ id }) => id === read.id) ?? read

/** When a rung was first told, by what is kept of its messages. */
const toldAt =
  (snapshot: CaseSnapshot): ToldAt =>
  (rung, read) => {
    const episode = asRecorded(snapshot, read)
    const sent =
      rung.by === undefined
        ? sentOn(snapshot, episode, rung).map(([, one]) => one)
        : outsideSentOn(snapshot, episode, rung)
    return earliest(sent.map(({ sentAt }) => sinceAlert(snapshot, read)(sentAt)))
  }

/** When a rung first knew of the alert: its people may have had it on another, or have answered it. */
const knownSince = (snapshot: CaseSnapshot, rung: Rung, read: Episode): Instant | undefined => {
  const episode = asRecorded(snapshot, read)
  const people = rung.by === undefined ? peopleOn(snapshot, episode, rung) : []
  const elsewhere = sentOf(episode, snapshot).filter((sent) => {
    const reader = recipientOf(sent)
    return reader !== undefined && people.includes(reader)
  })
  const answers = alertOf(episode).acknowledgements.filter(
    ({ by, as }) => people.includes(by) || as?.includes(rung.who) === true
  )
  const times = [...elsewhere.map(({ sentAt }) => sentAt), ...answers.map(({ at }) => at)]
  return earliest([toldAt(snapshot)(rung, read), ...times.map(sinceAlert(snapshot, read))])
}

/** When a rung came to know of an alert that had gone past it, because nobody stood there; now, where it does not yet. */
const filledSince = (
  snapshot: CaseSnapshot,
  read: Episode,
  rung: Rung,
  later: ReadonlyArray<RungByPolicy>
): Instant | undefined => {
  const own = knownSince(snapshot, rung, read)
  const isPassedBy = later.some(({ rung: other, at }) => {
    const told = toldAt(snapshot)(other, read)
    return told !== undefined && told < at && (own === undefined || told <= own)
  })
  return isPassedBy ? (own ?? snapshot.now) : undefined
}

/** Of the allocated worker it is on record since when they stand there; of a role, that an alert went past it. */
const mannedSince =
  (snapshot: CaseSnapshot): MannedSince =>
  (rung, episode, later) =>
    rung.who === "worker" ? workersSince(snapshot, episode, rung) : filledSince(snapshot, episode, rung, later)

/** Every alert's message asks how its climb stands. */
const climbed = new WeakMap<CaseSnapshot, ReadonlyArray<Climb>>()

/** The climbs of this child's alerts, but for those of history that was brought in. */
export const climbsOf = (snapshot: CaseSnapshot): ReadonlyArray<Climb> => {
  const known = climbed.get(snapshot)
  if (known !== undefined) return known
  const climbs = climbsIn(snapshot)
  climbed.set(snapshot, climbs)
  return climbs
}

/** Whether the newest alert of an episode has the answers it needs. */
export const isAlertAnswered = (snapshot: CaseSnapshot, { id }: Episode): boolean =>
  climbsOf(snapshot).some(({ episode, stoppedAt }) => episode.id === id && stoppedAt !== undefined)

/** When a person who had answered the alert at work went away since, on that very day. */
const leftAfterAnswer = ({ there }: CaseSnapshot, { by, at }: Acknowledgement): Instant | undefined => {
  const stands = there.acting(by)
  if (stands._tag === "Themselves" || at < startOfLondonDay(stands.away.from)) return undefined
  const since = awaySince(stands.away)
  return at < since ? since : undefined
}

/** Then the alert begins again: who stands in for them is asked first, and it climbs from there. */
const begunAgain =
  (snapshot: CaseSnapshot): BegunAgain =>
  (read) => {
    const left = alertOf(asRecorded(snapshot, read)).acknowledgements.flatMap(
      (one) => leftAfterAnswer(snapshot, one) ?? []
    )
    const others = alertOf(read).acknowledgements.some(({ as }) => as === undefined || as.length > 0)
    return left.length === 0 || others ? undefined : sinceAlert(snapshot, read)(Instant(Math.max(...left)))
  }

/** Given on leave, an answer does not stand for those who are there in the same role: they are asked all the same. */
const withAnswersThatCount = (snapshot: CaseSnapshot, episode: Episode): Episode => {
  const { acting } = snapshot.there
  const isByAbsent = ({ by, at }: Acknowledgement): boolean => {
    const stands = acting(by)
    return stands._tag !== "Themselves" && at >= startOfLondonDay(stands.away.from)
  }
  const isEmpty = (who: OnRung): boolean => peopleOn(snapshot, episode, { who }).length === 0
  const { acknowledgements = [] } = episode
  if (!acknowledgements.some(isByAbsent)) return episode
  const counting = acknowledgements.map((one) => {
    if (leftAfterAnswer(snapshot, one) !== undefined) return { ...one, as: [] }
    return isByAbsent(one) && one.as ? { ...one, as: one.as.filter(isEmpty) } : one
  })
  return { ...episode, acknowledgements: counting }
}

const climbsIn = (snapshot: CaseSnapshot): ReadonlyArray<Climb> => {
  const { state, steady = (at) => at } = snapshot
  const episodes = state.episodes.map((episode) => withMomentsOfAlerts(withAnswersThatCount(snapshot, episode), steady))
  const { now, calendars } = snapshot
  const climbs = ladderOf(
    { ...state, episodes },
    now,
    calendars,
    isManned(snapshot),
    mannedSince(snapshot),
    toldAt(snapshot),
    begunAgain(snapshot)
  )
  return climbs.flatMap((climb) => {
    // What people read is as it was recorded.
    const episode = state.episodes.find(({ id }) => id === climb.episode.id) ?? climb.episode
    const alert = alertOf(episode)
    return alert.at >= snapshot.announceFrom ? [{ ...climb, episode, alert }] : []
  })
}

/** Since when they are a worker of the child, where they were allocated after the alert had come to the workers. */
const allocatedSince = ({ entries }: CaseSnapshot, { id }: Episode, person: PersonId): Instant | undefined =>
  entries.find(
    ({ recorded: { event } }) =>
      event._tag === "WorkerAllocated" &&
      event.episodeId === id &&
      (event.worker === person || event.alsoWorkers?.some(({ worker }) => worker === person) === true)
  )?.recorded.recordedAt

/** The workers who were told by a moment, where all who have the child now were allocated after it. */
const firstWorkersTold = (snapshot: CaseSnapshot, episode: Episode, until: Instant): RungTold | undefined => {
  const told = sentToWorkers(snapshot, episode).filter(([, { sentAt }]) => sentAt <= until)
  const at = earliest(told.map(([, { sentAt }]) => sentAt))
  if (at === undefined) return undefined
  const people = told.map(([person]) => person)
  const workers = workersOf(snapshot, episode)
  const standIns = people.some((person) => workers.includes(person))
    ? people.filter((person) => !workers.includes(person))
    : []
  return { who: "worker", people, ...(standIns.length === 0 ? {} : { standIns }), at }
}

/** The Missing Co-ordinators who were told of the report itself, before the alert comes to their step. */
const toldOfReport = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<readonly [PersonId, Sent]> =>
  alertOf(episode).because !== "reported"
    ? []
    : [...snapshot.delivered.values()].flatMap((delivery) => {
        const person = delivery.key.startsWith(`coordinator-alert:${episode.id}:`) ? recipientOf(delivery) : undefined
        return delivery._tag === "Sent" && person !== undefined ? [[person, delivery] as const] : []
      })

/** Who a rung in Slack has told by a moment; nobody is named whose alert is kept as undelivered. */
const toldOn = (snapshot: CaseSnapshot, episode: Episode, { rung, at }: RungReached, until: Instant): RungTold => {
  // Also who has left the role since: they were told all the same.
  const ofReport = rung.who === "missing-coordinator" ? toldOfReport(snapshot, episode) : []
  const had = new Map(
    [...sentOn(snapshot, episode, rung), ...ofReport].flatMap(([person, { key, sentAt }]) =>
      sentAt > until ? [] : [[person, isToWhoIsLeft(key) ? sentAt : Math.min(at, sentAt)] as const]
    )
  )
  const since = (person: PersonId) => {
    const before = had.get(person)
    if (before !== undefined) return before
    return rung.who === "worker" ? Math.max(at, allocatedSince(snapshot, episode, person) ?? at) : at
  }
  const people = [...new Set([...had.keys(), ...peopleOn(snapshot, episode, rung)])].filter(
    (person) => since(person) <= until
  )
  const former = people.length === 0 && rung.who === "worker" ? firstWorkersTold(snapshot, episode, until) : undefined
  if (former !== undefined) return former
  const reached = people.filter((person) => !isUndeliveredTo(episode, person, snapshot.delivered))
  const isUndelivered = people.length > 0 && reached.length === 0
  const toldAt = Instant(reached.length === 0 ? Math.min(at, until) : Math.min(...reached.map(since)))
  const holders = holdersOn(snapshot, episode, rung)
  const standing = peopleOn(snapshot, episode, rung)
  const isStandIn = (person: PersonId): boolean => rung.who === "worker" || standing.includes(person)
  const standIns = reached.filter((person) => !holders.includes(person) && isStandIn(person))
  return {
    who: rung.who,
    people: reached,
    ...(standIns.length === 0 ? {} : { standIns }),
    at: toldAt,
    ...(isUndelivered ? { isUndelivered } : {})
  }
}

const inSlackBefore = ({ reached }: Climb, until: RungReached): ReadonlyArray<RungReached> =>
  reached.slice(0, reached.indexOf(until)).filter(({ rung }) => rung.by === undefined)

/** What was told in Slack on the way to a rung: who hears at the same time was not told before. */
export const toldBefore = (snapshot: CaseSnapshot, climb: Climb, until: RungReached): ReadonlyArray<RungTold> =>
  inSlackBefore(climb, until)
    .map((rung) => toldOn(snapshot, climb.episode, rung, until.at))
    .filter(({ people, at }) => people.length === 0 || at < until.at)

/** Of the rungs that had told nobody on the way to this one, those that have told people since. */
export const toldSince = (snapshot: CaseSnapshot, climb: Climb, until: RungReached): ReadonlyArray<RungTold> =>
  inSlackBefore(climb, until)
    .filter((rung) => toldOn(snapshot, climb.episode, rung, until.at).people.length === 0)
    .map((rung) => toldOn(snapshot, climb.episode, rung, snapshot.now))
    .filter(({ people }) => people.length > 0)

/** Everybody on the rungs before this one: who stands on two is told on the first. */
export const onRungsBefore = (snapshot: CaseSnapshot, climb: Climb, until: RungReached): ReadonlyArray<PersonId> =>
  inSlackBefore(climb, until).flatMap(({ rung }) => peopleOn(snapshot, climb.episode, rung))

/** What came of the rungs out of Slack that a climb has reached. */
const outsideReachOf = (snapshot: CaseSnapshot, { episode, reached }: Climb): OutsideReach | undefined => {
  const rungs = reached.filter(({ rung }) => rung.by !== undefined)
  const addresses = rungs.flatMap(({ rung }) => outsideOn(snapshot, episode, rung))
  if (addresses.length === 0) return rungs.length === 0 ? undefined : "no address"
  if (addresses.some(({ key }) => snapshot.delivered.get(key)?._tag === "Sent")) return "sent"
  return areAllUndelivered(snapshot, addresses) ? "undelivered" : "on its way"
}

/** Where the alert of an episode stands; undefined where there is no ladder, or the child is no longer missing. */
export const alertStandingOf = (snapshot: CaseSnapshot, { id }: Episode): AlertStanding | undefined => {
  const climb = climbsOf(snapshot).find(({ episode }) => episode.id === id)
  if (climb === undefined) return undefined
  const { alert, episode, reached, stoppedAt, next } = climb
  const onLadder = reached.flatMap((rung) =>
    rung.rung.by === undefined ? [toldOn(snapshot, episode, rung, snapshot.now)] : []
  )
  const isReached = reached.some(({ rung }) => rung.who === "missing-coordinator")
  const coordinators = isReached ? [] : toldOfReport(snapshot, episode).map(([person]) => person)
  return {
    acknowledgements: alert.acknowledgements,
    hasStopped: stoppedAt !== undefined,
    told:
      coordinators.length === 0
        ? onLadder
        : [...onLadder, { who: "missing-coordinator", people: coordinators, at: alert.at }],
    ...definedFields({ outside: outsideReachOf(snapshot, climb), next })
  }
}

/** Who had the alert, as people read it who are told when nobody on its ladder is there. */
export const toldWhileThere = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<RungTold> => {
  const had = new Set(
    sentOf(episode, snapshot).flatMap((sent) => (isToWhoIsLeft(sent.key) ? [] : (recipientOf(sent) ?? [])))
  )
  return (alertStandingOf(snapshot, episode)?.told ?? [])
    .map((rung) => ({ ...rung, people: rung.people.filter((person) => had.has(person)) }))
    .filter(({ people }) => people.length > 0)
}

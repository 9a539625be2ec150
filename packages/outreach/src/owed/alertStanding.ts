/** Where an alert stands, as its messages say it: who was told by when, and what is next. */

import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { Climb, RungReached } from "@safe-return/domain/escalation"
import type { Episode, PersonId } from "@safe-return/domain/pathway"
import { earliest } from "../look/earliest.ts"
import type { AlertStanding, OutsideReach, RungTold } from "../message/alertMessages.ts"
import { climbsOf } from "./alertClimbs.ts"
import { isUndeliveredTo } from "./alertReach.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"
import { sentOf, sentOn, sentToWorkers, toldOfReport } from "./rungDeliveries.ts"
import { areAllUndelivered, holdersOn, isToWhoIsLeft, outsideOn, peopleOn, workersOf } from "./rungRecipients.ts"

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

/** How far the alerts of a child have climbed, by who stood on each rung and what they answered. */

import { Instant, startOfLondonDay } from "@safe-return/domain/calendar"
import {
  awaySince,
  type BegunAgain,
  type Climb,
  type IsManned,
  ladderOf,
  type MannedSince,
  type RungByPolicy,
  type ToldAt
} from "@safe-return/domain/escalation"
import { type Acknowledgement, alertOf, type Episode, gradeActedOn, type PersonId } from "@safe-return/domain/pathway"
import type { OnRung, Rung } from "@safe-return/domain/policy"
import { earliest } from "../look/earliest.ts"
import { withMomentsOfAlerts } from "../look/ladderClock.ts"
import { hasReachedNobody, isUndeliveredTo } from "./alertReach.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"
import { hasFormerReader, outsideSentOn, sentOf, sentOn } from "./rungDeliveries.ts"
import { areAllUndelivered, outsideOn, peopleOn } from "./rungRecipients.ts"

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

/** Who stands on each rung an alert has come to, by name. */
import { alertOf, allocatedWorkers, type Episode, type PersonId } from "@safe-return/domain/pathway"
import type { Rung } from "@safe-return/domain/policy"
import { type Climb, type IsManned, ladderOf, type RungReached } from "@safe-return/domain/telling"
import type { DeliveryKey } from "@safe-return/journal"
import type { AlertStanding } from "../messages/alertStanding.ts"
import type { ToldBefore } from "../messages/ladderAlert.ts"
import { hasReachedNobody, isUndeliveredTo, ladderKey } from "./alertReach.ts"
import { withMomentsOfAlerts } from "./ladderClock.ts"
import type { CaseToTell } from "./OwedMessage.ts"
import { presentHolders, type RoleTold, standIn, type Way } from "./WhoIsThere.ts"

/** The workers who are told of a child: the one the profile names first, then those the episode was allocated to. */
export const workersOf = (
  { allocatedWorker }: Pick<CaseToTell, "allocatedWorker">,
  episode: Episode
): ReadonlyArray<PersonId> => {
  const [answerable, ...others] = allocatedWorkers(episode)
  const first = allocatedWorker ?? answerable
  return first === undefined ? [] : [...new Set([first, ...others])]
}

/** The people of a rung in Slack: the allocated workers or those who act for them, or everybody who holds the role. */
export const peopleOn = (told: CaseToTell, episode: Episode, { who }: Rung): ReadonlyArray<PersonId> => {
  if (who !== "worker") return presentHolders(told.there, who)
  return [...new Set(workersOf(told, episode).flatMap((worker) => standIn(told.there, worker) ?? []))]
}

const otherWay = { email: "sms", sms: "email" } as const

/** An address of a rung out of Slack, with the key of its message. */
export interface OutsideAddress {
  readonly key: DeliveryKey
  readonly role: RoleTold
  readonly way: Way
  readonly nth: number
}

const addressesBy = (told: CaseToTell, episode: Episode, role: RoleTold, way: Way): ReadonlyArray<OutsideAddress> =>
  Array.from({ length: told.there.addresses(role, way) }, (_, nth) => ({
    key: `${ladderKey(episode, alertOf(episode).number)}:${role}:${way}-${nth}`,
    role,
    way,
    nth
  }))

const areAllUndelivered = ({ delivered }: CaseToTell, addresses: ReadonlyArray<OutsideAddress>): boolean =>
  addresses.every(({ key }) => delivered.get(key)?._tag === "Undelivered")

/** The addresses of a rung out of Slack; of its role's other way too, once none by the rung's own could be told. */
export const outsideOn = (told: CaseToTell, episode: Episode, { by, who }: Rung): ReadonlyArray<OutsideAddress> => {
  if (by === undefined || who === "worker") return []
  const own = addressesBy(told, episode, who, by)
  if (own.length === 0 || !areAllUndelivered(told, own)) return own
  return [...own, ...addressesBy(told, episode, who, otherWay[by])]
}

/** Somebody answers for the role, however they came to know. */
const isAnswered = (episode: Episode, { who }: Rung): boolean =>
  alertOf(episode).acknowledgements.some(({ as }) => as === undefined || as.includes(who))

const isReachable = (told: CaseToTell, episode: Episode, rung: Rung): boolean => {
  if (rung.by !== undefined && rung.who !== "worker") {
    const addresses = outsideOn(told, episode, rung)
    return addresses.length > 0 && !areAllUndelivered(told, addresses)
  }
  const people = peopleOn(told, episode, rung)
  if (people.length === 0 || hasReachedNobody(episode, told.delivered)) return false
  return !people.every((person) => isUndeliveredTo(episode, person, told.delivered))
}

/** Whether anybody can be told on a rung; one whose messages do not go passes the alert on at once. */
export const isManned =
  (told: CaseToTell): IsManned =>
  (rung, episode) =>
    isReachable(told, episode, rung) || (peopleOn(told, episode, rung).length > 0 && isAnswered(episode, rung))

/** The climbs of this child's alerts, but for those of history that was brought in. */
export const climbsOf = (told: CaseToTell): ReadonlyArray<Climb> => {
  const { state, steady = (at) => at } = told
  const episodes = state.episodes.map((episode) => withMomentsOfAlerts(episode, steady))
  return ladderOf({ ...state, episodes }, told.now, told.calendars, isManned(told)).flatMap((climb) => {
    // What people read is as it was recorded.
    const episode = state.episodes.find(({ id }) => id === climb.episode.id) ?? climb.episode
    const alert = alertOf(episode)
    return alert.at >= told.announceFrom ? [{ ...climb, episode, alert }] : []
  })
}

/** Whom a rung in Slack has told; nobody is named whose alert is kept as undelivered. */
const toldOn = (told: CaseToTell, episode: Episode, { rung, at }: RungReached): ToldBefore => {
  const people = peopleOn(told, episode, rung)
  const reached = people.filter((person) => !isUndeliveredTo(episode, person, told.delivered))
  const isUndelivered = people.length > 0 && reached.length === 0
  return { who: rung.who, people: reached, at, ...(isUndelivered ? { isUndelivered } : {}) }
}

/** What was told in Slack on the way to a rung. */
export const toldBefore = (
  told: CaseToTell,
  { episode, reached }: Climb,
  until: RungReached
): ReadonlyArray<ToldBefore> =>
  reached
    .slice(0, reached.indexOf(until))
    .filter(({ rung }) => rung.by === undefined)
    .map((rung) => toldOn(told, episode, rung))

/** Where the alert of an episode stands; undefined where there is no ladder, or the child is no longer missing. */
export const alertStandingOf = (told: CaseToTell, { id }: Episode): AlertStanding | undefined => {
  const climb = climbsOf(told).find(({ episode }) => episode.id === id)
  if (climb === undefined) return undefined
  const { alert, episode, reached, stoppedAt, next } = climb
  return {
    acknowledgements: alert.acknowledgements,
    hasStopped: stoppedAt !== undefined,
    told: reached.flatMap((rung) => (rung.rung.by === undefined ? [toldOn(told, episode, rung)] : [])),
    ...(next === undefined ? {} : { next })
  }
}

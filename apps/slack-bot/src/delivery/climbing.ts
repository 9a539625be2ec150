/** Who stands on each rung an alert has come to, by name. */
import { allocatedWorkers, type Episode, type PersonId } from "@safe-return/domain/pathway"
import type { Rung } from "@safe-return/domain/policy"
import { type Climb, type IsManned, ladderOf, type RungReached } from "@safe-return/domain/telling"
import type { AlertStanding } from "../messages/alertStanding.ts"
import type { ToldBefore } from "../messages/ladderAlert.ts"
import type { CaseToTell } from "./OwedMessage.ts"
import { presentHolders, standIn } from "./WhoIsThere.ts"

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

/** Whether anybody can be told on a rung. */
export const isManned =
  (told: CaseToTell): IsManned =>
  (rung, episode) =>
    rung.by === undefined || rung.who === "worker"
      ? peopleOn(told, episode, rung).length > 0
      : told.there.addresses(rung.who, rung.by) > 0

/** The climbs of this child's alerts, but for those of history that was brought in. */
export const climbsOf = (told: CaseToTell): ReadonlyArray<Climb> =>
  ladderOf(told.state, told.now, told.calendars, isManned(told)).filter(({ alert }) => alert.at >= told.announceFrom)

/** What was told in Slack on the way to a rung. */
export const toldBefore = (
  told: CaseToTell,
  { episode, reached }: Climb,
  until: RungReached
): ReadonlyArray<ToldBefore> =>
  reached
    .slice(0, reached.indexOf(until))
    .filter(({ rung }) => rung.by === undefined)
    .map(({ rung, at }) => ({ who: rung.who, people: peopleOn(told, episode, rung), at }))

/** Where the alert of an episode stands; undefined where there is no ladder, or the child is no longer missing. */
export const alertStandingOf = (told: CaseToTell, { id }: Episode): AlertStanding | undefined => {
  const climb = climbsOf(told).find(({ episode }) => episode.id === id)
  if (climb === undefined) return undefined
  const { alert, episode, reached, stoppedAt, next } = climb
  return {
    acknowledgements: alert.acknowledgements,
    hasStopped: stoppedAt !== undefined,
    told: reached.flatMap(({ rung, at }) =>
      rung.by === undefined ? [{ who: rung.who, people: peopleOn(told, episode, rung), at }] : []
    ),
    ...(next === undefined ? {} : { next })
  }
}

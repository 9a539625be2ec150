import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { type Calendars, calendars, isProjected } from "../calendar/calendar.ts"
import { addDays, type CivilDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Nation } from "../calendar/publication.ts"
import type { InputFault } from "../faults/inputFault.ts"
import { hostOf } from "../pathway/placementsOf.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import { stayOf } from "../pathway/stays.ts"
import type { Policy } from "../policy/policy.ts"
import type { AuthorityName } from "../vocabulary/identifiers.ts"
import { type Anchor, type AnchorTimes, anchorOf } from "./anchor.ts"
import { type ElapsedClock, elapsedClock } from "./elapsedClock.ts"
import { policyAsPlaced } from "./hostDays.ts"
import { reckoningFault } from "./reckoningFault.ts"
import { dayZeroOf, type WorkingDayClock, workingDayClock } from "./workingDayClock.ts"

/** Both deadlines of the return home interview, and the calendar they were counted on. */
export interface Clocks {
  readonly elapsedClock: ElapsedClock
  readonly workingDayClock: WorkingDayClock
  readonly calendar: {
    readonly nation: Nation
    readonly version: string
    readonly publishedThrough: CivilDay
    /** True when the count leans on days that no published list covers: confirm the date nearer the time. */
    readonly projected: boolean
  }
}

/** The clocks of an episode, with what they were started by. */
export interface EpisodeClocks extends Clocks, Anchor {
  /** The host authority whose nation's bank holidays are skipped in place of our own. */
  readonly placedWith?: AuthorityName
}

/** Named where it changes what is counted. */
const placedWith = (episode: Episode): Pick<EpisodeClocks, "placedWith"> => {
  const host = hostOf(episode)
  const isOtherNation = host !== undefined && host.nation !== episode.policy.interview.calendar.value
  return isOtherNation ? { placedWith: host.authority } : {}
}

/** Both clocks from a moment, by a policy and on calendars that were checked. */
export const reckonClocks = (from: Instant, policy: Policy, on: Calendars): Clocks => {
  const calendar = on[policy.interview.calendar.value]
  const counted = workingDayClock(from, policy, calendar)
  const firstDay = addDays(dayZeroOf(from, policy.interview), 1)
  return {
    elapsedClock: elapsedClock(from, policy),
    workingDayClock: counted,
    calendar: {
      nation: calendar.nation,
      version: calendar.version,
      publishedThrough: calendar.publishedThrough,
      projected: isProjected(calendar, firstDay, counted.dueDay)
    }
  }
}

/**
 * Both clocks for one return, explained. Always both: one is the guidance's, the other the scorecard's. Without the
 * explanation: `dueTimes`. What cannot be counted from is a fault in words, whatever it is.
 *
 * @param from epoch milliseconds: what the policy's `anchor` names, by default the return
 */
export const clocksFor = (
  from: Instant,
  policy: Policy,
  on: Calendars = calendars
): Result.Result<Clocks, InputFault> => {
  const fault = reckoningFault(from, policy, on)
  return fault === undefined ? Result.succeed(reckonClocks(from, policy, on)) : Result.fail(fault)
}

/** The 72 hours of an episode, with what they were started by. */
export interface EpisodeElapsedClock extends ElapsedClock, Anchor {}

const timesOf = ({ progress, notifiedAt }: Episode): AnchorTimes => {
  switch (progress._tag) {
    case "Found":
      return { foundAt: progress.foundAt, notifiedAt }
    case "Returned":
      return { returnedAt: progress.returnedAt, foundAt: progress.foundAt, notifiedAt }
    case "Missing":
    case "Cancelled":
      return {}
  }
}

const anchorOfEpisode = (episode: Episode): Option.Option<Anchor> => anchorOf(timesOf(episode), episode.policy)

/**
 * The clocks of an episode under the policy frozen onto it, on the days of where they are placed; none while the child
 * is missing, or if cancelled.
 */
export const clocksOf = (episode: Episode, on: Calendars): Option.Option<EpisodeClocks> =>
  Option.map(anchorOfEpisode(episode), (anchor) => ({
    ...reckonClocks(anchor.from, policyAsPlaced(episode), on),
    ...anchor,
    ...placedWith(episode)
  }))

/** The elapsed hours alone, which no calendar moves; none while the child is missing, or if cancelled. */
export const elapsedClockOf = (episode: Episode): Option.Option<EpisodeElapsedClock> =>
  Option.map(anchorOfEpisode(episode), (anchor) => ({ ...elapsedClock(anchor.from, episode.policy), ...anchor }))

/** Where a found child is somewhere else and not back, nothing runs: a clock that starts at the return has not begun. */
const isBegun = (state: ChildState, episode: Episode, { provisional }: Anchor): boolean =>
  !provisional || stayOf(state, episode) === undefined

/** {@link clocksOf} as they run: none, too, while the child is found, somewhere else and not back. */
export const runningClocksOf = (state: ChildState, episode: Episode, on: Calendars): Option.Option<EpisodeClocks> =>
  Option.filter(clocksOf(episode, on), (clocks) => isBegun(state, episode, clocks))

/** {@link elapsedClockOf} as it runs: none, too, while the child is found, somewhere else and not back. */
export const runningElapsedClockOf = (state: ChildState, episode: Episode): Option.Option<EpisodeElapsedClock> =>
  Option.filter(elapsedClockOf(episode), (clock) => isBegun(state, episode, clock))

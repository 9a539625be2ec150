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
 * explanation: {@link dueTimes}.
 *
 * What cannot be counted from is an `InputFault` with its field, whatever it is: a `Date`, text, a fraction of a
 * millisecond, a policy that is none. Nothing throws.
 *
 * Source: 72 hours by the statutory guidance of January 2014, three working days by Rotherham's scorecard; each number
 * with its source in the policy.
 *
 * @param from epoch milliseconds: what the policy's `anchor` names, by default the return
 * @param policy whose hours, working days, cutoff and nation hold
 * @param on the calendar of each nation; the library's where it is left out
 *
 * @example
 * ```ts
 * import { Instant, formatCivilDay, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { clocksFor } from "@safe-return/domain/deadlines"
 * import { rotherham } from "@safe-return/domain/policy"
 * import { Result } from "effect"
 *
 * const { elapsedClock, workingDayClock } = Result.getOrThrow(clocksFor(utc(2026, 12, 23, 20), rotherham))
 * formatInstant(elapsedClock.dueAt) // "2026-12-26T20:00:00.000Z"
 * formatCivilDay(workingDayClock.dueDay) // "2026-12-30"
 * workingDayClock.days.map((day) => ("counted" in day ? day.counted : day.skipped)) // [1,"Christmas Day","Saturday","Sunday","Boxing Day",2,3]
 * Result.mapError(clocksFor(Instant(0.5), rotherham), ({ field }) => field) // failure("from")
 * ```
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
 *
 * @param on the calendar of each nation that working days are counted on
 *
 * @example
 * ```ts
 * import { calendars, formatInstant } from "@safe-return/domain/calendar"
 * import { clocksOf } from "@safe-return/domain/deadlines"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * const { episode } = syntheticCase("returned")
 * Option.map(clocksOf(episode, calendars), ({ elapsedClock, anchoredBy }) => [formatInstant(elapsedClock.dueAt), anchoredBy]) // some(["2026-11-24T09:30:00.000Z","returned"])
 * clocksOf(syntheticCase("missing").episode, calendars) // none()
 * ```
 */
export const clocksOf = (episode: Episode, on: Calendars): Option.Option<EpisodeClocks> =>
  Option.map(anchorOfEpisode(episode), (anchor) => ({
    ...reckonClocks(anchor.from, policyAsPlaced(episode), on),
    ...anchor,
    ...placedWith(episode)
  }))

/**
 * The elapsed hours (72) of an episode alone, which no calendar moves; none while the child is missing, or if
 * cancelled. The moment `dueAt` (epoch milliseconds) is still within.
 *
 * @example
 * ```ts
 * import { formatInstant } from "@safe-return/domain/calendar"
 * import { elapsedClockOf } from "@safe-return/domain/deadlines"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * const { episode } = syntheticCase("returned")
 * Option.map(elapsedClockOf(episode), ({ dueAt }) => formatInstant(dueAt)) // some("2026-11-24T09:30:00.000Z")
 * ```
 */
export const elapsedClockOf = (episode: Episode): Option.Option<EpisodeElapsedClock> =>
  Option.map(anchorOfEpisode(episode), (anchor) => ({ ...elapsedClock(anchor.from, episode.policy), ...anchor }))

/** Where a found child is somewhere else and not back, nothing runs: a clock that starts at the return has not begun. */
const isBegun = (state: ChildState, episode: Episode, { provisional }: Anchor): boolean =>
  !provisional || stayOf(state, episode) === undefined

/**
 * {@link clocksOf} as they run: none, too, while the child is found, somewhere else and not back.
 *
 * @param on the calendar of each nation that working days are counted on
 *
 * @example
 * ```ts
 * import { calendars, utc } from "@safe-return/domain/calendar"
 * import { runningClocksOf } from "@safe-return/domain/deadlines"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * const { state, episode } = syntheticCase("found")
 * Option.map(runningClocksOf(state, episode, calendars), ({ provisional }) => provisional) // some(true)
 * const stay = { episodeId: episode.id, whereabouts: "hospital", since: utc(2026, 11, 21, 9) } as const
 * const elsewhere = syntheticCase("found", [{ _tag: "RecordWhereabouts", ...stay }])
 * runningClocksOf(elsewhere.state, elsewhere.episode, calendars) // none()
 * ```
 */
export const runningClocksOf = (state: ChildState, episode: Episode, on: Calendars): Option.Option<EpisodeClocks> =>
  Option.filter(clocksOf(episode, on), (clocks) => isBegun(state, episode, clocks))

/**
 * {@link elapsedClockOf} as it runs: none, too, while the child is found, somewhere else and not back.
 *
 * @example
 * ```ts
 * import { formatInstant } from "@safe-return/domain/calendar"
 * import { runningElapsedClockOf } from "@safe-return/domain/deadlines"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 * import { Option } from "effect"
 *
 * const { state, episode } = syntheticCase("returned")
 * Option.map(runningElapsedClockOf(state, episode), ({ dueAt }) => formatInstant(dueAt)) // some("2026-11-24T09:30:00.000Z")
 * const missing = syntheticCase("missing")
 * runningElapsedClockOf(missing.state, missing.episode) // none()
 * ```
 */
export const runningElapsedClockOf = (state: ChildState, episode: Episode): Option.Option<EpisodeElapsedClock> =>
  Option.filter(elapsedClockOf(episode), (clock) => isBegun(state, episode, clock))

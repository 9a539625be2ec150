/** Whom an alert has climbed to that nobody acknowledged, and whom it comes to next. */
import type { Calendar, Calendars } from "../calendar/calendar.ts"
import { Instant } from "../calendar/instant.ts"
import { afterWorkingMinutes, isWorkingTime } from "../deadlines/workingTime.ts"
import { type Alert, alertOf } from "../pathway/alert.ts"
import { isOpen } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import type { Rung } from "../policy/ladder.ts"

/** A rung with when the alert comes to it. */
export interface RungReached {
  readonly rung: Rung
  readonly at: Instant
  /** Nobody stands on it: the alert goes on to the next rung at once. */
  readonly isEmpty: boolean
}

/** The climb of one alert. */
export interface Climb {
  readonly episode: Episode
  readonly alert: Alert
  /** Reached by now, in the order of the ladder; once acknowledged, what had been reached by then. */
  readonly reached: ReadonlyArray<RungReached>
  /** When the next is reached, unless somebody acknowledges the alert first. */
  readonly next?: Instant
}

/** Whether anybody can be told on this rung: the caller knows who holds a role and who is away. */
export type IsManned = (rung: Rung, episode: Episode) => boolean

const MILLISECONDS_A_MINUTE = 60_000

const timeOf = ({ afterMinutes, clock }: Rung, from: Instant, { policy }: Episode, calendar: Calendar): Instant =>
  clock === "working-hours" && afterMinutes > 0 && policy.workingHours !== undefined
    ? afterWorkingMinutes(from, afterMinutes, policy.workingHours.value, calendar)
    : Instant(from + afterMinutes * MILLISECONDS_A_MINUTE)

const isPassedOver = ({ onlyOutOfHours }: Rung, at: Instant, { policy }: Episode, calendar: Calendar): boolean =>
  onlyOutOfHours === true && policy.workingHours !== undefined && isWorkingTime(at, policy.workingHours.value, calendar)

/** The whole ladder of an episode as its alert would climb it, each rung with its time. */
const rungsOf = (
  episode: Episode,
  alert: Alert,
  isManned: IsManned,
  calendar: Calendar
): ReadonlyArray<RungReached> => {
  const rungs: Array<RungReached> = []
  for (const rung of episode.policy.ladder?.value ?? []) {
    if (rung.risks !== undefined && !rung.risks.includes(episode.risk)) continue
    const own = timeOf(rung, alert.at, episode, calendar)
    const before = rungs.at(-1)
    const at = before?.isEmpty === true ? Instant(Math.min(own, before.at)) : own
    if (isPassedOver(rung, at, episode, calendar)) continue
    rungs.push({ rung, at, isEmpty: !isManned(rung, episode) })
  }
  return rungs
}

const climbOf = (episode: Episode, now: Instant, isManned: IsManned, calendar: Calendar): Climb | undefined => {
  if (episode.policy.ladder === undefined || episode.progress._tag !== "Missing" || !isOpen(episode)) return undefined
  const alert = alertOf(episode)
  const until = alert.acknowledged?.at ?? now
  const rungs = rungsOf(episode, alert, isManned, calendar)
  const reached = rungs.filter(({ at }) => at <= until)
  const toCome = alert.acknowledged === undefined ? rungs.filter(({ at }) => at > now).map(({ at }) => at) : []
  const climb = { episode, alert, reached }
  return toCome.length === 0 ? climb : { ...climb, next: Instant(Math.min(...toCome)) }
}

/**
 * The climb of each alert that this child is missing, under the ladder frozen onto the episode; none where the policy has
 * no ladder, or once the child is found, back, or the episode over.
 *
 * @param now epoch milliseconds
 * @param on the calendar of each nation, a council's own in its place: `calendars` where it has none
 */
export const ladderOf = (
  state: ChildState,
  now: Instant,
  on: Calendars,
  isManned: IsManned = () => true
): ReadonlyArray<Climb> =>
  state.episodes.flatMap((episode) => {
    const climb = climbOf(episode, now, isManned, on[episode.policy.interview.calendar.value])
    return climb === undefined ? [] : [climb]
  })

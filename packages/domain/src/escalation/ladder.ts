/** The people an alert has climbed to, which of them have answered, and who is next. */

import type { Calendar, Calendars } from "../calendar/calendar.ts"
import { Instant } from "../calendar/instant.ts"
import { type Acknowledgement, type Alert, type AnsweredAlert, alertOf, climbStartOf } from "../pathway/alert.ts"
import { gradeActedOn } from "../pathway/reportReading.ts"
import { isOpen } from "../pathway/standing.ts"
import type { ChildState, Episode } from "../pathway/state.ts"
import type { OnRung, Rung } from "../policy/ladder.ts"
import { isPassedOver, rungTime } from "./rungTimes.ts"

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
  /** Reached by now, in the order of the ladder; once it has stopped, what had been reached by then. */
  readonly reached: ReadonlyArray<RungReached>
  /** When every role of a step that was reached had answered, so that it climbs no further; absent until then. */
  readonly stoppedAt?: Instant
  /** When the next is reached, unless the people who were told answer first. */
  readonly next?: Instant
  /** The steps that were reached and still need answers: those of one step stop it. None once it has stopped. */
  readonly awaits: ReadonlyArray<AwaitedStep>
}

/** A step of a climb, when it was reached, and the roles whose answers it still needs. */
export interface AwaitedStep {
  readonly at: Instant
  readonly roles: ReadonlyArray<OnRung>
}

/** Whether anybody can be told on this rung: the caller knows who holds a role and who is away. */
export type IsManned = (rung: Rung, episode: Episode) => boolean

/** A rung with when the policy alone comes to it. */
export interface RungByPolicy {
  readonly rung: Rung
  readonly at: Instant
}

/**
 * When a person came to stand on a rung that had been empty; undefined where it was not, or that is not known.
 *
 * @param later the rungs that the policy comes to after it
 */
export type MannedSince = (rung: Rung, episode: Episode, later: ReadonlyArray<RungByPolicy>) => Instant | undefined

/** When a rung had an alert, where the caller keeps that: a climb takes nothing back. */
export type ToldAt = (rung: Rung, episode: Episode) => Instant | undefined

/** When an alert began again, because a person who had answered it went away; undefined where none has. */
export type BegunAgain = (episode: Episode) => Instant | undefined

/** What the steps of a climb are reckoned with. */
interface LadderQuestion {
  readonly episode: Episode
  readonly isManned: IsManned
  readonly mannedSince: MannedSince
  readonly toldAt: ToldAt
  readonly begunAgain: BegunAgain
  readonly calendar: Calendar
}

/** A rung with the step it belongs to: the rungs that an undisturbed climb comes to at the same time. */
interface TimedRung extends RungReached {
  readonly step: Instant
  /** When the policy alone would come to it. */
  readonly own: Instant
}

/** The whole ladder of an episode as an alert climbs it that began at `start` and is news since `alertedAt`. */
const rungsFrom = (
  start: Instant,
  alertedAt: Instant,
  { episode, isManned, mannedSince, toldAt, calendar }: LadderQuestion
): ReadonlyArray<TimedRung> => {
  const rungs: Array<TimedRung> = []
  let last: TimedRung | undefined
  const grade = gradeActedOn(episode)
  const byPolicy = (episode.policy.ladder?.value ?? [])
    .filter(({ risks }) => risks === undefined || risks.includes(grade))
    .map((rung): RungByPolicy => ({ rung, at: rungTime(rung, start, episode.policy, calendar) }))
  for (const { rung, at: own } of byPolicy) {
    const before = last
    // Where an empty rung passes an alert on, all of the next step hear of it at once.
    const isOnAtOnce = before !== undefined && (before.isEmpty || before.own === own)
    const step = isOnAtOnce ? Instant(Math.min(own, before.step)) : own
    const at = Instant(Math.max(Math.min(step, toldAt(rung, episode) ?? step), alertedAt))
    if (isPassedOver(rung, at, episode.policy, calendar)) continue
    const isEmpty = !isManned(rung, episode)
    const later = byPolicy.filter((other) => other.at > own)
    const since = isEmpty ? undefined : mannedSince(rung, episode, later)
    const hadPassedOn = since !== undefined && since >= at
    last = { rung, at, step, own, isEmpty: isEmpty || hadPassedOn }
    // Who comes to stand there later is told then, and takes back nothing from those who were told meanwhile.
    rungs.push(hadPassedOn ? { rung, at: since, step: since, own, isEmpty } : last)
  }
  return rungs
}

/** When someone first answered for a role; undefined while nobody has. An answer from before there were roles is for all. */
const answeredAt = (role: OnRung, answers: ReadonlyArray<Acknowledgement>): Instant | undefined =>
  answers.find(({ as }) => as === undefined || as.includes(role))?.at

/** Whose answers stop a climb at a step: of every role on it that can be told; of the duty alone, which is there for all. */
const answering = (rungs: ReadonlyArray<TimedRung>): ReadonlyArray<TimedRung> => {
  const manned = rungs.filter(({ isEmpty }) => !isEmpty)
  const duty = manned.filter(({ rung }) => rung.onlyOutOfHours === true)
  return duty.length > 0 ? duty : manned
}

/** When a step had its answers: it was reached, and each role that has to answer has. */
const stepAnsweredAt = (
  rungs: ReadonlyArray<TimedRung>,
  answers: ReadonlyArray<Acknowledgement>
): Instant | undefined => {
  const needed = answering(rungs)
  const times = needed.flatMap(({ rung, at }) => {
    const answered = answeredAt(rung.who, answers)
    return answered === undefined ? [] : [at, answered]
  })
  return needed.length === 0 || times.length < needed.length * 2 ? undefined : Instant(Math.max(...times))
}

/** The roles whose answers the steps still need, step by step. */
const awaitedOf = (
  rungs: ReadonlyArray<TimedRung>,
  answers: ReadonlyArray<Acknowledgement>
): ReadonlyArray<AwaitedStep> =>
  [...Map.groupBy(rungs, ({ step }) => step)].flatMap(([at, step]) => {
    const roles = answering(step).map(({ rung }) => rung.who)
    const awaited = new Set(roles.filter((role) => answeredAt(role, answers) === undefined))
    return awaited.size === 0 ? [] : [{ at, roles: [...awaited] }]
  })

/** When a climb had the answers of a whole step; undefined while no step has them. */
const stopOf = (rungs: ReadonlyArray<TimedRung>, answers: ReadonlyArray<Acknowledgement>): Instant | undefined => {
  const bySteps = Map.groupBy(rungs, ({ step }) => step)
  const beforeRoles = answers.filter(({ as }) => as === undefined).map(({ at }) => at)
  const stops = [...beforeRoles, ...[...bySteps.values()].flatMap((step) => stepAnsweredAt(step, answers) ?? [])]
  return stops.length === 0 ? undefined : Instant(Math.min(...stops))
}

/** The alerts of one climb, the newest last: each came before the people told of the one before had answered it. */
const climbFor = (alert: Alert, asked: LadderQuestion): ReadonlyArray<TimedRung> => {
  let start = alert.at
  let rungs: ReadonlyArray<TimedRung> = []
  let last: AnsweredAlert | undefined
  for (const one of [...(alert.earlier ?? []), alert]) {
    const stopped = last === undefined ? undefined : stopOf(rungs, last.acknowledgements)
    if (last === undefined || (stopped !== undefined && stopped <= one.at)) start = climbStartOf(one)
    if (one === alert) start = Instant(Math.max(start, asked.begunAgain(asked.episode) ?? start))
    // What is kept of messages is of the newest alert.
    rungs = rungsFrom(start, one.at, one === alert ? asked : { ...asked, toldAt: () => undefined })
    last = one
  }
  return rungs
}

const climbOf = (now: Instant, asked: LadderQuestion): Climb | undefined => {
  const { episode } = asked
  if (episode.policy.ladder === undefined || episode.progress._tag !== "Missing" || !isOpen(episode)) return undefined
  const alert = alertOf(episode)
  const rungs = climbFor(alert, asked)
  const stop = stopOf(rungs, alert.acknowledgements)
  const stoppedAt = stop === undefined || stop > now ? undefined : stop
  const until = stoppedAt ?? now
  const reached = rungs.flatMap(({ step: _, own: __, ...rung }) => (rung.at <= until ? [rung] : []))
  const toCome = stoppedAt === undefined ? rungs.filter(({ at }) => at > now).map(({ at }) => at) : []
  return {
    episode,
    alert,
    reached,
    awaits:
      stoppedAt === undefined
        ? awaitedOf(
            rungs.filter(({ at }) => at <= now),
            alert.acknowledgements
          )
        : [],
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    ...(toCome.length === 0 ? {} : { next: Instant(Math.min(...toCome)) })
  }
}

/**
 * The climb of each alert about this child, under the ladder frozen onto the episode.
 *
 * Times are epoch milliseconds. Nothing climbs for a child who is not missing, or whose policy has no ladder.
 *
 * @param now epoch milliseconds
 * @param on the calendar of each nation that working hours are counted on
 * @param isManned whether anybody can be told on a rung; everybody can where it is left out
 *
 * @example
 * ```ts
 * import { calendars, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { ladderOf } from "@safe-return/domain/escalation"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("missing")
 * const [climb] = ladderOf(state, utc(2026, 11, 20, 19, 5), calendars)
 * climb?.reached.map(({ rung, at }) => [rung.who, formatInstant(at)]) // [["worker","2026-11-20T19:00:00.000Z"]]
 * climb?.next && formatInstant(climb.next) // "2026-11-20T19:15:00.000Z"
 * ladderOf(syntheticCase("returned").state, utc(2026, 11, 21, 12), calendars) // []
 * ```
 */
export const ladderOf = (
  state: ChildState,
  now: Instant,
  on: Calendars,
  isManned: IsManned = () => true,
  mannedSince: MannedSince = () => undefined,
  toldAt: ToldAt = () => undefined,
  begunAgain: BegunAgain = () => undefined
): ReadonlyArray<Climb> =>
  state.episodes.flatMap((episode) => {
    const calendar = on[episode.policy.interview.calendar.value]
    const climb = climbOf(now, { episode, isManned, mannedSince, toldAt, begunAgain, calendar })
    return climb === undefined ? [] : [climb]
  })

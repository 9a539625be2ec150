/** What waits and what has happened since the working day before, computed from the children's states alone. */

import {
  type AwaitedReport,
  awaitedReports,
  childrenMissing,
  eachMissing,
  everyDecisionOwed,
  type MissingChild,
  type OpenEpisode,
  type OwedDecision,
  openEpisodesAt,
  type UndecidedTrigger,
  undecidedTriggers
} from "@safe-return/casework"
import {
  addDays,
  type Calendar,
  type Calendars,
  type CivilDay,
  type Instant,
  isWorkingDay,
  startOfLondonDay
} from "@safe-return/domain/calendar"
import { digestDue, heldToWorkingTime, interviewQueue, type QueueLine } from "@safe-return/domain/deadlines"
import { type ChildReference, type ChildState, offeredAtOf } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import { Option } from "effect"

/** By reference: each child once, whatever happened to them how often. */
export interface News {
  readonly reported: ReadonlyArray<ChildReference>
  readonly returned: ReadonlyArray<ChildReference>
  readonly interviewed: ReadonlyArray<ChildReference>
}

export interface Digest {
  readonly day: CivilDay
  /** The working day before: what has happened from its beginning until the summary is the news. */
  readonly since: CivilDay
  readonly now: Instant
  /** Each child once, however many reports of them are open. */
  readonly stillMissing: ReadonlyArray<MissingChild>
  /** Found, and nobody has recorded the return: what is due is provisional. */
  readonly noReturn: ReadonlyArray<OpenEpisode>
  /** What the police told of a report that has not come. */
  readonly awaited: ReadonlyArray<AwaitedReport>
  readonly overdue: ReadonlyArray<QueueLine>
  /** Due by either clock before the office opens again after this day, and not overdue yet. */
  readonly dueToday: ReadonlyArray<QueueLine>
  readonly unassigned: ReadonlyArray<QueueLine>
  readonly notOffered: ReadonlyArray<QueueLine>
  /** What was sent contradicts what was recorded, and a person says what stands. */
  readonly decisions: ReadonlyArray<OwedDecision>
  readonly undecided: ReadonlyArray<UndecidedTrigger & { readonly child: ChildReference }>
  readonly news: News
}

interface DigestFacts {
  readonly states: ReadonlyMap<ChildReference, ChildState>
  readonly policy: Policy
  /** With the council's own days. */
  readonly calendars: Calendars
  /** A summary that fell due before this workspace was told of anything is not sent. */
  readonly announceFrom: Instant
  readonly now: Instant
}

const workingDayBefore = (calendar: Calendar, day: CivilDay): CivilDay => {
  let before = addDays(day, -1)
  while (!isWorkingDay(calendar, before)) before = addDays(before, -1)
  return before
}

const isUnassigned = ({ standing }: QueueLine): boolean => standing._tag === "Unassigned"

const isNotOffered = ({ standing, episode }: QueueLine): boolean =>
  standing._tag === "Assigned" && offeredAtOf(standing.interview, episode) === undefined

/** By either clock, before the office opens again after this day: what falls due in the night cannot wait until then. */
export const isDueOn = (day: CivilDay, { clocks, level, episode: { policy } }: QueueLine, on: Calendars): boolean => {
  const night = startOfLondonDay(addDays(day, 1))
  const { workingHours, interview } = policy
  const until =
    workingHours === undefined ? night : heldToWorkingTime(night, workingHours.value, on[interview.calendar.value])
  const { dueAt } = clocks.elapsedClock
  return (
    level !== "not-back" && ((dueAt >= startOfLondonDay(day) && dueAt < until) || clocks.workingDayClock.dueDay === day)
  )
}

const newsBetween = (states: DigestFacts["states"], from: Instant, until: Instant): News => {
  const isThen = (at: Instant | undefined) => at !== undefined && at >= from && at < until
  const whose = (happened: (state: ChildState) => boolean) =>
    [...states].flatMap(([child, state]) => (state.death === undefined && happened(state) ? [child] : []))
  return {
    reported: whose(({ episodes }) =>
      episodes.some(({ progress, notifiedAt }) => progress._tag !== "Cancelled" && isThen(notifiedAt))
    ),
    returned: whose(({ episodes }) =>
      episodes.some(({ progress }) => progress._tag === "Returned" && isThen(progress.returnedAt))
    ),
    interviewed: whose(({ interviews }) => interviews.some(({ completed }) => isThen(completed?.completedAt)))
  }
}

/** Whether there is anything in it to read. */
export const hasAnything = ({ news, ...waiting }: Digest): boolean =>
  [...Object.values(news), ...Object.values(waiting)].some((one) => Array.isArray(one) && one.length > 0)

/** Whether the report has not come since, nor a person recorded it. */
export const isStillAwaited =
  (states: DigestFacts["states"]) =>
  ({ child, notification: { policeReference } }: AwaitedReport): boolean => {
    const state = states.get(child)
    return (
      state !== undefined &&
      awaitedReports(new Map([[child, state]])).some((one) => one.notification.policeReference === policeReference)
    )
  }

interface Since extends Pick<DigestFacts, "states" | "calendars" | "now"> {}

/** What of a summary is still so: what was seen to since the morning is not asked for all day. */
export const leftOfDigest = (digest: Digest, { states, calendars, now }: Since): Digest => {
  const only = (child: ChildReference): DigestFacts["states"] => {
    const state = states.get(child)
    return state === undefined ? new Map() : new Map([[child, state]])
  }
  const stillAt =
    (stage: "Missing" | "Found") =>
    ({ child, episode: { id } }: OpenEpisode): ReadonlyArray<OpenEpisode> =>
      openEpisodesAt(only(child), stage).filter(({ episode }) => episode.id === id)
  const lines = new Map<QueueLine, QueueLine | undefined>()
  const current = (line: QueueLine): ReadonlyArray<QueueLine> => {
    if (!lines.has(line)) {
      const queue = interviewQueue(only(line.child), now, calendars)
      lines.set(
        line,
        queue.find(({ episode }) => episode.id === line.episode.id)
      )
    }
    const found = lines.get(line)
    return found === undefined ? [] : [found]
  }
  // What was nobody's that morning and has an interviewer now is not offered yet.
  const named = [
    ...new Set([...digest.overdue, ...digest.dueToday, ...digest.unassigned, ...digest.notOffered])
  ].flatMap(current)
  return {
    ...digest,
    stillMissing: digest.stillMissing.flatMap(({ child, episode, others }) =>
      eachMissing([{ child, episode }, ...others].flatMap(stillAt("Missing")))
    ),
    noReturn: digest.noReturn.flatMap(stillAt("Found")),
    awaited: digest.awaited.filter(isStillAwaited(states)),
    overdue: digest.overdue.flatMap(current).filter(({ level }) => level === "overdue"),
    dueToday: digest.dueToday.flatMap(current),
    unassigned: named.filter(isUnassigned),
    notOffered: named.filter(isNotOffered),
    decisions: digest.decisions.filter((one) =>
      everyDecisionOwed(only(one.child)).some(({ episode, owed }) => episode.id === one.episode.id && owed === one.owed)
    ),
    undecided: digest.undecided.filter(({ child, firing: { key } }) =>
      [...only(child).values()].some((state) =>
        undecidedTriggers(state, now, calendars).some(({ firing }) => firing.key === key)
      )
    )
  }
}

/** None outside the policy's morning hours, and on a day nobody works on: what falls due then is said by messages of its own. */
export const digestOf = ({ states, policy, calendars, announceFrom, now }: DigestFacts): Option.Option<Digest> =>
  Option.flatMap(digestDue(policy, now), ({ day, from }) => {
    if (from < announceFrom) return Option.none()
    const calendar = calendars[policy.interview.calendar.value]
    if (!isWorkingDay(calendar, day)) return Option.none()
    const lines = interviewQueue(states, now, calendars)
    const since = workingDayBefore(calendar, day)
    return Option.some({
      day,
      since,
      now,
      stillMissing: childrenMissing(states),
      noReturn: openEpisodesAt(states, "Found"),
      awaited: awaitedReports(states),
      overdue: lines.filter(({ level }) => level === "overdue"),
      dueToday: lines.filter((line) => line.level !== "overdue" && isDueOn(day, line, calendars)),
      unassigned: lines.filter(isUnassigned),
      notOffered: lines.filter(isNotOffered),
      decisions: everyDecisionOwed(states),
      undecided: [...states].flatMap(([child, state]) =>
        undecidedTriggers(state, now, calendars).map((undecided) => ({ child, ...undecided }))
      ),
      news: newsBetween(states, startOfLondonDay(since), from)
    })
  })

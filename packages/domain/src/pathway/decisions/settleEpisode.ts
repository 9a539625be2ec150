/** Brings an episode to what all notifications about it come to, whatever order they came in. */
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { Instant } from "../../calendar/instant.ts"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import { type Check, pass } from "../check.ts"
import type { PathwayEvent } from "../events.ts"
import type { EarlyNotification, Notification } from "../notification.ts"
import { MissingAfterFound } from "../refusals.ts"
import { type JoinedNotification, notificationsOf, repeatsOf } from "../reports.ts"
import { episodeById } from "../standing.ts"
import type { ChildState, Closure, Episode } from "../state.ts"
import { asksPerson } from "./asksPerson.ts"
import { type DecisionContext, latestAccepted } from "./decision.ts"
import {
  endEvents,
  type IgnoredReport,
  type IgnoredReports,
  knownBy,
  type ReportedEnd,
  reportedEnd
} from "./reportedEnd.ts"
import { factsEvent, factsReported } from "./reportedFacts.ts"
import { timesOf } from "./reportedTimes.ts"
import { countsAsSent, lastReportedAt } from "./sending.ts"

const ALWAYS = Number.POSITIVE_INFINITY as Instant

export interface Settlement {
  readonly events: ReadonlyArray<PathwayEvent>
  /** The notifications about the episode that change nothing, and why. */
  readonly ignored: ReadonlyMap<Notification, IgnoredReport>
}

const NOTHING_SETTLED: Settlement = { events: [], ignored: new Map() }

const recordedAtOf = (closure: Closure): Instant => {
  switch (closure._tag) {
    case "Transferred":
      return closure.recordedAt ?? closure.transferredAt
    case "Died":
      return ALWAYS
    case "Closed":
    case "ClosedAtEighteen":
      return closure.closedAt
  }
}

/** An episode that is over is changed by one thing alone: a report sent since that says that the child is missing. */
const closedEvents = (
  episode: Episode & { readonly closure: Closure },
  end: ReportedEnd,
  lastReport: Instant
): ReadonlyArray<PathwayEvent> => {
  if (episode.closure._tag === "Died") return []
  const isAgain = episode.progress._tag !== "Missing" || lastReport > recordedAtOf(episode.closure)
  return end.progress._tag === "Missing" && isAgain ? endEvents(episode, end) : []
}

/** The time it reports is the one recorded. */
const saysNothingNew = ({ progress }: Episode, notification: Notification): boolean =>
  (notification.kind === "found" && "foundAt" in progress && progress.foundAt === notification.foundAt) ||
  (notification.kind === "returned" && progress._tag === "Returned" && progress.returnedAt === notification.returnedAt)

const ignoredUpdates = (
  joined: ReadonlyArray<JoinedNotification>,
  episode: Episode,
  standing: ReadonlySet<Notification>,
  isPossible: (missingAt: Instant) => boolean,
  { until, now, ignored }: { readonly until: Instant; readonly now: Instant; readonly ignored: IgnoredReports }
): void => {
  for (const received of joined) {
    const { notification } = received
    if (notification.kind !== "updated" || standing.has(notification)) continue
    const { kind, policeReference, sentAt, child, ...facts } = notification
    if (Object.keys(facts).length === 0) continue
    if (countsAsSent(received, episode, now) > until) ignored.set(notification, { reason: "episode-cancelled" })
    else if (notification.missingAt !== undefined && !isPossible(notification.missingAt)) {
      ignored.set(notification, { reason: "out-of-order", refusal: MissingAfterFound })
    } else ignored.set(notification, { reason: "older-than-last-update" })
  }
}

/** The events that bring an episode to what is known of it by notifications; none where it stands so. */
export const settleEpisode = (state: ChildState, id: EpisodeId, { now }: DecisionContext): Settlement => {
  const episode = Option.getOrUndefined(episodeById(state, id))
  if (episode === undefined) return NOTHING_SETTLED
  if (episode.progress._tag === "Cancelled" && episode.progress.duplicateOf !== undefined) return NOTHING_SETTLED
  const joined = notificationsOf(state, id)
  const ignored: IgnoredReports = new Map()
  let end = reportedEnd(state, episode, joined, ignored, now)
  const known = knownBy(end.progress, episode.preventionInterviewAt)
  const latest = latestAccepted(now, episode.policy.futureToleranceMinutes.value)
  const isPossible = (missingAt: Instant) => missingAt <= latest && (known === undefined || missingAt <= known)
  const until = end.progress._tag === "Cancelled" ? end.sentAt : ALWAYS
  const { facts, standing } = factsReported(episode, joined, repeatsOf(state, id), now, { isPossible, until })
  const withFacts: Episode = { ...episode, ...facts }
  if (withFacts.missingAt !== episode.missingAt) {
    ignored.clear()
    end = reportedEnd(state, withFacts, joined, ignored, now)
  }
  ignoredUpdates(joined, episode, standing, isPossible, { until, now, ignored })
  const { closure } = episode
  if (closure === undefined) {
    const update = factsEvent(episode, facts)
    return { events: [...(update === undefined ? [] : [update]), ...endEvents(episode, end)], ignored }
  }
  const events = closedEvents({ ...episode, closure }, end, lastReportedAt(episode, joined, repeatsOf(state, id), now))
  if (events.length === 0) {
    for (const { notification } of joined) {
      if (notification.kind !== "missing" && !saysNothingNew(episode, notification)) {
        ignored.set(notification, { reason: "episode-closed" })
      }
    }
    return { events, ignored }
  }
  const update = factsEvent(episode, facts)
  return { events: [...(update === undefined ? [] : [update]), ...events], ignored }
}

/** The time that a person has to judge, of what was set aside for it. */
const timeToJudge = (notification: EarlyNotification, { reason }: IgnoredReport): Instant | undefined => {
  const { foundAt, returnedAt, missingAt } = timesOf(notification)
  switch (reason) {
    case "already-recorded":
    case "out-of-order":
    case "episode-cancelled":
    case "episode-closed":
    case "reported-missing-since":
      return foundAt ?? returnedAt ?? missingAt
    default:
      return undefined
  }
}

/** That a notification was kept and changed nothing; none where it did, or says what is recorded. */
export const setAside = (
  { id: episodeId, ...episode }: Pick<Episode, "id" | "progress" | "personsWord" | "policy">,
  notification: Notification,
  ignored: IgnoredReport | undefined
): ReadonlyArray<PathwayEvent> => {
  if (ignored === undefined || notification.kind === "missing") return []
  const reportedTime = timeToJudge(notification, ignored)
  return [
    {
      _tag: "NotificationSetAside",
      episodeId,
      kind: notification.kind,
      reason: ignored.reason,
      ...(reportedTime === undefined ? {} : { reportedTime }),
      ...(asksPerson(notification.kind, ignored.reason, episode, reportedTime) ? { toDecide: true as const } : {})
    }
  ]
}

/** Whether a notification that has only now come can be taken. */
export const checkNotIgnored = (settled: Settlement, notification: Notification): Check => {
  const refusal = settled.ignored.get(notification)?.refusal
  return refusal === undefined ? pass : Result.fail(refusal)
}

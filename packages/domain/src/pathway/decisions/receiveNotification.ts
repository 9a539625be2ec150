import * as Equal from "effect/Equal"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { Instant } from "../../calendar/instant.ts"
import { deepFreeze } from "../../deepFreeze.ts"
import { definedFields } from "../../definedFields.ts"
import type { EpisodeId } from "../../vocabulary/identifiers.ts"
import type { ReceiveNotification } from "../commands.ts"
import type { EventOf, PathwayEvent } from "../events.ts"
import { evolveAt } from "../evolve.ts"
import type { EarlyNotification, MissingNotification, Notification } from "../notification.ts"
import { IdUsedBefore, NotificationConflicts, SameDisappearance, TimeInFuture } from "../refusals.ts"
import { absenceAsRead } from "../reportReading.ts"
import { episodeReported, episodesSaidFrom, keptOf, notificationsOf } from "../reports.ts"
import { episodeById } from "../standing.ts"
import type { ChildState, Episode, Repeat } from "../state.ts"
import { accept, type Decision, type DecisionContext, decideAfter, latestAccepted, refuse } from "./decision.ts"
import { joinReported } from "./joinReported.ts"
import { childFound } from "./recordFound.ts"
import { childReturned } from "./recordReturned.ts"
import { checkNewsTimes, checkReportTimes } from "./reportedTimes.ts"
import { checkNotIgnored, type Settlement, setAside, settleEpisode } from "./settleEpisode.ts"

/** Two notifications say the same when all but the time of sending agrees: a retry may be sent later. */
export const saysTheSame = ({ sentAt: _a, ...a }: Notification, { sentAt: _b, ...b }: Notification): boolean =>
  Equal.equals(a, b)

/** Updates come one after another, told apart by when they were sent; of every other kind there is one. */
const standsFor = (a: Notification, b: Notification): boolean =>
  a.policeReference === b.policeReference && a.kind === b.kind && (a.kind !== "updated" || a.sentAt === b.sentAt)

/**
 * Whether this very notification was recorded on this child before: sent again, it changes nothing.
 *
 * @param notification its times are epoch milliseconds
 *
 * @example
 * ```ts
 * import { emptyChildState, isRepeat } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("missing")
 * const [received] = state.notifications
 * received && isRepeat(state, received.notification) // true
 * received && isRepeat(emptyChildState, received.notification) // false
 * ```
 */
export const isRepeat = (state: ChildState, notification: Notification): boolean =>
  [...state.notifications, ...(state.death?.laterNotifications ?? [])].some(
    (received) => standsFor(received.notification, notification) && saysTheSame(received.notification, notification)
  )

type Received = EventOf<"NotificationReceived">

const isMissing = ({ progress, closure }: Episode): boolean => progress._tag === "Missing" && closure === undefined

/** What a notification comes to on the episode it is about, besides having been received. */
const settleWith = (
  state: ChildState,
  received: Received & { readonly episodeId: EpisodeId },
  context: DecisionContext
): Settlement => settleEpisode(evolveAt(state, [received], context.now), received.episodeId, context)

/** When an episode was over; undefined while it is not, or was cancelled. */
const endOf = ({ progress }: Episode): Instant | undefined =>
  progress._tag === "Returned" ? progress.returnedAt : progress._tag === "Found" ? progress.foundAt : undefined

const openEpisode = (
  state: ChildState,
  notification: MissingNotification,
  { newEpisodeId, policy, actedBefore, endedBefore = {} }: ReceiveNotification,
  context: DecisionContext
): Decision => {
  if (Option.isSome(episodeById(state, newEpisodeId))) return refuse(IdUsedBefore({ field: "newEpisodeId" }))
  const { kind: _, policeReference, sentAt: _sentAt, child: _child, ...facts } = notification
  const opening: ReadonlyArray<PathwayEvent> = [
    { _tag: "NotificationReceived", notification, episodeId: newEpisodeId, ...definedFields({ actedBefore }) },
    {
      _tag: "EpisodeOpened",
      episodeId: newEpisodeId,
      ...facts,
      absence: absenceAsRead(facts.absence, facts.missingFrom, policy),
      notifiedAt: context.now,
      // Its owner may go on changing theirs: this episode's stays as it was.
      policy: deepFreeze(policy)
    },
    // In one record with the report: nobody is alerted of a child who is back.
    ...(endedBefore.foundAt === undefined ? [] : [childFound(newEpisodeId, endedBefore.foundAt)]),
    ...(endedBefore.returnedAt === undefined ? [] : [childReturned(newEpisodeId, endedBefore.returnedAt)])
  ]
  // None of what came before can stop the episode opening.
  const early = state.early.filter((waiting) => waiting.policeReference === policeReference)
  if (early.length === 0) return accept(...opening)
  const settled = settleEpisode(evolveAt(state, opening, context.now), newEpisodeId, context)
  const opened = { id: newEpisodeId, progress: { _tag: "Missing" }, policy } as const
  const aside = early.flatMap((waiting) => setAside(opened, waiting, settled.ignored.get(waiting)))
  return accept(...opening, ...settled.events, ...aside)
}

/** A further report of a disappearance that is on the record, with the news under its reference that had to wait for it. */
const joinEpisode = (
  state: ChildState,
  notification: MissingNotification,
  episode: Episode,
  context: DecisionContext
): ReadonlyArray<PathwayEvent> => {
  const { id: episodeId } = episode
  const received = { _tag: "NotificationReceived", notification, episodeId } as const
  const settled = settleWith(state, received, context)
  const early = state.early.filter(({ policeReference }) => policeReference === notification.policeReference)
  return [
    received,
    ...settled.events,
    ...early.flatMap((waiting) => setAside(episode, waiting, settled.ignored.get(waiting)))
  ]
}

const endsMissing = (
  state: ChildState,
  events: ReadonlyArray<PathwayEvent>,
  episodeId: EpisodeId,
  { now }: DecisionContext
): boolean => Option.exists(episodeById(evolveAt(state, events, now), episodeId), isMissing)

/** Whether the very same was sent at the very same time before. */
const isSentThen = (
  { repeats = [] }: ChildState,
  repeated: ReadonlyArray<Notification>,
  { policeReference, kind, sentAt }: Notification
): boolean =>
  repeated.some((before) => before.sentAt === sentAt) ||
  repeats.some(
    (before) => before.policeReference === policeReference && before.kind === kind && before.sentAt === sentAt
  )

/** The same was sent at another time too, and may outweigh now what was sent in between. */
const repeatOn = (
  state: ChildState,
  episode: Episode | undefined,
  { policeReference, kind, sentAt }: Repeat,
  context: DecisionContext
): Decision => {
  const again = { _tag: "NotificationRepeated", policeReference, kind, sentAt } as const
  if (episode === undefined) return accept(again)
  return accept(again, ...settleEpisode(evolveAt(state, [again], context.now), episode.id, context).events)
}

/** News that was sent before: said again at another time, it outweighs what was sent in between. */
const receiveRepeatedNews = (
  state: ChildState,
  notification: EarlyNotification,
  same: ReadonlyArray<Notification>,
  { policy }: ReceiveNotification,
  context: DecisionContext
): Decision => {
  const repeated = same.filter((before) => saysTheSame(before, notification))
  if (repeated.length === 0) return refuse(NotificationConflicts)
  const { kind, sentAt } = notification
  if (isSentThen(state, repeated, notification)) return accept()
  if (sentAt > latestAccepted(context.now, policy.futureToleranceMinutes.value)) {
    return refuse(TimeInFuture({ field: "sentAt" }))
  }
  if (kind === "updated") return accept()
  return repeatOn(state, episodeReported(state, notification), { ...notification, kind }, context)
}

/** The episode on record that a report under a new reference is about, unless it stays cancelled. */
const sameDisappearance = (
  state: ChildState,
  notification: MissingNotification,
  context: DecisionContext
): Episode | undefined =>
  episodesSaidFrom(state, notification.missingAt).find((episode) => {
    const { progress } = episode
    if (progress._tag === "Cancelled" && progress.duplicateOf !== undefined) return false
    // Where every report was cancelled by those who sent it, this one can only have been cancelled too.
    if (progress._tag !== "Cancelled" || episode.personsWord?.progress._tag !== "Cancelled") return true
    const joinEpisodes = evolveAt(state, joinEpisode(state, notification, episode, context), context.now)
    return Option.exists(episodeById(joinEpisodes, episode.id), (after) => after.progress._tag !== "Cancelled")
  })

/** A sender's clock that is ahead says nothing of the order: whether the child is missing again is for a person to find out. */
const clockAhead = (notification: MissingNotification, episodeId: EpisodeId): ReadonlyArray<PathwayEvent> => [
  { _tag: "NotificationReceived", notification, episodeId },
  { _tag: "NotificationSetAside", episodeId, kind: "missing", reason: "clock-ahead", toDecide: true }
]

/** A report under a reference that has one on the record: news where it says that the child is missing after all. */
const receiveRepeatedReport = (
  state: ChildState,
  notification: MissingNotification,
  same: ReadonlyArray<Notification>,
  command: ReceiveNotification,
  context: DecisionContext
): Decision => {
  const repeated = same.filter((before) => saysTheSame(before, notification))
  const { sentAt } = notification
  if (isSentThen(state, repeated, notification)) return accept()
  const episode = episodeReported(state, notification)
  const tolerance = command.policy.futureToleranceMinutes.value
  const { missingAt } = notification
  const isTrusted = sentAt <= latestAccepted(context.now, tolerance)
  const end = episode === undefined ? undefined : endOf(episode)
  const isAnother = end !== undefined && missingAt > end && sentAt > end
  if (episode !== undefined && !isTrusted && repeated.length > 0 && !isMissing(episode) && !isAnother) {
    return accept(...clockAhead(notification, episode.id))
  }
  if (episode !== undefined && (isTrusted || isAnother)) {
    const events = joinEpisode(state, notification, episode, context)
    const isMissingAgain = !isMissing(episode) && endsMissing(state, events, episode.id, context)
    if (isAnother || isMissingAgain) {
      return decideAfter(checkReportTimes(notification, context.now, tolerance), () =>
        isAnother ? openEpisode(state, notification, command, context) : accept(...events)
      )
    }
    if (repeated.length > 0) return repeatOn(state, episode, notification, context)
  }
  return repeated.length > 0 ? accept() : refuse(NotificationConflicts)
}

const receiveReport = (
  state: ChildState,
  notification: MissingNotification,
  command: ReceiveNotification,
  context: DecisionContext
): Decision => {
  const wrongTimes = checkReportTimes(notification, context.now, command.policy.futureToleranceMinutes.value)
  if (Result.isFailure(wrongTimes)) return refuse(wrongTimes.failure)
  // Another police reference with another time is a fresh episode, even while an earlier one looks open: the return
  // may simply not have reached us, and an alert that is turned away is a child nobody looks for.
  const known = sameDisappearance(state, notification, context)
  // From the very same time it is the same disappearance, reported twice. Opened again it would be counted twice, and
  // refused its reference would stand for nothing: the child would stay missing here, whatever came under it.
  if (known === undefined) return openEpisode(state, notification, command, context)
  const isTrusted = notification.sentAt <= latestAccepted(context.now, command.policy.futureToleranceMinutes.value)
  const events = joinEpisode(state, notification, known, context)
  return isTrusted || isMissing(known)
    ? accept(...events)
    : accept(...events, ...clockAhead(notification, known.id).slice(1))
}

/** Ours to work on, or cancelled by those alone who reported it: then another report of it looks for the child again. */
const isJoinable = (episode: Episode): boolean => {
  const { progress, closure, personsWord } = episode
  if (progress._tag !== "Cancelled") return closure === undefined
  return progress.duplicateOf === undefined && personsWord?.progress._tag !== "Cancelled"
}

/** Another episode of the child that this one turns out to be the same disappearance as. */
const sameAs = (state: ChildState, id: EpisodeId): Episode | undefined => {
  const episode = keptOf(state, id)
  if (episode === undefined || !isJoinable(episode)) return undefined
  const times = notificationsOf(state, episode.id).flatMap(({ notification }) =>
    "missingAt" in notification && notification.missingAt !== undefined ? [notification.missingAt] : []
  )
  return [episode.missingAt, ...times]
    .flatMap((time) => episodesSaidFrom(state, time))
    .find((other) => other.id !== episode.id && isJoinable(other))
}

/** Only an update, or one that waited for its report, can show that an episode is the same as another on the record. */
const saysAnotherTime = ({ early }: ChildState, { kind, policeReference, ...notification }: Notification): boolean =>
  kind === "updated"
    ? "missingAt" in notification && notification.missingAt !== undefined
    : kind === "missing" &&
      early.some((waiting) => waiting.policeReference === policeReference && waiting.kind === "updated")

/** A decision's events, with those that join two episodes they show to be one. */
const joinEpisodes = (
  state: ChildState,
  notification: Notification,
  events: ReadonlyArray<PathwayEvent>,
  context: DecisionContext
): Decision => {
  const episodeId = events.find((event): event is Received => event._tag === "NotificationReceived")?.episodeId
  if (episodeId === undefined || !saysAnotherTime(state, notification)) return accept(...events)
  const after = evolveAt(state, events, context.now)
  const other = sameAs(after, episodeId)
  if (other === undefined) return accept(...events)
  const { kind, sentAt } = notification
  return Result.match(joinReported(after, episodeId, other.id, sentAt, context), {
    onSuccess: (joining) => accept(...events, ...joining),
    // A report that a child is missing is never refused for it: both are looked at, and people can join them.
    onFailure: () => (kind === "missing" ? accept(...events) : refuse(SameDisappearance))
  })
}

const receiveNews = (
  state: ChildState,
  notification: EarlyNotification,
  same: ReadonlyArray<Notification>,
  command: ReceiveNotification,
  context: DecisionContext
): Decision => {
  const episode = episodeReported(state, notification)
  // The police use a reference again: what was told of the time before does not contradict what is told now.
  const ofThis = same.filter((before) => episodeReported(state, before)?.id === episode?.id)
  if (ofThis.length > 0) return receiveRepeatedNews(state, notification, ofThis, command, context)
  // A time that has not come yet is refused even when its episode is still to come: it could never be joined.
  return decideAfter(checkNewsTimes(notification, context.now, command.policy.futureToleranceMinutes.value), () => {
    if (episode === undefined) return accept({ _tag: "NotificationReceived", notification })
    const received = { _tag: "NotificationReceived", notification, episodeId: episode.id } as const
    const settled = settleWith(state, received, context)
    const aside = setAside(episode, notification, settled.ignored.get(notification))
    return decideAfter(checkNotIgnored(settled, notification), () => accept(received, ...settled.events, ...aside))
  })
}

/** The same notification again changes nothing; one before its `missing` is kept and joined when that arrives. */
export const receiveNotification = (
  state: ChildState,
  command: ReceiveNotification,
  context: DecisionContext
): Decision => {
  const { notification } = command
  const same = state.notifications.flatMap((received) =>
    standsFor(received.notification, notification) ? [received.notification] : []
  )
  const decision =
    notification.kind !== "missing"
      ? receiveNews(state, notification, same, command, context)
      : same.length > 0
        ? receiveRepeatedReport(state, notification, same, command, context)
        : receiveReport(state, notification, command, context)
  return Result.flatMap(decision, (events) => joinEpisodes(state, notification, events, context))
}

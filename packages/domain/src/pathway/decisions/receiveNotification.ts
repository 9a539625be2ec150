import { Equal, Option, Result } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import type { ReceiveNotification } from "../commands.ts"
import type { PathwayEvent } from "../events.ts"
import { evolveAll } from "../evolve.ts"
import type { EpisodeId } from "../identifiers.ts"
import type { EarlyNotification, MissingNotification, Notification, UpdatedNotification } from "../notification.ts"
import { MissingAfterFound, NotificationConflicts, SameDisappearance } from "../refusals.ts"
import { episodeById, foundOrReturnedAt } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { childFound, foundTimeRefusal } from "./recordFound.ts"
import { childReturned, returnTimeRefusal } from "./recordReturned.ts"

type SetAside = Extract<PathwayEvent, { readonly _tag: "NotificationSetAside" }>

/** Two notifications say the same when all but the time of sending agrees: a retry may be sent later. */
const saysTheSame = ({ sentAt: _a, ...a }: Notification, { sentAt: _b, ...b }: Notification): boolean =>
  Equal.equals(a, b)

/** Updates come one after another, told apart by when they were sent; of every other kind there is one. */
const standsFor = (a: Notification, b: Notification): boolean =>
  a.policeReference === b.policeReference && a.kind === b.kind && (a.kind !== "updated" || a.sentAt === b.sentAt)

const findEpisode = (state: ChildState, id: EpisodeId): Episode | undefined =>
  Option.getOrUndefined(episodeById(state, id))

const episodeOf = (state: ChildState, notification: Notification): Episode | undefined => {
  const opened = state.notifications.find(
    (received) =>
      received.episodeId !== undefined && received.notification.policeReference === notification.policeReference
  )
  let episode = opened?.episodeId === undefined ? undefined : findEpisode(state, opened.episodeId)
  // A duplicate's news belongs to the episode that was kept, which may have been found a duplicate in its turn.
  for (let step = 0; step < state.episodes.length; step += 1) {
    if (episode?.progress._tag !== "Cancelled" || episode.progress.duplicateOf === undefined) break
    episode = findEpisode(state, episode.progress.duplicateOf)
  }
  return episode
}

const setAside = (
  episode: Episode,
  notification: EarlyNotification,
  reason: SetAside["reason"],
  reportedTime?: Instant
): SetAside => ({
  _tag: "NotificationSetAside",
  episodeId: episode.id,
  kind: notification.kind,
  reason,
  ...(reportedTime === undefined ? {} : { reportedTime })
})

/** The times a notification reports, by the field that gave them. */
const timesOf = (notification: EarlyNotification): Parameters<typeof refuseFuture>[0] => {
  switch (notification.kind) {
    case "found":
      return { foundAt: notification.foundAt }
    case "returned":
      return { returnedAt: notification.returnedAt }
    case "updated":
      return { missingAt: notification.missingAt, reportedAt: notification.reportedAt }
    case "cancelled":
      return {}
  }
}

/** When the child's whereabouts were known for certain: the police may have talked with them before they were back. */
const knownBy = (episode: Episode): Instant | undefined => {
  const ended = foundOrReturnedAt(episode)
  const { preventionInterviewAt: talkedAt } = episode
  return ended === undefined || talkedAt === undefined ? ended : (Math.min(ended, talkedAt) as Instant)
}

/** Of each fact the update sent last stands. An older one still tells what no later one spoke of: a raised risk, say. */
const updated = (
  state: ChildState,
  episode: Episode,
  notification: UpdatedNotification,
  { now }: DecisionContext
): Decision => {
  const { kind, policeReference, sentAt, child, ...told } = notification
  const later = state.notifications.flatMap(({ notification: other }) =>
    other.kind === kind && other.policeReference === policeReference && other.sentAt > sentAt ? [other] : []
  )
  const facts = Object.entries(told).filter(([fact]) => later.every((other) => !(fact in other)))
  if (facts.length === 0 && later.length > 0) return accept(setAside(episode, notification, "older-than-last-update"))
  const changes = Object.fromEntries(facts) as typeof told
  const future = refuseFuture(timesOf(notification), now, episode.policy.futureToleranceMinutes.value)
  if (future !== undefined) return refuse(future)
  const ended = knownBy(episode)
  if (changes.missingAt !== undefined && ended !== undefined && changes.missingAt > ended) {
    return refuse(new MissingAfterFound())
  }
  return accept({ _tag: "EpisodeUpdated", episodeId: episode.id, ...changes })
}

/** The time it reports is the one recorded. */
const saysNothingNew = ({ progress }: Episode, notification: EarlyNotification): boolean =>
  (notification.kind === "found" && "foundAt" in progress && progress.foundAt === notification.foundAt) ||
  (notification.kind === "returned" && progress._tag === "Returned" && progress.returnedAt === notification.returnedAt)

/** What a notification does to an episode that is open. First recorded stands: a second time is shown, not applied. */
const applied = (
  state: ChildState,
  episode: Episode,
  notification: EarlyNotification,
  context: DecisionContext
): Decision => {
  const { progress } = episode
  if (progress._tag === "Cancelled") return accept(setAside(episode, notification, "episode-cancelled"))
  if (saysNothingNew(episode, notification)) return accept()
  if (episode.closure !== undefined) {
    const { foundAt, returnedAt, missingAt } = timesOf(notification)
    return accept(setAside(episode, notification, "episode-closed", foundAt ?? returnedAt ?? missingAt))
  }
  switch (notification.kind) {
    case "updated":
      return updated(state, episode, notification, context)
    case "cancelled":
      return accept({ _tag: "EpisodeCancelled", episodeId: episode.id, reason: notification.reason })
    case "found": {
      const { foundAt } = notification
      if (progress._tag === "Missing") {
        const refusal = foundTimeRefusal(episode, foundAt, context)
        return refusal === undefined ? accept(childFound(episode.id, foundAt)) : refuse(refusal)
      }
      if (progress._tag === "Found" || progress.foundAt !== undefined) {
        return accept(setAside(episode, notification, "already-recorded", foundAt))
      }
      // The return was the first we heard of: when the child was found is still news, if it fits.
      const fits = foundAt >= episode.missingAt && foundAt <= (knownBy(episode) ?? progress.returnedAt)
      return accept(fits ? childFound(episode.id, foundAt) : setAside(episode, notification, "out-of-order", foundAt))
    }
    case "returned": {
      const { returnedAt } = notification
      if (progress._tag === "Returned") {
        return accept(setAside(episode, notification, "already-recorded", returnedAt))
      }
      const refusal = returnTimeRefusal(episode, returnedAt, context)
      return refusal === undefined ? accept(childReturned(episode.id, returnedAt)) : refuse(refusal)
    }
  }
}

/** What came early and contradicts what was told since: kept, with its time, for a person to judge. */
const outOfOrder = (episode: Episode, early: EarlyNotification): SetAside => {
  const { foundAt, returnedAt, missingAt } = timesOf(early)
  return setAside(episode, early, "out-of-order", foundAt ?? returnedAt ?? missingAt)
}

/** Notifications that came before this episode's `missing`, in the order they came. None can stop the episode opening. */
const joinEarly = (
  state: ChildState,
  episode: Episode,
  policeReference: string,
  context: DecisionContext
): ReadonlyArray<PathwayEvent> => {
  const events: Array<PathwayEvent> = []
  for (const early of state.early.filter((candidate) => candidate.policeReference === policeReference)) {
    const current = evolveAll(state, events)
    const standing = Option.getOrElse(episodeById(current, episode.id), () => episode)
    const decision = applied(current, standing, early, context)
    events.push(...Result.getOrElse(decision, () => [outOfOrder(standing, early)]))
  }
  return events
}

const missing = (
  state: ChildState,
  notification: MissingNotification,
  { newEpisodeId: episodeId, policy }: ReceiveNotification,
  context: DecisionContext
): Decision => {
  const { missingAt, reportedAt, absence, missingFrom, risk, policeReference } = notification
  const future = refuseFuture({ missingAt, reportedAt }, context.now, policy.futureToleranceMinutes.value)
  if (future !== undefined) return refuse(future)
  // Another police reference with another time is a fresh episode, even while an earlier one looks open: the return
  // may simply not have reached us, and an alert that is turned away is a child nobody looks for.
  const isKnown = state.episodes.some(
    (episode) => episode.progress._tag !== "Cancelled" && episode.missingAt === missingAt
  )
  if (isKnown) return refuse(new SameDisappearance())
  const opening: ReadonlyArray<PathwayEvent> = [
    { _tag: "NotificationReceived", notification, episodeId },
    {
      _tag: "EpisodeOpened",
      episodeId,
      absence,
      missingFrom,
      risk,
      missingAt,
      reportedAt,
      notifiedAt: context.now,
      policy
    }
  ]
  const opened = { ...evolveAll(state, opening), early: state.early }
  const joined = Option.match(episodeById(opened, episodeId), {
    onNone: () => [],
    onSome: (episode) => joinEarly(opened, episode, policeReference, context)
  })
  return accept(...opening, ...joined)
}

/**
 * What the police, the MASH or a case system tell us. The same notification again changes nothing; one that comes
 * before its `missing` is kept and joined when that arrives.
 */
export const receiveNotification = (
  state: ChildState,
  command: ReceiveNotification,
  context: DecisionContext
): Decision => {
  const { notification } = command
  const before = state.notifications.find((received) => standsFor(received.notification, notification))
  if (before !== undefined) {
    return saysTheSame(before.notification, notification) ? accept() : refuse(new NotificationConflicts())
  }
  if (notification.kind === "missing") return missing(state, notification, command, context)
  const episode = episodeOf(state, notification)
  if (episode === undefined) {
    // A time that has not come yet is refused even when its episode is still to come: it could never be joined.
    const refusal = refuseFuture(timesOf(notification), context.now, command.policy.futureToleranceMinutes.value)
    return refusal === undefined ? accept({ _tag: "NotificationReceived", notification }) : refuse(refusal)
  }
  return Result.map(applied(state, episode, notification, context), (events) => [
    { _tag: "NotificationReceived", notification, episodeId: episode.id },
    ...events
  ])
}

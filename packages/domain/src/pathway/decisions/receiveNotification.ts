import { Equal, Option, Result } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import type { ReceiveNotification } from "../commands.ts"
import type { PathwayEvent } from "../events.ts"
import { evolveAll } from "../evolve.ts"
import type { EarlyNotification, MissingNotification, Notification, UpdatedNotification } from "../notification.ts"
import { MissingAfterFound, NotificationConflicts, type Refusal, SameDisappearance } from "../refusals.ts"
import { episodeById } from "../standing.ts"
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

const episodeOf = (state: ChildState, notification: Notification): Episode | undefined => {
  const opened = state.notifications.find(
    (received) =>
      received.episodeId !== undefined && received.notification.policeReference === notification.policeReference
  )
  return opened?.episodeId === undefined ? undefined : Option.getOrUndefined(episodeById(state, opened.episodeId))
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

const updated = (state: ChildState, episode: Episode, notification: UpdatedNotification): Decision => {
  const { kind: _, policeReference, sentAt, child: __, ...changes } = notification
  const isOlder = state.notifications.some(
    ({ notification: before }) =>
      before.kind === "updated" && before.policeReference === policeReference && before.sentAt > sentAt
  )
  if (isOlder) return accept(setAside(episode, notification, "older-than-last-update"))
  const { progress } = episode
  const ended =
    progress._tag === "Found" ? progress.foundAt : progress._tag === "Returned" ? progress.returnedAt : undefined
  if (changes.missingAt !== undefined && ended !== undefined && changes.missingAt > ended) {
    return refuse(new MissingAfterFound())
  }
  return accept({ _tag: "EpisodeUpdated", episodeId: episode.id, ...changes })
}

/** What a notification does to an episode that is open. First recorded stands: a second time is shown, not applied. */
const applied = (
  state: ChildState,
  episode: Episode,
  notification: EarlyNotification,
  context: DecisionContext
): Decision => {
  const { progress } = episode
  if (progress._tag === "Cancelled") return accept(setAside(episode, notification, "episode-cancelled"))
  switch (notification.kind) {
    case "updated":
      return updated(state, episode, notification)
    case "cancelled":
      return accept({ _tag: "EpisodeCancelled", episodeId: episode.id, reason: notification.reason })
    case "found": {
      const { foundAt } = notification
      if (progress._tag !== "Missing") {
        return progress.foundAt === foundAt
          ? accept()
          : accept(setAside(episode, notification, "already-recorded", foundAt))
      }
      const refusal = foundTimeRefusal(episode, foundAt, context)
      return refusal === undefined ? accept(childFound(episode.id, foundAt)) : refuse(refusal)
    }
    case "returned": {
      const { returnedAt } = notification
      if (progress._tag === "Returned") {
        return progress.returnedAt === returnedAt
          ? accept()
          : accept(setAside(episode, notification, "already-recorded", returnedAt))
      }
      const refusal = returnTimeRefusal(episode, returnedAt, context)
      return refusal === undefined ? accept(childReturned(episode.id, returnedAt)) : refuse(refusal)
    }
  }
}

const timeOf = (notification: EarlyNotification): Instant | undefined =>
  notification.kind === "found"
    ? notification.foundAt
    : notification.kind === "returned"
      ? notification.returnedAt
      : undefined

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
    events.push(...Result.getOrElse(decision, () => [setAside(standing, early, "out-of-order", timeOf(early))]))
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
  if (state.episodes.some((episode) => episode.progress._tag === "Missing" && episode.missingAt === missingAt)) {
    return refuse(new SameDisappearance())
  }
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

/** A time that has not come yet is refused even when its episode is still to come: it could never be joined. */
const earlyTimeRefusal = (
  notification: EarlyNotification,
  command: ReceiveNotification,
  { now }: DecisionContext
): Refusal | undefined =>
  notification.kind === "found"
    ? refuseFuture({ foundAt: notification.foundAt }, now, command.policy.futureToleranceMinutes.value)
    : notification.kind === "returned"
      ? refuseFuture({ returnedAt: notification.returnedAt }, now, command.policy.futureToleranceMinutes.value)
      : undefined

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
    const refusal = earlyTimeRefusal(notification, command, context)
    return refusal === undefined ? accept({ _tag: "NotificationReceived", notification }) : refuse(refusal)
  }
  return Result.map(applied(state, episode, notification, context), (events) => [
    { _tag: "NotificationReceived", notification, episodeId: episode.id },
    ...events
  ])
}

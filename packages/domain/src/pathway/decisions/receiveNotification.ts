import { Equal, Option, Result } from "effect"
import type { ReceiveNotification } from "../commands.ts"
import type { PathwayEvent } from "../events.ts"
import { evolveAll } from "../evolve.ts"
import type { EpisodeId } from "../identifiers.ts"
import type { EarlyNotification, MissingNotification, Notification } from "../notification.ts"
import { NotificationConflicts } from "../refusals.ts"
import { isGivenByPolice } from "../reports.ts"
import { episodeById } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { applied, appliedInTurn, timesOf } from "./applyNotification.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"

/** Two notifications say the same when all but the time of sending agrees: a retry may be sent later. */
export const saysTheSame = ({ sentAt: _a, ...a }: Notification, { sentAt: _b, ...b }: Notification): boolean =>
  Equal.equals(a, b)

/** Updates come one after another, told apart by when they were sent; of every other kind there is one. */
const standsFor = (a: Notification, b: Notification): boolean =>
  a.policeReference === b.policeReference && a.kind === b.kind && (a.kind !== "updated" || a.sentAt === b.sentAt)

/** Whether this very notification was recorded on this child before: sent again, it changes nothing. */
export const isRepeat = (state: ChildState, notification: Notification): boolean =>
  [...state.notifications, ...(state.death?.told ?? [])].some(
    (received) => standsFor(received.notification, notification) && saysTheSame(received.notification, notification)
  )

const findEpisode = (state: ChildState, id: EpisodeId): Episode | undefined =>
  Option.getOrUndefined(episodeById(state, id))

const episodeOf = (state: ChildState, notification: Notification): Episode | undefined => {
  const opened = state.notifications.find(
    (received) =>
      received.episodeId !== undefined && received.notification.policeReference === notification.policeReference
  )
  let episode = opened?.episodeId === undefined ? undefined : findEpisode(state, opened.episodeId)
  // Police who cancel one of two reports of a disappearance have not found the child: the record that is kept stays.
  if (notification.kind === "cancelled") return episode
  // A duplicate's news belongs to the episode that was kept, which may have been found a duplicate in its turn.
  for (let step = 0; step < state.episodes.length; step += 1) {
    if (episode?.progress._tag !== "Cancelled" || episode.progress.duplicateOf === undefined) break
    episode = findEpisode(state, episode.progress.duplicateOf)
  }
  return episode
}

/**
 * What a second report says otherwise than the record, as the update it is. Of what the police tell, what they sent
 * last stands; against a person's own report theirs stands whenever it was sent.
 */
const saysOtherwise = (
  state: ChildState,
  episode: Episode,
  { kind: _, absence, missingFrom, risk, missingAt: _at, reportedAt, ...envelope }: MissingNotification
): ReadonlyArray<EarlyNotification> => {
  const isTheirs = isGivenByPolice(envelope.policeReference)
  const isOutweighed = state.notifications.some(({ episodeId, notification }) => {
    if (episodeId !== episode.id) return false
    const isOtherTheirs = isGivenByPolice(notification.policeReference)
    return isOtherTheirs === isTheirs ? notification.sentAt > envelope.sentAt : isOtherTheirs
  })
  if (isOutweighed) return []
  const changes = {
    ...(absence === episode.absence ? {} : { absence }),
    ...(missingFrom === episode.missingFrom ? {} : { missingFrom }),
    ...(risk === episode.risk ? {} : { risk }),
    ...(reportedAt === episode.reportedAt ? {} : { reportedAt })
  }
  return Object.keys(changes).length === 0 ? [] : [{ kind: "updated", ...envelope, ...changes }]
}

const missing = (
  state: ChildState,
  notification: MissingNotification,
  { newEpisodeId, policy }: ReceiveNotification,
  context: DecisionContext
): Decision => {
  const { missingAt, reportedAt, absence, missingFrom, risk, policeReference } = notification
  const future = refuseFuture({ missingAt, reportedAt }, context.now, policy.futureToleranceMinutes.value)
  if (future !== undefined) return refuse(future)
  // Another police reference with another time is a fresh episode, even while an earlier one looks open: the return
  // may simply not have reached us, and an alert that is turned away is a child nobody looks for.
  const known = state.episodes.find(
    (episode) => episode.progress._tag !== "Cancelled" && episode.missingAt === missingAt
  )
  const episodeId = known?.id ?? newEpisodeId
  const received: PathwayEvent = { _tag: "NotificationReceived", notification, episodeId }
  // From the very same time it is the same disappearance, reported twice. Opened again it would be counted twice, and
  // refused its reference would stand for nothing: the child would stay missing here, whatever came under it.
  const opening: ReadonlyArray<PathwayEvent> =
    known !== undefined
      ? [received]
      : [
          received,
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
    // What came before this `missing`, in the order it came. None of it can stop the episode opening.
    onSome: (episode) => {
      const early = state.early.filter((notification) => notification.policeReference === policeReference)
      return appliedInTurn(opened, episode, [...saysOtherwise(state, episode, notification), ...early], context)
    }
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

import { Option, Result } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import type { EventOf, PathwayEvent } from "../events.ts"
import { evolveAll } from "../evolve.ts"
import type { EarlyNotification, UpdatedNotification } from "../notification.ts"
import { MissingAfterFound } from "../refusals.ts"
import { isGivenByPolice, reportsOf } from "../reports.ts"
import { episodeById, foundOrReturnedAt } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, type DecisionContext, refuse, refuseFuture } from "./decision.ts"
import { childFound, foundTimeRefusal } from "./recordFound.ts"
import { childReturned, returnTimeRefusal } from "./recordReturned.ts"

type SetAside = EventOf<"NotificationSetAside">

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
export const timesOf = (notification: EarlyNotification): Parameters<typeof refuseFuture>[0] => {
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
  // Whichever force sent it: what was held up on its way must not undo what another told later.
  const later = state.notifications.flatMap(({ notification: other, episodeId }) =>
    other.kind === kind && episodeId === episode.id && other.sentAt > sentAt ? [other] : []
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

/**
 * Police who cancel one of two reports of a disappearance have not found the child. A person's own report holds an
 * episode open only against what was sent before it: to the police, theirs is the only one.
 */
const anotherReportStands = (state: ChildState, { id }: Episode, cancelled: EarlyNotification): boolean =>
  reportsOf(state, id).some(
    ({ policeReference, sentAt }) =>
      policeReference !== cancelled.policeReference && (isGivenByPolice(policeReference) || sentAt > cancelled.sentAt)
  )

/** The time it reports is the one recorded. */
const saysNothingNew = ({ progress }: Episode, notification: EarlyNotification): boolean =>
  (notification.kind === "found" && "foundAt" in progress && progress.foundAt === notification.foundAt) ||
  (notification.kind === "returned" && progress._tag === "Returned" && progress.returnedAt === notification.returnedAt)

/** What a notification does to an episode that is open. First recorded stands: a second time is shown, not applied. */
export const applied = (
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
      if (anotherReportStands(state, episode, notification)) {
        return accept(setAside(episode, notification, "another-report-stands"))
      }
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

/** What was told early and contradicts what was told since: kept, with its time, for a person to judge. */
const outOfOrder = (episode: Episode, early: EarlyNotification): SetAside => {
  const { foundAt, returnedAt, missingAt } = timesOf(early)
  return setAside(episode, early, "out-of-order", foundAt ?? returnedAt ?? missingAt)
}

/** What these notifications do to an episode, one after another in the order they came. None can be refused. */
export const appliedInTurn = (
  state: ChildState,
  episode: Episode,
  notifications: ReadonlyArray<EarlyNotification>,
  context: DecisionContext
): ReadonlyArray<PathwayEvent> => {
  const events: Array<PathwayEvent> = []
  for (const notification of notifications) {
    const current = evolveAll(state, events)
    const standing = Option.getOrElse(episodeById(current, episode.id), () => episode)
    const decision = applied(current, standing, notification, context)
    events.push(...Result.getOrElse(decision, () => [outOfOrder(standing, notification)]))
  }
  return events
}

/** When notifications count as sent: of what the police tell, what they sent last stands. */
import type { Instant } from "../../calendar/instant.ts"
import type { PoliceReference } from "../identifiers.ts"
import { type JoinedNotification, repeatsOf } from "../reports.ts"
import type { ChildState, Episode, ReceivedNotification } from "../state.ts"
import { latestAccepted } from "./decision.ts"

/** Later than nothing: what counts as sent then outweighs nothing. */
const NEVER = Number.NEGATIVE_INFINITY as Instant

/**
 * When a notification counts as sent: never after it was received. A sender's clock that is ahead by more than the
 * policy tolerates says nothing of the order, so what it sent outweighs nothing.
 */
export const countsAsSent = (
  { notification: { sentAt }, receivedAt }: ReceivedNotification,
  { policy }: Episode,
  now: Instant
): Instant => {
  const received = receivedAt ?? now
  return sentAt > latestAccepted(received, policy.futureToleranceMinutes.value)
    ? NEVER
    : (Math.min(sentAt, received) as Instant)
}

/** When the child was last reported missing, a report that was sent again included. */
export const lastReportedAt = (
  state: ChildState,
  episode: Episode,
  joined: ReadonlyArray<JoinedNotification>,
  now: Instant
): Instant => {
  let latest = NEVER
  for (const received of joined) {
    const sentAt = received.notification.kind === "missing" ? countsAsSent(received, episode, now) : NEVER
    if (sentAt > latest) latest = sentAt
  }
  for (const sentAt of repeatsOf(state, episode.id)) if (sentAt > latest) latest = sentAt
  return latest
}

/** When the first report under each reference was sent: no news of it can be older. */
export const firstReportedAt = (
  episode: Episode,
  joined: ReadonlyArray<JoinedNotification>,
  now: Instant
): ReadonlyMap<PoliceReference, Instant> => {
  const first = new Map<PoliceReference, Instant>()
  for (const received of joined) {
    const { kind, policeReference } = received.notification
    if (kind !== "missing") continue
    const sentAt = countsAsSent(received, episode, now)
    const before = first.get(policeReference)
    if (before === undefined || sentAt < before) first.set(policeReference, sentAt)
  }
  return first
}

/** When notifications count as sent: of what the police tell, what they sent last stands. */
import type { Instant } from "../../calendar/instant.ts"
import type { PoliceReference } from "../../vocabulary/identifiers.ts"
import type { JoinedNotification } from "../reports.ts"
import type { Episode, ReceivedNotification, Repeat } from "../state.ts"
import { latestAccepted } from "./decision.ts"

/** Later than nothing: what counts as sent then outweighs nothing. */
const NEVER = Number.NEGATIVE_INFINITY as Instant

/** When a notification counts as sent: never after it came, and never from a clock that is ahead. */
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
  episode: Episode,
  joined: ReadonlyArray<JoinedNotification>,
  repeats: ReadonlyArray<Repeat>,
  now: Instant
): Instant => {
  let latest = NEVER
  for (const received of joined) {
    const sentAt = received.notification.kind === "missing" ? countsAsSent(received, episode, now) : NEVER
    if (sentAt > latest) latest = sentAt
  }
  for (const { kind, sentAt } of repeats) if (kind === "missing" && sentAt > latest) latest = sentAt
  return latest
}

/** The first report under a reference: when it was sent, and from when the child is missing by it. */
export interface FirstReport {
  readonly sentAt: Instant
  readonly missingAt: Instant
}

/** The first report under each reference. */
export const firstReports = (
  episode: Episode,
  joined: ReadonlyArray<JoinedNotification>,
  repeats: ReadonlyArray<Repeat>,
  now: Instant
): ReadonlyMap<PoliceReference, FirstReport> => {
  const first = new Map<PoliceReference, FirstReport>()
  for (const received of joined) {
    const { notification } = received
    if (notification.kind !== "missing") continue
    const sentAt = firstSentAt(received, episode, repeats, now)
    const before = first.get(notification.policeReference)
    if (before !== undefined && before.sentAt <= sentAt) continue
    first.set(notification.policeReference, { sentAt, missingAt: notification.missingAt })
  }
  return first
}

/** When this was first sent: again with the same content, it says nothing new. */
export const firstSentAt = (
  received: JoinedNotification,
  episode: Episode,
  repeats: ReadonlyArray<Repeat>,
  now: Instant
): Instant => {
  const { kind, policeReference } = received.notification
  let first = countsAsSent(received, episode, now)
  for (const repeat of repeats) {
    if (repeat.kind === kind && repeat.policeReference === policeReference && repeat.sentAt < first) {
      first = repeat.sentAt
    }
  }
  return first
}

/** When this was last sent, with the times it was sent again. */
export const lastSentAt = (
  received: JoinedNotification,
  episode: Episode,
  repeats: ReadonlyArray<Repeat>,
  now: Instant
): Instant => {
  const { kind, policeReference } = received.notification
  let latest = countsAsSent(received, episode, now)
  for (const repeat of repeats) {
    if (repeat.kind === kind && repeat.policeReference === policeReference && repeat.sentAt > latest) {
      latest = repeat.sentAt
    }
  }
  return latest
}

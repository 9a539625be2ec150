/** Whether the times of a notification can be true. */
import * as Result from "effect/Result"
import { type Instant, utc } from "../../calendar/instant.ts"
import { type Check, firstRefusal, refuseIf } from "../check.ts"
import type { EarlyNotification, MissingNotification, Notification } from "../notification.ts"
import { MissingAfterReported, TimeImplausible } from "../refusals.ts"
import { checkNotFuture, latestAccepted } from "./decision.ts"

/** The Children Act 1989 came into force (SI 1991/828); a system that knows no time writes 1970 or 1900. */
export const EARLIEST_PLAUSIBLE: Instant = utc(1991, 10, 14)

/** Clocks further apart than this say nothing of a time. A working choice: a server's clock is rarely a day wrong. */
const CLOCKS_APART_MINUTES = 24 * 60

type Times = Partial<Record<TimeImplausible["field"], Instant | undefined>>

/** The times a notification reports, besides when it was sent, by the field that gave them. */
export const timesOf = (notification: Notification): Omit<Times, "sentAt"> => {
  switch (notification.kind) {
    case "found":
      return { foundAt: notification.foundAt }
    case "returned":
      return { returnedAt: notification.returnedAt }
    case "missing":
    case "updated":
      return { missingAt: notification.missingAt, reportedAt: notification.reportedAt }
    case "cancelled":
      return {}
  }
}

const checkPossible = (times: Times): Check => {
  for (const [field, time] of Object.entries(times)) {
    if (time !== undefined && time < EARLIEST_PLAUSIBLE) {
      return Result.fail(TimeImplausible({ field: field as TimeImplausible["field"] }))
    }
  }
  const { missingAt, reportedAt } = times
  return refuseIf(missingAt !== undefined && reportedAt !== undefined && missingAt > reportedAt, MissingAfterReported)
}

/** The minutes a report's times may lie ahead; where its sending does too, our clock may be behind. */
const minutesAhead = ({ sentAt }: MissingNotification, now: Instant, tolerance: number): number =>
  sentAt > latestAccepted(now, tolerance)
    ? Math.max(tolerance, Math.min((sentAt - now) / 60_000, CLOCKS_APART_MINUTES))
    : tolerance

/** A report that a child is missing is never refused for when it was sent. */
export const checkReportTimes = (notification: MissingNotification, now: Instant, toleranceMinutes: number): Check => {
  const times = timesOf(notification)
  return firstRefusal(
    () => checkPossible(times),
    () => checkNotFuture(times, now, minutesAhead(notification, now, toleranceMinutes))
  )
}

/** News of a child is refused for when it was sent too: taken, it would have to outweigh nothing. */
export const checkNewsTimes = (notification: EarlyNotification, now: Instant, toleranceMinutes: number): Check => {
  const times = { sentAt: notification.sentAt, ...timesOf(notification) }
  return firstRefusal(
    () => checkPossible(times),
    () => checkNotFuture(times, now, toleranceMinutes)
  )
}

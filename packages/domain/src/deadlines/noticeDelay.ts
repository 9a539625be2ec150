import { addHours, Instant } from "../calendar/instant.ts"
import type { Policy } from "../policy/policy.ts"

/** One thing that happened (a child found, a child returned), and when others came to know. Epoch milliseconds. */
export interface NoticeTimes {
  readonly happenedAt: Instant
  /** When the council was told. */
  readonly notifiedAt: Instant
  /** When it was written down, by our own clock. */
  readonly recordedAt: Instant
}

/** How late the council learnt of it, in elapsed milliseconds. */
export interface NoticeDelay {
  /** From when it happened to when the council was told; nothing when the council knew before. */
  readonly toldAfter: number
  /** From when the council was told to when it was recorded; nothing when it was recorded first. */
  readonly recordedAfter: number
  /** What was left of the 72 hours when the council was told; below nothing, they were over before anybody could act. */
  readonly leftOfElapsedClock: number
}

/**
 * How late the council was told, in elapsed milliseconds, kept apart from how late the interview was. What was known
 * before it happened is no delay: 0. `leftOfElapsedClock` is below 0 where the hours were over before anybody could
 * act.
 *
 * @param times epoch milliseconds
 *
 * @example
 * ```ts
 * import { MILLISECONDS_AN_HOUR, utc } from "@safe-return/domain/calendar"
 * import { noticeDelay } from "@safe-return/domain/deadlines"
 * import { rotherham } from "@safe-return/domain/policy"
 *
 * const happenedAt = utc(2026, 11, 21, 9, 30)
 * const times = { happenedAt, notifiedAt: utc(2026, 11, 21, 11, 30), recordedAt: utc(2026, 11, 21, 12) }
 * const { toldAfter, leftOfElapsedClock } = noticeDelay(times, rotherham)
 * toldAfter / MILLISECONDS_AN_HOUR // 2
 * leftOfElapsedClock / MILLISECONDS_AN_HOUR // 70
 * ```
 */
export const noticeDelay = ({ happenedAt, notifiedAt, recordedAt }: NoticeTimes, policy: Policy): NoticeDelay => {
  const toldAt = Instant(Math.max(happenedAt, notifiedAt))
  return {
    toldAfter: toldAt - happenedAt,
    recordedAfter: Math.max(0, recordedAt - toldAt),
    leftOfElapsedClock: addHours(happenedAt, policy.interview.hours.value) - toldAt
  }
}

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

/** How late the council was told, kept apart from how late the interview was. */
export const noticeDelay = ({ happenedAt, notifiedAt, recordedAt }: NoticeTimes, policy: Policy): NoticeDelay => {
  const toldAt = Instant(Math.max(happenedAt, notifiedAt))
  return {
    toldAfter: toldAt - happenedAt,
    recordedAfter: Math.max(0, recordedAt - toldAt),
    leftOfElapsedClock: addHours(happenedAt, policy.interview.hours.value) - toldAt
  }
}

import { addHours, type Instant } from "@safe-return/domain/calendar"
import type { CaseSnapshot } from "./OwedMessage.ts"

/** In hours: what happened longer ago, before this was said of it at all or before a long outage, is history. */
const NEWS_FOR = 72

/** In hours since anything was recorded of a child: what people were sent before is changed no more. */
const CURRENT_FOR = 28 * 24

/** Whether what people were sent of the child is still kept true. */
export const isKeptCurrent = ({ entries, now }: Pick<CaseSnapshot, "entries" | "now">): boolean => {
  const last = entries.at(-1)
  return last !== undefined && addHours(last.recorded.recordedAt, CURRENT_FOR) >= now
}

/** Whether something short may still be said of what was recorded then. */
export const isNews = (
  { announceFrom, now }: Pick<CaseSnapshot, "announceFrom" | "now">,
  recordedAt: Instant
): boolean => recordedAt >= announceFrom && addHours(recordedAt, NEWS_FOR) > now

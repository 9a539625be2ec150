import { addHours, type Instant } from "@safe-return/domain/calendar"
import type { CaseSnapshot } from "./OwedMessage.ts"

/** In hours: what happened longer ago, before this was said of it at all or before a long outage, is history. */
const NEWS_FOR = 72

/** Whether something short may still be said of what was recorded then. */
export const isNews = (
  { announceFrom, now }: Pick<CaseSnapshot, "announceFrom" | "now">,
  recordedAt: Instant
): boolean => recordedAt >= announceFrom && addHours(recordedAt, NEWS_FOR) > now

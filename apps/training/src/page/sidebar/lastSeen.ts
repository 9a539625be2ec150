/**
 * Which message each persona last saw in each conversation, kept in this browser. What was there when training was
 * first opened counts as seen by everybody: a generated caseload is not news.
 */
import type { ConversationSummary } from "../../api.ts"
import { isLater, latestOf } from "../conversation/timestamps.ts"

export interface LastSeen {
  readonly since: string
  readonly byPersona: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const firstSeen = (conversations: ReadonlyArray<ConversationSummary>): LastSeen => ({
  since: latestOf(conversations.flatMap(({ latest }) => (latest === undefined ? [] : [latest]))),
  byPersona: {}
})

export const isUnread = (seen: LastSeen, persona: string, { id, latest }: ConversationSummary): boolean =>
  latest !== undefined && isLater(latest, seen.byPersona[persona]?.[id] ?? seen.since)

export const markSeen = (seen: LastSeen, persona: string, conversation: string, ts: string): LastSeen => ({
  ...seen,
  byPersona: { ...seen.byPersona, [persona]: { ...seen.byPersona[persona], [conversation]: ts } }
})

/** What another version of this page, or anything else, may have left in the browser is not trusted. */
export const parseLastSeen = (stored: string | null): LastSeen | undefined => {
  try {
    const value: unknown = JSON.parse(stored ?? "null")
    if (typeof value !== "object" || value === null) return undefined
    if (!("since" in value && "byPersona" in value)) return undefined
    if (typeof value.since !== "string" || typeof value.byPersona !== "object" || value.byPersona === null)
      return undefined
    return value as LastSeen
  } catch {
    return undefined
  }
}

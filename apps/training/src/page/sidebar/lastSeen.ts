/** Which message each persona last saw, kept in this browser; what was there at first counts as seen. */
import type { ConversationSummary } from "../../api.ts"
import { isLater, latestOf } from "../conversation/timestamps.ts"

export interface LastSeen {
  readonly since: string
  readonly byPersona: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A thread and how many replies it holds: the conversation it is in does not show them. */
export interface ThreadSize {
  readonly id: string
  readonly replies: number
}

export const threadKey = (conversation: string, ts: string): string => `${conversation}:${ts}`

export const firstSeen = (conversations: ReadonlyArray<ConversationSummary>): LastSeen => ({
  since: latestOf(conversations.flatMap(({ latest }) => (latest === undefined ? [] : [latest]))),
  byPersona: {}
})

export const isUnread = (
  seen: LastSeen,
  persona: string,
  { id, latest }: Pick<ConversationSummary, "id" | "latest">
): boolean => latest !== undefined && isLater(latest, seen.byPersona[persona]?.[id] ?? seen.since)

export const markSeen = (seen: LastSeen, persona: string, conversation: string, ts: string): LastSeen => ({
  ...seen,
  byPersona: { ...seen.byPersona, [persona]: { ...seen.byPersona[persona], [conversation]: ts } }
})

/** What a persona sees for the first time is not news: only what is added to it afterwards. */
export const meetThreads = (seen: LastSeen, persona: string, threads: ReadonlyArray<ThreadSize>): LastSeen => {
  const known = seen.byPersona[persona] ?? {}
  const met = threads.filter(({ id }) => known[id] === undefined)
  if (met.length === 0) return seen
  const counts = Object.fromEntries(met.map(({ id, replies }) => [id, String(replies)]))
  return { ...seen, byPersona: { ...seen.byPersona, [persona]: { ...known, ...counts } } }
}

export const hasNewReplies = (seen: LastSeen, persona: string, { id, replies }: ThreadSize): boolean =>
  replies > Number(seen.byPersona[persona]?.[id] ?? replies)

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

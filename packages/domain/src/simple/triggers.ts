import * as Result from "effect/Result"
import { calendars } from "../calendar/calendar.ts"
import { inputFault } from "../faults/inputFault.ts"
import { foldUnknown } from "../pathway/foldUnknown.ts"
import { triggersFired } from "../risk/triggers.ts"
import { isRecord, no, notAnObject, type SimpleAnswer, yes } from "./answer.ts"
import { readTime } from "./reading.ts"

/** One risk trigger that was met, with what it asks and of which people. */
export interface TriggerLine {
  readonly code: string
  readonly level: "must" | "consider"
  readonly because: string
  readonly action: string
  readonly owner: string
  /** Where this is false, no message may say so: it tells of the child. */
  readonly mayGoToChat: boolean
  readonly episodes: ReadonlyArray<string>
}

/**
 * The risk triggers that one child's record has met, each with its reason in a sentence. `ok: false` comes with the
 * faults of what cannot be read; nothing throws. The source of each rule is in the policy of the episode.
 *
 * @param asked the child's `events`, as they were kept; `now` as ISO 8601 with an offset
 *
 * @example
 * ```ts
 * import { triggers } from "@safe-return/domain/simple"
 *
 * triggers({ events: [], now: "2026-11-21T10:00:00Z" }) // {"ok":true,"triggers":[]}
 * const answer = triggers({ events: [{ kind: "missing" }], now: "2026-11-21T10:00:00Z" })
 * answer.ok ? [] : answer.faults.map(({ field }) => field) // ["events[0].recordedAt","events[0].recordedBy","events[0].event"]
 * ```
 */
export const triggers = (asked: {
  readonly events: ReadonlyArray<object>
  readonly now: string
}): SimpleAnswer<{ readonly triggers: ReadonlyArray<TriggerLine> }> => {
  if (!isRecord(asked)) return no(notAnObject)
  const now = readTime(asked.now, "now")
  if (Result.isFailure(now)) return no(now.failure)
  const state = foldUnknown(asked.events)
  if (Result.isFailure(state)) {
    return no(...state.failure.map(({ field, message }) => inputFault(`events${field}`, message)))
  }
  const fired = triggersFired(state.success, { calendars, now: now.success })
  return yes({
    triggers: fired.map(({ rule, level, because, action, owner, mayGoToChat, episodeIds }) => ({
      code: rule,
      level,
      because,
      action,
      owner,
      mayGoToChat,
      episodes: [...episodeIds]
    }))
  })
}

import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ChildState } from "../pathway/state.ts"
import type { Policy } from "../policy/policy.ts"
import type { ChildFacts } from "./childFacts.ts"
import { EpisodesOnRecord } from "./episodesOnRecord.ts"
import type { Firing } from "./firing.ts"
import { type Trigger, triggersOf } from "./trigger.ts"

/** When the question is asked, and what is known of the child beyond what happened. */
export interface TriggerContext {
  readonly now: Instant
  /** The calendar of each nation, a council's own in its place: `calendars` where it has none. */
  readonly calendars: Calendars
  readonly facts?: ChildFacts
}

/** A rule that could not be judged, and what it would have to know. */
export interface NotKnown {
  readonly rule: string
  readonly title: string
  readonly needs: string
}

const NOTHING_KNOWN: ChildFacts = {}

/**
 * Every trigger this child's history has met by `now`, each with its evidence, in the order of the episodes that
 * completed it. Judged under the policy frozen onto each episode.
 *
 * Pure and linear in the episodes: the same history, time and facts always give the same firings with the same keys,
 * in whatever order things were recorded.
 */
export const triggersFired = (state: ChildState, { now, facts, calendars }: TriggerContext): ReadonlyArray<Firing> => {
  // A child who died is no case of any trigger.
  if (state.death !== undefined) return []
  const firings: Array<Firing> = []
  const record = new EpisodesOnRecord(state, now, facts ?? NOTHING_KNOWN, calendars)
  let policy: Policy | undefined
  let triggers: ReadonlyArray<Trigger> = []
  let index = 0
  for (const episode of record.episodes) {
    if (episode.policy !== policy) {
      policy = episode.policy
      triggers = triggersOf(policy)
    }
    for (const trigger of triggers) {
      const found = trigger.rule.judge(trigger.setting, record, index)
      if (found !== undefined) firings.push(trigger.firing(found))
    }
    index += 1
  }
  return firings
}

/** The rules in force for the latest episode that could not be judged, because something is not known. */
export const triggersNotKnown = (
  state: ChildState,
  { now, facts, calendars }: TriggerContext
): ReadonlyArray<NotKnown> => {
  if (state.death !== undefined) return []
  const record = new EpisodesOnRecord(state, now, facts ?? NOTHING_KNOWN, calendars)
  const latest = record.episodes.at(-1)
  if (latest === undefined) return []
  return triggersOf(latest.policy).flatMap(({ setting, rule }) => {
    const counted = "counted" in setting ? setting.counted : undefined
    const isStatusNeeded = counted?.caseStatuses !== undefined && record.caseStatusOf(latest) === undefined
    const needs = isStatusNeeded ? "the child's case status" : rule.notKnown?.(setting, record)
    return needs === undefined ? [] : [{ rule: setting.code, title: rule.title, needs }]
  })
}

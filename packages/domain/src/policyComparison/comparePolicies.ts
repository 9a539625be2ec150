import * as Option from "effect/Option"
import type { Calendars } from "../calendar/calendar.ts"
import { formatInstant, type Instant } from "../calendar/instant.ts"
import { clocksOf } from "../deadlines/clocks.ts"
import { definedFields } from "../definedFields.ts"
import type { Episode } from "../pathway/state.ts"
import type { Policy } from "../policy/policy.ts"
import type { ChildHistory } from "../risk/childHistory.ts"
import type { Firing } from "../risk/firing.ts"
import { triggersFired } from "../risk/triggers.ts"
import type { ChildReference, EpisodeId } from "../vocabulary/identifiers.ts"
import {
  type DigestDifference,
  digestDifferences,
  type EscalationDifference,
  escalationDifferences
} from "./escalationDifferences.ts"
import { type RuleDifference, ruleDifferences } from "./ruleDifferences.ts"
import { under } from "./under.ts"

const clockWords = { hours72: "elapsed hours", workingDays3: "working days" } as const

/** What would be different, for one child but for the morning summary; `words` says it in a sentence. */
export type PolicyDifference =
  | EscalationDifference
  | DigestDifference
  | RuleDifference
  | {
      readonly _tag: "DeadlineMoved"
      readonly child: ChildReference
      readonly episodeId: EpisodeId
      readonly clock: keyof typeof clockWords
      /** Undefined where the policy starts no clock. */
      readonly from: Instant | undefined
      readonly to: Instant | undefined
      readonly words: string
    }
  | {
      readonly _tag: "TriggerGained" | "TriggerLost"
      readonly child: ChildReference
      readonly firing: Firing
      readonly words: string
    }
  | {
      /** The same rule on the same evidence, with another level, action, owner or time limit. */
      readonly _tag: "TriggerChanged"
      readonly child: ChildReference
      readonly from: Firing
      readonly to: Firing
      readonly words: string
    }

const dueBy = (episode: Episode, on: Calendars) =>
  Option.match(clocksOf(episode, on), {
    onNone: () => ({ hours72: undefined, workingDays3: undefined }),
    onSome: ({ elapsedClock, workingDayClock }) => ({
      hours72: elapsedClock.dueAt,
      workingDays3: workingDayClock.dueAt
    })
  })

const timeWords = (time: Instant | undefined): string => (time === undefined ? "none" : formatInstant(time))

const deadlinesMoved = (
  a: Policy,
  b: Policy,
  { child, state }: ChildHistory,
  on: Calendars
): ReadonlyArray<PolicyDifference> =>
  state.episodes.flatMap((episode) => {
    const [before, after] = [dueBy({ ...episode, policy: a }, on), dueBy({ ...episode, policy: b }, on)]
    return (["hours72", "workingDays3"] as const).flatMap((clock): ReadonlyArray<PolicyDifference> => {
      const [from, to] = [before[clock], after[clock]]
      if (from === to) return []
      const words = `${child}, ${episode.id}: the deadline in ${clockWords[clock]} would move from ${timeWords(from)} to ${timeWords(to)}.`
      return [{ _tag: "DeadlineMoved", child, episodeId: episode.id, clock, from, to, words }]
    })
  })

const asked = ({ level, action, owner, timeLimit }: Firing): string =>
  JSON.stringify([level, action, owner, timeLimit?.amount, timeLimit?.unit])

const demand = ({ level, action }: Firing): string =>
  `${level === "must" ? "must be done" : "to be considered"}: ${action}.`

const limit = ({ timeLimit }: Firing): string => {
  if (timeLimit === undefined) return "no time limit"
  const unit = timeLimit.unit.replaceAll("-", " ")
  return `${timeLimit.amount} ${timeLimit.amount === 1 ? unit.replace(/s$/, "") : unit}`
}

/** What moves between two firings of one rule, each part of it named: two that read alike would tell nothing. */
const moved = (from: Firing, to: Firing): string => {
  const parts = [
    ...(demand(from) === demand(to) ? [] : [`Before, ${demand(from)} After, ${demand(to)}`]),
    ...(from.owner === to.owner ? [] : [`Its owner would be ${to.owner}, not ${from.owner}.`]),
    ...(limit(from) === limit(to) ? [] : [`Time for it, before: ${limit(from)}; after: ${limit(to)}.`])
  ]
  return parts.join(" ")
}

const story = (child: ChildReference, firing: Firing, fires: string): string =>
  `${child}: ${firing.rule} ${fires} on ${firing.episodeIds.join(", ")}. ${firing.because} What it asks, ${demand(firing)}`

const triggersDiffer = (
  a: Policy,
  b: Policy,
  { child, state, facts }: ChildHistory,
  now: Instant,
  calendars: Calendars
): ReadonlyArray<PolicyDifference> => {
  const context = { now, calendars, ...definedFields({ facts }) }
  const firedUnder = (policy: Policy) =>
    new Map(triggersFired(under(policy, state), context).map((firing) => [firing.key, firing]))
  const [before, after] = [firedUnder(a), firedUnder(b)]
  const lostOrChanged = [...before.values()].flatMap((from): ReadonlyArray<PolicyDifference> => {
    const to = after.get(from.key)
    if (to === undefined) {
      const words = story(child, from, "would no longer fire")
      return [{ _tag: "TriggerLost", child, firing: from, words }]
    }
    if (asked(from) === asked(to)) return []
    const words = `${child}: ${from.rule} on ${from.episodeIds.join(", ")} would ask otherwise. ${moved(from, to)}`
    return [{ _tag: "TriggerChanged", child, from, to, words }]
  })
  const gained = [...after.values()].flatMap((firing): ReadonlyArray<PolicyDifference> => {
    if (before.has(firing.key)) return []
    const words = story(child, firing, "would fire")
    return [{ _tag: "TriggerGained", child, firing, words }]
  })
  return [...lostOrChanged, ...gained]
}

/**
 * What would differ for these children under policy `b` instead of `a`, whatever was frozen onto their episodes:
 * deadlines, triggers, who is alerted, and for all of them the morning summary and the rules. Each difference has its
 * words in a sentence.
 *
 * Times are epoch milliseconds. Both policies are trusted to have been read by `checkPolicy`; nothing throws.
 *
 * @param now when the question is asked, for the triggers that depend on time
 * @param on the calendar of each nation that working days are counted on
 *
 * @example
 * ```ts
 * import { calendars, utc } from "@safe-return/domain/calendar"
 * import { ChildReference } from "@safe-return/domain/pathway"
 * import { nationalMinimum, rotherham } from "@safe-return/domain/policy"
 * import { comparePolicies } from "@safe-return/domain/policyComparison"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const history = { child: ChildReference.make("LCS-10432"), state: syntheticCase("returned").state }
 * const differences = comparePolicies(rotherham, nationalMinimum, [history], utc(2026, 11, 24, 9), calendars)
 * differences.flatMap((one) => (one._tag === "TriggerLost" ? [one.firing.key] : [])) // ["offer-late:episode-1"]
 * comparePolicies(rotherham, rotherham, [history], utc(2026, 11, 24, 9), calendars) // []
 * ```
 */
export const comparePolicies = (
  a: Policy,
  b: Policy,
  histories: Iterable<ChildHistory>,
  now: Instant,
  on: Calendars
): ReadonlyArray<PolicyDifference> => {
  const differences: Array<PolicyDifference> = [...digestDifferences(a, b), ...ruleDifferences(a, b)]
  for (const history of histories) {
    const { child, state } = history
    differences.push(
      ...deadlinesMoved(a, b, history, on),
      ...triggersDiffer(a, b, history, now, on),
      ...escalationDifferences(child, under(a, state), under(b, state), now, on)
    )
  }
  return differences
}

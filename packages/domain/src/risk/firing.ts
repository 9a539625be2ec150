import type { Instant } from "../calendar/instant.ts"
import type { RecordedDecision, TriggerKey } from "../pathway/triggerDecision.ts"
import type { OwnRuleName, RuleName, TimeLimit } from "../policy/triggers.ts"
import type { EpisodeId } from "../vocabulary/identifiers.ts"

/**
 * The same trigger on part of the evidence: said already, or made pointless by the firing that holds it all.
 *
 * @example
 * ```ts
 * import { calendars, utc } from "@safe-return/domain/calendar"
 * import { EpisodeId } from "@safe-return/domain/pathway"
 * import { isPartOf, triggersFired } from "@safe-return/domain/risk"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("returned")
 * const [firing] = triggersFired(state, { calendars, now: utc(2026, 11, 25) })
 * const whole = firing && { ...firing, episodeIds: [EpisodeId.make("episode-0"), ...firing.episodeIds] }
 * firing && whole && isPartOf(firing, whole) // true
 * firing && isPartOf(firing, firing) // false
 * ```
 */
export const isPartOf = (part: Firing, whole: Firing): boolean =>
  part.rule === whole.rule &&
  part.episodeIds.length < whole.episodeIds.length &&
  part.episodeIds.every((id) => whole.episodeIds.includes(id))

/** What takes evidence away: one of its episodes was cancelled or is a duplicate, or a fact of it was corrected or told late. */
export type UnmadeReason = "episode-cancelled" | "duplicate" | "corrected"

/** What has become of a trigger that fired. */
export type FiringStanding =
  | { readonly _tag: "Open" }
  /** It rests on imported history alone: listed, and nobody is asked. */
  | { readonly _tag: "Imported" }
  /** What it asked to consider was for a child who was looked for, and they were found before a person answered. */
  | { readonly _tag: "Passed" }
  /** A person answered it. It stays on the record, and nobody is asked about it again. */
  | { readonly _tag: "Decided"; readonly decision: RecordedDecision }
  /** What it rested on was put right: it does not stand, whatever was decided on it. */
  | { readonly _tag: "EvidenceCorrected"; readonly because: UnmadeReason; readonly decision?: RecordedDecision }

export const open: FiringStanding = { _tag: "Open" }
export const imported: FiringStanding = { _tag: "Imported" }
export const passed: FiringStanding = { _tag: "Passed" }

/** A risk trigger that is met, with the evidence that met it. */
export interface Firing {
  /** The trigger's code in the policy, such as `repeat-episodes`. */
  readonly rule: string
  /** The predicate that found it. */
  readonly predicate: RuleName | OwnRuleName
  /** The trigger in a few words, as a heading. */
  readonly title: string
  readonly level: "must" | "consider"
  readonly action: string
  readonly owner: string
  /** Undefined where the policy sets none. */
  readonly timeLimit: (TimeLimit & { readonly source: string; readonly verified: boolean }) | undefined
  /** Why it fired, in a sentence. */
  readonly because: string
  /** The evidence: the episodes, oldest first, and when each began. */
  readonly episodeIds: ReadonlyArray<EpisodeId>
  readonly dates: ReadonlyArray<Instant>
  /** The first moment at which it held and the council could know. */
  readonly metAt: Instant
  /** The same for the same rule and evidence, and another once the evidence grows: announce each key once. */
  readonly key: TriggerKey
  /** Other keys it had before episodes of its evidence were merged: announced or decided under one of them, it is. */
  readonly formerKeys?: ReadonlyArray<TriggerKey>
  readonly standing: FiringStanding
  /** False for what chat must not say even by its heading; see `Rule.mayGoToChat`. */
  readonly mayGoToChat: boolean
  /** What it asks is about a child who is looked for. */
  readonly isOfSearch: boolean
  readonly source: string
  /** False when the rule, one of its numbers or its action is a working choice that nobody has confirmed. */
  readonly verified: boolean
}

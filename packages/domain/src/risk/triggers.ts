import type { Instant } from "../calendar/instant.ts"
import { keptRecord } from "../pathway/keptRecord.ts"
import type { ChildState } from "../pathway/state.ts"
import type { RecordedDecision, TriggerKey } from "../pathway/triggerDecision.ts"
import { ruleNameOf } from "../policy/triggers.ts"
import type { EpisodeId } from "../vocabulary/identifiers.ts"
import type { Rules } from "./anyRule.ts"
import { correctedHistory, hasCorrections } from "./correctedHistory.ts"
import { EpisodesOnRecord } from "./episodesOnRecord.ts"
import { currentFirings, everMet } from "./everMet.ts"
import type { Firing, UnmadeReason } from "./firing.ts"
import { imported, isPartOf, passed } from "./firing.ts"
import { later } from "./rule.ts"
import { shippedRules } from "./rules/index.ts"
import { isAnyToldLate, ToldLate } from "./toldLate.ts"
import type { TriggerContext } from "./trigger.ts"
import { keyOf, triggersOf } from "./trigger.ts"
import { wholeRecordOf } from "./wholeRecord.ts"

/** The rules to judge by: the shipped ones where none are given. */
export interface JudgedBy {
  readonly rules?: Rules
}

/** A rule that could not be judged, and what it would have to know. */
export interface UnjudgedRule {
  readonly rule: string
  readonly title: string
  readonly needs: string
}

/** What was decided, whichever episode it was recorded on; the last where it was decided again elsewhere. */
const decisionsOf = ({ episodes }: ChildState): ReadonlyMap<TriggerKey, RecordedDecision> => {
  const decisions = new Map<TriggerKey, RecordedDecision>()
  for (const { triggerDecisions } of episodes) {
    if (triggerDecisions === undefined) continue
    for (const [key, decision] of Object.entries(triggerDecisions)) {
      const other = decisions.get(key)
      if (other === undefined || (decision.decidedAt ?? 0) >= (other.decidedAt ?? 0)) decisions.set(key, decision)
    }
  }
  return decisions
}

const extentOf = ({ key, rule, episodeIds }: Firing): string | undefined => {
  const plain = keyOf(rule, episodeIds, undefined)
  return key === plain ? undefined : key.slice(plain.length + 1)
}

/** The key of what was met earlier, by the episodes as they are now. */
const keysNow = (state: ChildState): ((firing: Firing) => TriggerKey) => {
  const episodes = new Map(state.episodes.map((episode) => [episode.id, episode]))
  const kept = (id: EpisodeId): EpisodeId => {
    const episode = episodes.get(id)
    return episode === undefined ? id : keptRecord(state, episode).id
  }
  const missingAt = (id: EpisodeId): number => episodes.get(id)?.missingAt ?? 0
  return (firing) => {
    const ids = [...new Set(firing.episodeIds.map(kept))]
    if (ids.length === firing.episodeIds.length && ids.every((id, index) => id === firing.episodeIds[index])) {
      return firing.key
    }
    const inOrder = ids.toSorted((a, b) => missingAt(a) - missingAt(b) || (a < b ? -1 : 1))
    return keyOf(firing.rule, inOrder, extentOf(firing))
  }
}

interface MetRule {
  readonly standing: ReadonlyArray<Firing>
  readonly unmade: ReadonlyArray<Firing>
}

/** The key it was announced by before the merge, where this very evidence was never met under its own. */
const renamed = (firing: Firing, keys: ReadonlyArray<TriggerKey>): Firing => {
  if (keys.length === 1 && keys[0] === firing.key) return firing
  const [last] = keys.toSorted((a, b) => b.length - a.length)
  if (last === undefined) return firing
  const key = keys.includes(firing.key) ? firing.key : last
  const formerKeys = keys.filter((other) => other !== key)
  return { ...firing, key, ...(formerKeys.length === 0 ? {} : { formerKeys }) }
}

/** What was ever met, told apart by whether its evidence still is what it was, once what was wrong is put right. */
const metOn = (state: ChildState, { now, facts = {}, calendars }: TriggerContext, rules: Rules): MetRule => {
  const { replaced = [] } = state
  const recordNow = (): EpisodesOnRecord => new EpisodesOnRecord(state, now, facts, calendars)
  const record = recordNow()
  const current = currentFirings(record, rules)
  const ever = everMet(record, current, replaced, rules)
  const isCorrected = hasCorrections(replaced)
  if (ever === current.firings || !(isCorrected || isAnyToldLate(state, replaced)))
    return { standing: ever, unmade: [] }
  const history = isCorrected ? correctedHistory(state, replaced) : replaced
  const right = everMet(
    recordNow(),
    current,
    history,
    rules,
    new ToldLate(state, recordNow(), history, decisionsOf(state))
  )
  // What is met now was ever met and is right: only the others are told apart.
  const isCurrent = new Set(current.firings)
  const others = ever.filter((firing) => !isCurrent.has(firing))
  if (others.length === 0) return { standing: current.firings, unmade: [] }
  // Hashing every long key costs more than all else here, so only those of these rules are.
  const rulesOfOthers = new Set(others.map(({ rule }) => rule))
  const standing = new Set<TriggerKey>()
  for (const { rule, key } of right) if (rulesOfOthers.has(rule)) standing.add(key)
  const nowKeyOf = keysNow(state)
  const keysOf = new Map<TriggerKey, Array<TriggerKey>>()
  const unmade: Array<Firing> = []
  for (const firing of others) {
    const key = nowKeyOf(firing)
    if (!standing.has(key)) unmade.push(firing)
    const keys = keysOf.get(key)
    if (keys === undefined) keysOf.set(key, [firing.key])
    else keys.push(firing.key)
  }
  const stands = (firing: Firing): Firing | undefined => {
    const keys = rulesOfOthers.has(firing.rule) ? keysOf.get(firing.key) : undefined
    if (isCurrent.has(firing)) return keys === undefined ? firing : renamed(firing, [firing.key, ...keys])
    // What was never met while it was recorded otherwise is no history, and only what is met now is new.
    return keys === undefined ? undefined : renamed(firing, keys)
  }
  return { standing: right.map(stands).filter((firing) => firing !== undefined), unmade }
}

/** Whether an episode's judgement reads no other episode: what was met on it alone, history cannot refute. */
const isOfOneEpisode = ({ episodes }: ChildState, { rule, episodeIds }: Firing, rules: Rules): boolean => {
  const last = episodes.find(({ id }) => id === episodeIds.at(-1))
  const triggers = last === undefined ? [] : triggersOf(last.policy, rules).triggers
  return triggers.some(({ setting, rule: known }) => setting.code === rule && known.isOfOneEpisode)
}

/** What was met on our record before its history was known: it stands too, or is refuted as by what is told late. */
const withOwn = (ours: ChildState, whole: MetRule, own: MetRule, firstImport: Instant, rules: Rules): MetRule => {
  const [stand, said] = [new Set(whole.standing.map(({ key }) => key)), new Set(whole.unmade.map(({ key }) => key))]
  const lost = own.standing.filter(({ key }) => !stand.has(key))
  const refuted = [...lost.filter((firing) => !isOfOneEpisode(ours, firing, rules)), ...own.unmade]
  return {
    standing: [...whole.standing, ...lost.filter((firing) => isOfOneEpisode(ours, firing, rules))],
    unmade: [
      ...whole.unmade,
      ...refuted.filter(({ key, metAt }) => metAt < firstImport && !stand.has(key) && !said.has(key))
    ]
  }
}

/** The same with the history that was imported, which is read as if it had been on record all along. */
const met = (ours: ChildState, context: TriggerContext, rules: Rules): MetRule => {
  // A child who died is in no trigger.
  if (ours.death !== undefined) return { standing: [], unmade: [] }
  const { state, importedAt, withStatuses } = wholeRecordOf(ours)
  if (importedAt.size === 0) return metOn(ours, context, rules)
  const whole = metOn(state, { ...context, facts: withStatuses(context.facts ?? {}) }, rules)
  if (ours.episodes.length === 0) return whole
  return withOwn(ours, whole, metOn(ours, context, rules), Math.min(...importedAt.values()) as Instant, rules)
}

const decided = (
  decisions: ReadonlyMap<TriggerKey, RecordedDecision>,
  { key, formerKeys = [] }: Firing
): RecordedDecision | undefined => {
  let last: RecordedDecision | undefined
  for (const one of [...formerKeys, key]) {
    const decision = decisions.get(one)
    if (decision !== undefined && (last === undefined || (decision.decidedAt ?? 0) >= (last.decidedAt ?? 0))) {
      last = decision
    }
  }
  return last
}

/**
 * Every trigger this child's history has met by `now` and that stands, each with its evidence and what was decided on
 * it, in the order of the episodes that completed it. Judged under the policy frozen onto each episode.
 *
 * What fired stays: it is judged on the record as it was before each later event, unless that put right what the
 * trigger rested on, or told late what had happened by then and refutes it. A decision on it stays. What it asks to
 * consider of a child who is looked for is asked no more once they are found. Pure, and linear in the episodes.
 *
 * The times in a firing are epoch milliseconds. It carries the source of its rule and numbers, and whether they are
 * verified. Nothing throws.
 *
 * @param context `now` in epoch milliseconds, the calendars that working days are counted on, and facts that events do
 * not hold
 *
 * @example
 * ```ts
 * import { calendars, formatInstant, utc } from "@safe-return/domain/calendar"
 * import { triggersFired } from "@safe-return/domain/risk"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("returned")
 * const [firing] = triggersFired(state, { calendars, now: utc(2026, 11, 25) })
 * firing && [firing.rule, firing.level, formatInstant(firing.metAt)] // ["offer-late","must","2026-11-23T17:00:00.001Z"]
 * firing?.because // "The interview was not offered within 8 working hours of the return."
 * triggersFired(state, { calendars, now: utc(2026, 11, 22) }) // []
 * ```
 */
export const triggersFired = (
  state: ChildState,
  context: TriggerContext,
  { rules = shippedRules }: JudgedBy = {}
): ReadonlyArray<Firing> => {
  const { standing } = met(state, context, rules)
  const decisions = decisionsOf(state)
  const isMoot = isSearchOver(state)
  const { importedAt } = wholeRecordOf(state)
  return standing.map((met) => {
    const firing = importedAt.size === 0 ? met : markedImported(met, importedAt)
    if (firing.standing._tag === "Imported") return firing
    const decision = decisions.size === 0 ? undefined : decided(decisions, firing)
    if (decision !== undefined) return { ...firing, standing: { _tag: "Decided", decision } }
    return isMoot(firing) ? { ...firing, standing: passed } : firing
  })
}

/** It says what it rests on of the history: known with the import at the earliest, and nobody's to decide if it is all. */
const markedImported = (firing: Firing, importedAt: ReadonlyMap<EpisodeId, Instant>): Firing => {
  const { episodeIds, because, metAt } = firing
  const times = episodeIds.flatMap((id) => importedAt.get(id) ?? [])
  if (times.length === 0) return firing
  if (times.length === episodeIds.length) return { ...firing, standing: imported }
  return {
    ...firing,
    because: `${because} ${times.length} of the ${episodeIds.length} ${times.length === 1 ? "was" : "were"} imported from the case system.`,
    metAt: times.reduce(later, metAt)
  }
}

/** Whether what a firing asks to consider was for a search that is over; what must be done is still answered for. */
const isSearchOver = ({ episodes }: ChildState): ((firing: Firing) => boolean) => {
  const missing = new Set(episodes.flatMap(({ id, progress }) => (progress._tag === "Missing" ? [id] : [])))
  return ({ isOfSearch, level, episodeIds }) =>
    isOfSearch && level === "consider" && !episodeIds.some((id) => missing.has(id))
}

const unmadeBecause = (state: ChildState, { episodeIds }: Firing): UnmadeReason => {
  const gone = state.episodes.flatMap(({ id, progress }) =>
    progress._tag === "Cancelled" && episodeIds.includes(id) ? [progress] : []
  )
  if (gone.some(({ duplicateOf }) => duplicateOf === undefined)) return "episode-cancelled"
  return gone.length > 0 ? "duplicate" : "corrected"
}

/**
 * The triggers whose grounds were corrected, or refuted by what was told late, with their decisions; not those within
 * one that stands.
 *
 * @param context `now` in epoch milliseconds, and the calendars that working days are counted on
 *
 * @example
 * ```ts
 * import { calendars, utc } from "@safe-return/domain/calendar"
 * import { EpisodeId } from "@safe-return/domain/pathway"
 * import { triggersUnmade } from "@safe-return/domain/risk"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("returned", [
 *   { _tag: "CancelEpisode", episodeId: EpisodeId.make("episode-1"), reason: "recorded-in-error" }
 * ])
 * const [unmade] = triggersUnmade(state, { calendars, now: utc(2026, 11, 26) })
 * unmade?.rule // "offer-late"
 * unmade?.standing // {"_tag":"EvidenceCorrected","because":"episode-cancelled"}
 * ```
 */
export const triggersUnmade = (
  state: ChildState,
  context: TriggerContext,
  { rules = shippedRules }: JudgedBy = {}
): ReadonlyArray<Firing> => {
  const { standing, unmade } = met(state, context, rules)
  const decisions = decisionsOf(state)
  const { importedAt } = wholeRecordOf(state)
  return unmade
    .filter(
      (firing) =>
        firing.episodeIds.some((id) => !importedAt.has(id)) && !standing.some((whole) => isPartOf(firing, whole))
    )
    .map((firing): Firing => {
      const decision = decided(decisions, firing)
      const because = unmadeBecause(state, firing)
      return {
        ...firing,
        standing: { _tag: "EvidenceCorrected", because, ...(decision === undefined ? {} : { decision }) }
      }
    })
}

/**
 * The rules in force for the latest episode that could not be judged, because something is not known.
 *
 * @param context `now` in epoch milliseconds, and what is known of the child beside their record
 *
 * @example
 * ```ts
 * import { calendars, utc } from "@safe-return/domain/calendar"
 * import { triggersNotKnown } from "@safe-return/domain/risk"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("missing")
 * const [first, second] = triggersNotKnown(state, { calendars, now: utc(2026, 11, 20, 20) })
 * first // {"rule":"young-first-episode","title":"First episode of a young child","needs":"the child's date of birth"}
 * second?.needs // "the child's case status"
 * ```
 */
export const triggersNotKnown = (
  ours: ChildState,
  { now, facts = {}, calendars }: TriggerContext,
  { rules = shippedRules }: JudgedBy = {}
): ReadonlyArray<UnjudgedRule> => {
  if (ours.death !== undefined) return []
  const { state, withStatuses } = wholeRecordOf(ours)
  const record = new EpisodesOnRecord(state, now, withStatuses(facts), calendars)
  const latest = record.episodes.at(-1)
  if (latest === undefined) return []
  const { triggers, unknown } = triggersOf(latest.policy, rules)
  return [
    ...triggers.flatMap(({ setting, rule }) => {
      const counted = "counted" in setting ? setting.counted : undefined
      const isStatusNeeded = counted?.caseStatuses !== undefined && record.caseStatusOf(latest) === undefined
      const needs = isStatusNeeded ? "the child's case status" : rule.notKnown(record)
      return needs === undefined ? [] : [{ rule: setting.code, title: rule.title, needs }]
    }),
    ...unknown.map((setting) => ({
      rule: setting.code,
      title: setting.code,
      needs: `the rule ${ruleNameOf(setting)}, which is not given here`
    }))
  ]
}

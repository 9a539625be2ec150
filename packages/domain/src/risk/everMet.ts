import type { Replaced } from "../pathway/replaced.ts"
import type { ChildState } from "../pathway/state.ts"
import type { Rules } from "./anyRule.ts"
import { type Affected, EpisodesOnRecord } from "./episodesOnRecord.ts"
import type { Firing } from "./firing.ts"
import { grounds } from "./grounds.ts"
import { EVIDENCE_AT_MOST } from "./rule.ts"
import { type Trigger, triggersOf } from "./trigger.ts"
import type { TriggerContext } from "./triggerContext.ts"

const LATEST = grounds.latest
const PLAN = grounds.plan

/** What was met at any moment, by its key, from the record now and then back through what was replaced. */
class EverMet {
  readonly found = new Map<string, Firing>()
  readonly #record: EpisodesOnRecord
  readonly #rules: Rules

  constructor(record: EpisodesOnRecord, rules: Rules) {
    this.#record = record
    this.#rules = rules
  }

  /** Judges the episode at this place by the triggers that rest on any of these grounds. */
  judge(index: number, mask: number, isOwn: boolean): void {
    const episode = this.#record.episodes[index]
    if (episode === undefined) return
    for (const trigger of triggersOf(episode.policy, this.#rules).triggers) {
      const { restsOn, isOfOneEpisode } = trigger.rule
      if ((restsOn & mask) === 0 || (isOfOneEpisode && !isOwn)) continue
      this.#judged(trigger, index)
    }
  }

  #judged(trigger: Trigger, index: number): void {
    const evidence = trigger.judge(this.#record, index)
    if (evidence === undefined) return
    const firing = trigger.firing(evidence)
    if (!this.found.has(firing.key)) this.found.set(firing.key, firing)
  }

  /** What may be judged otherwise before a step than after it: the episode itself, and those whose evidence it may be. */
  judgeAround({ episode, isOn, grounds: mask }: Affected): void {
    const place = this.#record.placeOf(episode)
    if (isOn) this.judge(place, mask, true)
    const next = isOn ? place + 1 : place
    const end = Math.min(this.#record.episodes.length, next + EVIDENCE_AT_MOST)
    for (let at = next; at < end; at += 1) this.judge(at, mask & ~LATEST & ~PLAN, false)
    if ((mask & LATEST) !== 0) this.judge(this.#record.episodes.length - 1, LATEST, true)
  }
}

/** Every trigger that was met on this history at any moment until now, with the last found first among its like. */
export const everMet = (
  state: ChildState,
  history: ReadonlyArray<Replaced>,
  { now, facts = {}, calendars }: TriggerContext,
  rules: Rules
): ReadonlyArray<Firing> => {
  const record = new EpisodesOnRecord(state, now, facts, calendars)
  const current = metNow(record, rules)
  if (history.length === 0) return current
  const places = new Map(record.episodes.map(({ id }, index) => [id, index]))
  const met = new EverMet(record, rules)
  for (const firing of current) met.found.set(firing.key, firing)
  for (let at = history.length - 1; at >= 0; at -= 1) {
    const step = history[at]
    if (step === undefined) continue
    for (const affected of record.stepBack(step, now)) met.judgeAround(affected)
  }
  if (met.found.size === current.length) return current
  const placeOf = ({ episodeIds }: Firing): number => places.get(episodeIds.at(-1) ?? ("" as never)) ?? -1
  const earlier = [...met.found.values()].slice(current.length).reverse()
  return [...earlier, ...current].sort((a, b) => placeOf(a) - placeOf(b))
}

/** What is met on the record as it is. */
const metNow = (record: EpisodesOnRecord, rules: Rules): ReadonlyArray<Firing> => {
  const firings: Array<Firing> = []
  let policy: unknown
  let triggers: ReadonlyArray<Trigger> = []
  let index = 0
  for (const episode of record.episodes) {
    if (episode.policy !== policy) {
      policy = episode.policy
      triggers = triggersOf(episode.policy, rules).triggers
    }
    for (const trigger of triggers) {
      const found = trigger.judge(record, index)
      if (found !== undefined) firings.push(trigger.firing(found))
    }
    index += 1
  }
  return firings
}

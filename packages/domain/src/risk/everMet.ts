import type { Replacement } from "../pathway/replacement.ts"
import type { Policy } from "../policy/policy.ts"
import type { EpisodeId } from "../vocabulary/identifiers.ts"
import type { Rules } from "./anyRule.ts"
import type { AffectedEpisode, EpisodesOnRecord } from "./episodesOnRecord.ts"
import { EVIDENCE_AT_MOST } from "./evidenceAtMost.ts"
import type { Firing } from "./firing.ts"
import { grounds } from "./grounds.ts"
import type { Evidence } from "./rule.ts"
import type { ToldLate } from "./toldLate.ts"
import { type Trigger, triggersOf } from "./trigger.ts"

const LATEST = grounds.latest
const PLAN = grounds.plan

/** A firing, with how far evidence inside an episode had come. */
interface FoundFiring {
  readonly firing: Firing
  readonly extent: string | undefined
}

const isSame = ({ firing, extent }: FoundFiring, { setting }: Trigger, evidence: Evidence): boolean => {
  const { rule, episodeIds } = firing
  const { episodes } = evidence
  if (rule !== setting.code || episodeIds.length !== episodes.length || extent !== evidence.extent) return false
  for (let at = 0; at < episodes.length; at += 1) if (episodeIds[at] !== episodes[at]?.id) return false
  return true
}

/** What is met on the record as it is, and how far the evidence inside an episode has come, in the same order. */
export interface CurrentFirings {
  readonly firings: ReadonlyArray<Firing>
  readonly extents: ReadonlyArray<string | undefined>
}

/** What was met at any moment: from the record now, and then back through what was replaced. */
class EverMet {
  readonly earlier: Array<Firing> = []
  /** By the last episode of the evidence: comparing the few of one episode is cheaper than reading long keys. */
  readonly #found = new Map<EpisodeId, Array<FoundFiring>>()
  readonly #record: EpisodesOnRecord
  readonly #rules: Rules
  readonly #toldLate: ToldLate | undefined
  /** Of the event in the history before which the record stands. */
  place = 0
  #policy: Policy | undefined
  #triggers: ReadonlyArray<Trigger> = []

  constructor(
    record: EpisodesOnRecord,
    rules: Rules,
    { firings, extents }: CurrentFirings,
    toldLate: ToldLate | undefined
  ) {
    this.#record = record
    this.#rules = rules
    this.#toldLate = toldLate
    for (let at = 0; at < firings.length; at += 1) {
      const firing = firings[at]
      if (firing !== undefined) this.#add(firing, extents[at])
    }
  }

  #add(firing: Firing, extent: string | undefined): void {
    const last = firing.episodeIds[firing.episodeIds.length - 1]
    if (last === undefined) return
    const found = this.#found.get(last)
    if (found === undefined) this.#found.set(last, [{ firing, extent }])
    else found.push({ firing, extent })
  }

  /** Judges the episode at this place by the triggers that rest on any of these grounds. */
  judge(index: number, mask: number, isOwn: boolean): void {
    const episode = this.#record.episodes[index]
    if (episode === undefined) return
    if (episode.policy !== this.#policy) {
      this.#policy = episode.policy
      this.#triggers = triggersOf(episode.policy, this.#rules).triggers
    }
    for (const trigger of this.#triggers) {
      const { restsOn, isOfOneEpisode } = trigger.rule
      if ((restsOn & mask) === 0 || (isOfOneEpisode && !isOwn)) continue
      const evidence = trigger.judge(this.#record, index)
      if (evidence !== undefined) this.#met(trigger, evidence)
    }
  }

  #met(trigger: Trigger, evidence: Evidence): void {
    const { episodes, extent } = evidence
    const last = episodes[episodes.length - 1]
    if (last === undefined) return
    const found = this.#found.get(last.id)
    if (found !== undefined) for (const one of found) if (isSame(one, trigger, evidence)) return
    if (this.#toldLate?.refutes(trigger, evidence, this.#record, this.place) === true) return
    const firing = trigger.firing(evidence)
    this.earlier.push(firing)
    this.#add(firing, extent)
  }

  /** What may be judged otherwise before a step than after it: the episode itself, and those whose evidence it may be. */
  judgeAround({ episode, isOn, grounds: mask }: AffectedEpisode): void {
    const place = this.#record.placeOf(episode)
    if (isOn) this.judge(place, mask, true)
    const next = isOn ? place + 1 : place
    const end = Math.min(this.#record.episodes.length, next + EVIDENCE_AT_MOST)
    for (let at = next; at < end; at += 1) this.judge(at, mask & ~LATEST & ~PLAN, false)
    if ((mask & LATEST) !== 0) this.judge(this.#record.episodes.length - 1, LATEST, true)
  }
}

const lastOf = ({ episodeIds }: Firing): EpisodeId | undefined => episodeIds[episodeIds.length - 1]

/** Both in the order of the episodes that completed them, what was met earlier first. */
const inOneOrder = (
  earlier: ReadonlyArray<Firing>,
  current: ReadonlyArray<Firing>,
  places: ReadonlyMap<EpisodeId | undefined, number>
): ReadonlyArray<Firing> => {
  const placed = earlier.map((firing) => ({ firing, place: places.get(lastOf(firing)) ?? -1 }))
  placed.reverse().sort((a, b) => a.place - b.place)
  const all: Array<Firing> = []
  let next = 0
  for (const firing of current) {
    const place = places.get(lastOf(firing)) ?? -1
    for (; next < placed.length; next += 1) {
      const one = placed[next]
      if (one === undefined || one.place > place) break
      all.push(one.firing)
    }
    all.push(firing)
  }
  for (; next < placed.length; next += 1) {
    const one = placed[next]
    if (one !== undefined) all.push(one.firing)
  }
  return all
}

/**
 * Every trigger that was met on this history at any moment until now, with the last found first among its like.
 *
 * @param record as it is now; it is taken back to the start
 * @param toldLate leaves out what is refuted by what had happened by then
 */
export const everMet = (
  record: EpisodesOnRecord,
  current: CurrentFirings,
  history: ReadonlyArray<Replacement>,
  rules: Rules,
  toldLate?: ToldLate
): ReadonlyArray<Firing> => {
  if (history.length === 0) return current.firings
  const { now } = record
  const order = [...record.episodes]
  const met = new EverMet(record, rules, current, toldLate)
  for (let at = history.length - 1; at >= 0; at -= 1) {
    const step = history[at]
    if (step === undefined) continue
    met.place = at
    for (const affected of record.stepBack(step, now)) met.judgeAround(affected)
  }
  if (met.earlier.length === 0) return current.firings
  return inOneOrder(met.earlier, current.firings, new Map(order.map(({ id }, index) => [id, index])))
}

/** What is met on the record as it is. */
export const currentFirings = (record: EpisodesOnRecord, rules: Rules): CurrentFirings => {
  const firings: Array<Firing> = []
  const extents: Array<string | undefined> = []
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
      if (found === undefined) continue
      firings.push(trigger.firing(found))
      extents.push(found.extent)
    }
    index += 1
  }
  return { firings, extents }
}

import type { Instant } from "../calendar/instant.ts"
import {
  type EpisodeFacts,
  type InterviewFacts,
  interviewAsItWas,
  interviewLists,
  type Replacement
} from "../pathway/replacement.ts"
import type { ChildState, Episode, Interview, Progress } from "../pathway/state.ts"

/** Told again, they are put right: they say when something began or was known, not how it went on. */
const alwaysCorrected: ReadonlySet<string> = new Set(["missingAt", "notifiedAt", "placements"])

/** What was wrong and what is right instead, for one episode or interview, gathered from the last correction back. */
class Corrections {
  readonly #right = new Map<string, Map<unknown, unknown>>()

  add(fact: string, wrong: unknown, right: unknown): void {
    const known = this.#right.get(fact) ?? new Map<unknown, unknown>()
    known.set(wrong, right)
    this.#right.set(fact, known)
  }

  has(fact: string): boolean {
    return this.#right.has(fact)
  }

  of<Value>(fact: string, value: Value): Value {
    const known = this.#right.get(fact)
    return known?.has(value) === true ? (known.get(value) as Value) : value
  }
}

const isCancelled = (progress: Progress | undefined): boolean => progress?._tag === "Cancelled"

interface Ending {
  readonly foundAt?: Instant | undefined
  readonly returnedAt?: Instant | undefined
}

const endingOf = (progress: Progress): Ending =>
  progress._tag === "Found" || progress._tag === "Returned" ? progress : {}

/** How far the child had come, by the times that are right. */
const rightProgress = (corrections: Corrections, progress: Progress): Progress => {
  if (progress._tag === "Cancelled" || progress._tag === "Missing") return progress
  const { foundAt: found, returnedAt: back } = endingOf(progress)
  const foundAt = corrections.of("foundAt", found)
  const returnedAt = corrections.of("returnedAt", back)
  if (foundAt === found && returnedAt === back) return progress
  if (returnedAt !== undefined) return { _tag: "Returned", returnedAt, ...(foundAt === undefined ? {} : { foundAt }) }
  return foundAt === undefined ? { _tag: "Missing" } : { _tag: "Found", foundAt }
}

const isSameEnding = (a: Progress, b: Progress): boolean =>
  a._tag === b._tag && endingOf(a).foundAt === endingOf(b).foundAt && endingOf(a).returnedAt === endingOf(b).returnedAt

/** What a thing is, whichever person it is for: a fact that was moved or left to others is the same fact. */
const coreOf = (fact: object): string => JSON.stringify({ ...fact, episodeIds: undefined })

/** The items of a list as it was that are still there, each as it is now. */
const rightItems = (list: ReadonlyArray<object>, now: ReadonlyArray<object>): ReadonlyArray<object> => {
  const kept = new Set(now)
  const left = new Map<string, Array<object>>()
  for (const item of now) left.set(coreOf(item), [...(left.get(coreOf(item)) ?? []), item])
  return list.flatMap((item) => {
    if (kept.has(item)) return [item]
    const same = left.get(coreOf(item))?.shift()
    return same === undefined ? [] : [same]
  })
}

/** The history of one kind of thing, put right from the last step back. */
class CorrectedEpisodes {
  readonly #final: ReadonlyMap<string, Episode>
  readonly #raw = new Map<string, Episode>()
  readonly #corrections = new Map<string, Corrections>()

  constructor(episodes: ReadonlyArray<Episode>) {
    this.#final = new Map(episodes.map((episode) => [episode.id, episode]))
  }

  step(id: Episode["id"], were: EpisodeFacts | undefined, isCorrection: boolean) {
    const final = this.#final.get(id)
    // Cancelled or merged in the end: it never counted.
    if (final === undefined || isCancelled(final.progress)) return []
    if (were === undefined) return [{ id }]
    const after = this.#raw.get(id) ?? final
    this.#raw.set(id, { ...after, ...were } as Episode)
    const corrections = this.#corrections.get(id) ?? new Corrections()
    this.#corrections.set(id, corrections)
    const right: Record<string, unknown> = {}
    for (const [fact, before] of Object.entries(were)) {
      if (alwaysCorrected.has(fact)) continue
      if (fact === "progress") {
        const progress = this.#progress(corrections, before as Progress, after.progress, isCorrection)
        if (progress !== undefined) right[fact] = progress
        continue
      }
      const now = corrections.of(fact, after[fact as keyof Episode])
      if (isCorrection && before !== undefined) corrections.add(fact, before, now)
      const then = corrections.of(fact, before)
      if (then !== now) right[fact] = then
    }
    return Object.keys(right).length === 0 ? [] : [{ id, were: right as EpisodeFacts }]
  }

  #progress(corrections: Corrections, before: Progress, after: Progress, isCorrection: boolean): Progress | undefined {
    // Cancelled for a while: it counts all the same, as it does now.
    if (isCancelled(before)) return undefined
    if (isCorrection && !isCancelled(after)) {
      for (const time of ["foundAt", "returnedAt"] as const) {
        const [wrong, instead] = [endingOf(before)[time], endingOf(after)[time]]
        if (wrong !== undefined && wrong !== instead) corrections.add(time, wrong, corrections.of(time, instead))
      }
    }
    const then = rightProgress(corrections, before)
    return isSameEnding(then, rightProgress(corrections, after)) && !isCancelled(after) ? undefined : then
  }
}

class CorrectedInterviews {
  readonly #raw: Map<string, Interview>
  readonly #corrections = new Map<string, Corrections>()
  /** Of a list that was corrected, the items it has now: what is not among them was never right. */
  readonly #lists = new Map<string, Map<string, ReadonlyArray<object>>>()

  constructor(interviews: ReadonlyArray<Interview>) {
    this.#raw = new Map(interviews.map((interview) => [interview.id, interview]))
  }

  bringBack(interview: Interview): void {
    this.#raw.set(interview.id, interview)
  }

  step(id: Interview["id"], were: InterviewFacts | undefined, isCorrection: boolean) {
    const after = this.#raw.get(id)
    if (after === undefined) return []
    if (were === undefined) return [{ id }]
    const before = interviewAsItWas(after, were)
    this.#raw.set(id, before)
    const corrections = this.#corrections.get(id) ?? new Corrections()
    this.#corrections.set(id, corrections)
    const lists = this.#lists.get(id) ?? new Map<string, ReadonlyArray<object>>()
    this.#lists.set(id, lists)
    const right: Record<string, unknown> = {}
    for (const fact of Object.keys(were)) {
      if (fact === "lengths") continue
      if (fact === "episodeIds" && !isCorrection && !corrections.has(fact)) {
        // Only extended: by its length, since a copy for each extension would grow with the square of them.
        right[fact] = were.episodeIds
        if (were.lengths?.episodeIds !== undefined) right["lengths"] = { episodeIds: were.lengths.episodeIds }
        continue
      }
      const [then, now] = [before[fact as keyof Interview], after[fact as keyof Interview]]
      if (fact !== "episodeIds" && (interviewLists as ReadonlyArray<string>).includes(fact)) {
        if (isCorrection && fact !== "takenUpAgain") lists.set(fact, this.#rightList(lists, fact, now) ?? [])
        else right[fact] = this.#rightList(lists, fact, then)
        continue
      }
      const rightNow = corrections.of(fact, now)
      if (isCorrection && then !== undefined) corrections.add(fact, then, rightNow)
      const rightThen = corrections.of(fact, then)
      if (rightThen !== rightNow) right[fact] = rightThen
    }
    return Object.keys(right).length === 0 ? [] : [{ id, were: right as InterviewFacts }]
  }

  #rightList(lists: ReadonlyMap<string, ReadonlyArray<object>>, fact: string, list: unknown) {
    const now = lists.get(fact)
    if (now === undefined || !Array.isArray(list)) return list as ReadonlyArray<object> | undefined
    const left = rightItems(list, now)
    return left.length === 0 ? undefined : left
  }
}

const isPutRight = ({ isCorrection, episodes }: Replacement): boolean =>
  isCorrection === true ||
  episodes?.some(({ were }) => were !== undefined && Object.keys(were).some((fact) => alwaysCorrected.has(fact))) ===
    true

/** Whether anything in a history was put right: if not, it is what it would have been. */
export const hasCorrections = (history: ReadonlyArray<Replacement>): boolean => history.some(isPutRight)

/** The history as it would have been, had what was put right been right from the start. */
export const correctedHistory = (
  state: ChildState,
  history: ReadonlyArray<Replacement>
): ReadonlyArray<Replacement> => {
  const episodes = new CorrectedEpisodes(state.episodes)
  const interviews = new CorrectedInterviews(state.interviews)
  return history
    .toReversed()
    .map((step): Replacement => {
      const isCorrection = step.isCorrection === true
      for (const interview of step.removed ?? []) interviews.bringBack(interview)
      return {
        ...(step.until === undefined ? {} : { until: step.until }),
        ...(step.removed === undefined ? {} : { removed: step.removed }),
        ...(step.findMePlan === undefined ? {} : { findMePlan: step.findMePlan }),
        episodes: (step.episodes ?? []).flatMap(({ id, were }) => episodes.step(id, were, isCorrection)),
        interviews: (step.interviews ?? []).flatMap(({ id, were }) => interviews.step(id, were, isCorrection))
      }
    })
    .toReversed()
}

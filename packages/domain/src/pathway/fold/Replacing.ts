import {
  type EpisodeFacts,
  episodeFacts,
  type InterviewFacts,
  interviewFacts,
  interviewLists,
  type Replacement
} from "../replacement.ts"
import type { Episode, Interview } from "../state.ts"

/** Part two of a plan, written while the child is missing, changes nothing that a trigger rests on. */
const isStillMissing = (before: Episode, after: Episode): boolean =>
  before.progress._tag === "Missing" && after.progress._tag === "Missing"

/** The place that counted, of so many: later ones may have been added to the same list. */
const lastPlaced = ({ placements }: Episode, count: number): Episode["placements"] =>
  placements === undefined || count === 0 ? undefined : placements.slice(count - 1, count)

const episodeWas = (before: Episode, after: Episode, placed: number): EpisodeFacts | undefined => {
  let were: Record<string, unknown> | undefined
  for (const fact of episodeFacts) {
    if (fact === "placements") {
      if (before[fact] === after[fact] && placed === (after[fact]?.length ?? 0)) continue
      were ??= {}
      were[fact] = lastPlaced(before, placed)
      continue
    }
    if (before[fact] === after[fact] || (fact === "progress" && isStillMissing(before, after))) continue
    were ??= {}
    were[fact] = before[fact]
  }
  return were
}

type Lengths = NonNullable<InterviewFacts["lengths"]>

const lengthsOf = (interview: Interview): Lengths => {
  const lengths: Record<string, number> = {}
  for (const list of interviewLists) lengths[list] = interview[list]?.length ?? 0
  return lengths
}

const interviewWas = (before: Interview, after: Interview, lengths: Lengths): InterviewFacts | undefined => {
  let were: Record<string, unknown> | undefined
  let changed: Record<string, number> | undefined
  for (const fact of interviewFacts) {
    if (before[fact] === after[fact]) continue
    were ??= {}
    were[fact] = before[fact]
  }
  for (const list of interviewLists) {
    const length = lengths[list] ?? 0
    if (before[list] === after[list] && length === (after[list]?.length ?? 0)) continue
    changed ??= {}
    changed[list] = length
    were ??= {}
    were[list] = before[list]
  }
  return changed === undefined ? were : { ...were, lengths: changed }
}

const earliest = (first: InterviewFacts, second: InterviewFacts | undefined): InterviewFacts =>
  second === undefined ? first : { ...first, ...second, lengths: { ...first.lengths, ...second.lengths } }

/** What the event that is applied has replaced so far. */
export class Replacing {
  readonly #episodes = new Map<Episode["id"], EpisodeFacts | undefined>()
  readonly #interviews = new Map<Interview["id"], InterviewFacts | undefined>()
  #removed: Array<Interview> = []
  #lengths: Lengths = {}
  #placed = 0

  readonly episode = {
    added: ({ id }: Episode): void => {
      this.#episodes.set(id, undefined)
    },
    changing: ({ placements }: Episode): void => {
      this.#placed = placements?.length ?? 0
    },
    removed: (): void => {},
    changed: (before: Episode, after: Episode): void => {
      const { id } = after
      const were = episodeWas(before, after, this.#placed)
      if (were === undefined) return
      const first = this.#episodes.get(id)
      if (first === undefined && this.#episodes.has(id)) return
      this.#episodes.set(id, { ...were, ...first })
    }
  }

  readonly interview = {
    added: ({ id }: Interview): void => {
      this.#interviews.set(id, undefined)
    },
    removed: (interview: Interview): void => {
      this.#removed.push(interview)
    },
    changing: (before: Interview): void => {
      this.#lengths = lengthsOf(before)
    },
    changed: (before: Interview, after: Interview): void => {
      const { id } = after
      const were = interviewWas(before, after, this.#lengths)
      if (were === undefined) return
      const first = this.#interviews.get(id)
      if (first === undefined && this.#interviews.has(id)) return
      this.#interviews.set(id, earliest(were, first))
    }
  }

  /** All of it, and nothing is left of it for the next event. */
  taken(): Pick<Replacement, "episodes" | "interviews" | "removed"> | undefined {
    if (this.#episodes.size === 0 && this.#interviews.size === 0 && this.#removed.length === 0) return undefined
    const episodes = [...this.#episodes].map(([id, were]) => (were === undefined ? { id } : { id, were }))
    const interviews = [...this.#interviews].map(([id, were]) => (were === undefined ? { id } : { id, were }))
    const removed = this.#removed
    this.#episodes.clear()
    this.#interviews.clear()
    if (removed.length > 0) this.#removed = []
    return {
      ...(episodes.length === 0 ? {} : { episodes }),
      ...(interviews.length === 0 ? {} : { interviews }),
      ...(removed.length === 0 ? {} : { removed })
    }
  }
}

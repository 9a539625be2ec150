import {
  type ChildReference,
  type ChildState,
  type Episode,
  isOpen,
  isReturnInQuestion,
  type RemainingTask,
  remainingTasks,
  reportsInQuestion
} from "@safe-return/domain/pathway"

/** What was sent later contradicts what was recorded, and only a person can say what becomes of it. */
export type DecisionOwed =
  | Extract<RemainingTask, "cancellation" | "report-in-question" | "interview-in-question">
  /** Whether a child who was found and is missing again had been back before. */
  | "missing-again"

const isDecision = (owed: RemainingTask): owed is Exclude<DecisionOwed, "missing-again"> =>
  owed === "cancellation" || owed === "report-in-question" || owed === "interview-in-question"

export const decisionsOwed = (state: ChildState, episode: Episode): ReadonlyArray<DecisionOwed> => {
  if (state.death !== undefined) return []
  if (isOpen(episode)) {
    const decisions = remainingTasks(state, episode).filter(isDecision)
    return isReturnInQuestion(state, episode) ? [...decisions, "missing-again"] : decisions
  }
  return reportsInQuestion(episode).length > 0 ? ["report-in-question"] : []
}

export interface OwedDecision {
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly owed: DecisionOwed
}

/** Every decision that waits, of the child longest gone first. */
export const everyDecisionOwed = (states: ReadonlyMap<ChildReference, ChildState>): ReadonlyArray<OwedDecision> =>
  [...states]
    .flatMap(([child, state]) =>
      state.episodes.flatMap((episode) =>
        decisionsOwed(state, episode).map((owed) => ({ child, state, episode, owed }))
      )
    )
    .toSorted((one, other) => one.episode.missingAt - other.episode.missingAt)

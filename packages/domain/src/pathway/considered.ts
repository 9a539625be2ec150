/** Whose answer to a question of the guidance it is: the allocated worker's, or that of others apart from them. */
import type { EpisodeId } from "../vocabulary/identifiers.ts"
import { type Consideration, type Considerations, unanswered } from "./considerations.ts"
import { isLeftOut } from "./leftOut.ts"
import type { ChildState, Episode } from "./state.ts"

/**
 * Where a person was left out of an interview, their questions stay theirs, or they would see that they were; others
 * answer the same apart from them, and those answers count.
 */
export type AnsweredBy = "worker" | "apart"

/** Whether a person was left out of this episode's interview. */
export const isAnsweredApart = ({ interviews }: Pick<ChildState, "interviews">, id: EpisodeId): boolean =>
  interviews.some(({ episodeIds, keptFrom = [] }) => keptFrom.length > 0 && episodeIds.includes(id))

/** The answers so far. */
export const answersOf = (
  { considerations, consideredApart }: Pick<Episode, "considerations" | "consideredApart">,
  answeredBy: AnsweredBy
): Considerations => (answeredBy === "worker" ? considerations : consideredApart) ?? {}

/** What others have not answered yet, apart from a worker who was left out. */
export const leftApart = (state: Pick<ChildState, "interviews">, episode: Episode): ReadonlyArray<Consideration> =>
  isAnsweredApart(state, episode.id) ? unanswered(answersOf(episode, "apart")) : []

/** What waits for the worker: once another is allocated, who answers apart, nobody waits for the one who was left out. */
export const leftToWorker = (state: Pick<ChildState, "interviews">, episode: Episode): ReadonlyArray<Consideration> => {
  const { id, allocation } = episode
  const isReplaced =
    isAnsweredApart(state, id) && allocation?._tag === "Allocated" && !isLeftOut(state, [id], allocation.worker)
  return isReplaced && leftApart(state, episode).length === 0 ? [] : unanswered(answersOf(episode, "worker"))
}

/** Whose answers a person gives: apart while any are left, if they may; a manager may then answer for the worker. */
export const answersAs = (
  state: Pick<ChildState, "interviews">,
  episode: Episode,
  mayAnswerApart: boolean
): AnsweredBy => {
  if (!mayAnswerApart || !isAnsweredApart(state, episode.id)) return "worker"
  const isWorkersTurn = leftApart(state, episode).length === 0 && leftToWorker(state, episode).length > 0
  return isWorkersTurn ? "worker" : "apart"
}

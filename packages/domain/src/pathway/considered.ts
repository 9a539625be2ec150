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

/**
 * Whether a person was left out of this episode's interview, so that others answer the questions of the guidance apart
 * from them.
 *
 * @example
 * ```ts
 * import { PersonId, isAnsweredApart } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("interviewed")
 * isAnsweredApart(state, episode.id) // false
 * const keptFrom = [PersonId.make("worker-1")]
 * const apart = { interviews: state.interviews.map((interview) => ({ ...interview, keptFrom })) }
 * isAnsweredApart(apart, episode.id) // true
 * ```
 */
export const isAnsweredApart = ({ interviews }: Pick<ChildState, "interviews">, id: EpisodeId): boolean =>
  interviews.some(({ episodeIds, keptFrom = [] }) => keptFrom.length > 0 && episodeIds.includes(id))

/**
 * The answers so far, of the worker or of others apart from them; empty where there are none.
 *
 * @example
 * ```ts
 * import { answersOf } from "@safe-return/domain/pathway"
 *
 * const answer = { answer: "yes", reason: "Seen by the worker" } as const
 * const episode = { considerations: { "significant-harm": answer } }
 * Object.keys(answersOf(episode, "worker")) // ["significant-harm"]
 * answersOf(episode, "apart") // {}
 * ```
 */
export const answersOf = (
  { considerations, consideredApart }: Pick<Episode, "considerations" | "consideredApart">,
  answeredBy: AnsweredBy
): Considerations => (answeredBy === "worker" ? considerations : consideredApart) ?? {}

/**
 * What others have not answered yet, apart from a worker who was left out; none where nobody was.
 *
 * @example
 * ```ts
 * import { PersonId, leftApart } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("interviewed")
 * leftApart(state, episode) // []
 * const keptFrom = [PersonId.make("worker-1")]
 * const apart = { interviews: state.interviews.map((interview) => ({ ...interview, keptFrom })) }
 * leftApart(apart, episode).slice(0, 2) // ["significant-harm","update-assessment"]
 * ```
 */
export const leftApart = (state: Pick<ChildState, "interviews">, episode: Episode): ReadonlyArray<Consideration> =>
  isAnsweredApart(state, episode.id) ? unanswered(answersOf(episode, "apart")) : []

/** What waits for the worker: once another is allocated, who answers apart, nobody waits for the one who was left out. */
export const leftToWorker = (state: Pick<ChildState, "interviews">, episode: Episode): ReadonlyArray<Consideration> => {
  const { id, allocation } = episode
  const isReplaced =
    isAnsweredApart(state, id) && allocation?._tag === "Allocated" && !isLeftOut(state, [id], allocation.worker)
  return isReplaced && leftApart(state, episode).length === 0 ? [] : unanswered(answersOf(episode, "worker"))
}

/**
 * Whose answers a person gives to the questions of the guidance: apart while any are left, if they may; a manager may
 * then answer for the worker. Where nobody was left out of the interview, always the worker's.
 *
 * @param mayAnswerApart whether this person was not left out and may answer in the worker's place
 *
 * @example
 * ```ts
 * import { PersonId, answersAs } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("interviewed")
 * answersAs(state, episode, true) // "worker"
 * const keptFrom = [PersonId.make("worker-1")]
 * const apart = { ...state, interviews: state.interviews.map((interview) => ({ ...interview, keptFrom })) }
 * answersAs(apart, episode, true) // "apart"
 * answersAs(apart, episode, false) // "worker"
 * ```
 */
export const answersAs = (
  state: Pick<ChildState, "interviews">,
  episode: Episode,
  mayAnswerApart: boolean
): AnsweredBy => {
  if (!mayAnswerApart || !isAnsweredApart(state, episode.id)) return "worker"
  const isWorkersTurn = leftApart(state, episode).length === 0 && leftToWorker(state, episode).length > 0
  return isWorkersTurn ? "worker" : "apart"
}

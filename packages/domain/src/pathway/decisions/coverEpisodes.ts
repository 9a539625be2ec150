import * as Option from "effect/Option"
import * as Result from "effect/Result"
import type { EpisodeId, InterviewId } from "../../vocabulary/identifiers.ts"
import type { PathwayEvent } from "../events.ts"
import { answerOf, offeredAtOf } from "../offer.ts"
import { ChildUnborn, type Refusal, UnknownEpisode } from "../refusals.ts"
import { checkStage } from "../stageRefusals.ts"
import { type Stage, stageOf } from "../stages.ts"
import { episodeById, foundOrReturnedAt, interviewOf, isOpen } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { type OtherEpisode, transitions } from "../transitions.ts"

/** The other episode a command names, or why it cannot be that. */
export const otherEpisode = (state: ChildState, id: EpisodeId, row: OtherEpisode): Result.Result<Episode, Refusal> => {
  const episode = Option.getOrUndefined(episodeById(state, id))
  if (episode === undefined) return Result.fail(UnknownEpisode)
  const verdicts: Partial<Record<Stage, Parameters<typeof checkStage>[0]>> = transitions[row]
  return Result.map(checkStage(verdicts[stageOf(state, episode)] ?? "UnknownEpisode"), () => episode)
}

/** The further episodes an interview is to cover, and how each comes to it. */
export interface ToCover {
  /** Each once, and without those it covers already. */
  readonly episodes: ReadonlyArray<Episode>
  /** Those of which nothing is recorded yet. */
  readonly ids: ReadonlyArray<EpisodeId>
  /** Nobody's interviews, of which something is recorded already: the one that covers all takes them over. */
  readonly joining: ReadonlyArray<Interview>
}

/** The further episodes an interview is to cover, or why one cannot be. */
export const toCover = (
  state: ChildState,
  already: ReadonlyArray<EpisodeId>,
  named: ReadonlyArray<EpisodeId>
): Result.Result<ToCover, Refusal> => {
  const episodes: Array<Episode> = []
  const ids: Array<EpisodeId> = []
  const joining = new Set<Interview>()
  for (const id of new Set(named)) {
    if (already.includes(id)) continue
    const other = otherEpisode(state, id, "CoverEpisode")
    if (Result.isFailure(other)) return Result.fail(other.failure)
    const episode = other.success
    if (episode.unborn !== undefined) return Result.fail(ChildUnborn)
    const own = interviewOf(state, id)
    if (own === undefined) ids.push(id)
    else joining.add(own)
    episodes.push(episode)
  }
  // What an interview covers that joins comes with it.
  const others = [...joining].flatMap(({ episodeIds }) => episodeIds)
  const brought = state.episodes.filter((one) => others.includes(one.id) && !episodes.includes(one))
  return Result.succeed({ episodes: [...episodes, ...brought], ids, joining: [...joining] })
}

/** The interviews that are taken over by this one. */
export const joinedInto = (interviewId: InterviewId, { joining }: ToCover): ReadonlyArray<PathwayEvent> =>
  joining.map(({ id }) => ({ _tag: "InterviewsJoined", interviewId, joinedId: id }) as const)

/** An offer made once a child was back from this too was made for it as well; and so was its answer. */
export const sharedOffers = (interview: Interview, { episodes, joining }: ToCover): ReadonlyArray<PathwayEvent> =>
  episodes.flatMap((episode): ReadonlyArray<PathwayEvent> => {
    const since = foundOrReturnedAt(episode)
    const own = joining.find(({ episodeIds }) => episodeIds.includes(episode.id))
    // It has an offer of its own, which was made in time or was not.
    if (own !== undefined && offeredAtOf(own, episode) !== undefined) return []
    if (since === undefined || !isOpen(episode) || offeredAtOf(interview, episode) !== undefined) return []
    const offer = interview.offers?.find(({ offeredAt }) => offeredAt >= since)
    if (offer?.episodeIds === undefined) return []
    const facts = { interviewId: interview.id, episodeIds: [episode.id] as const }
    const answer = interview.answers?.findLast(({ episodeIds }) =>
      offer.episodeIds?.some((id) => episodeIds === undefined || episodeIds.includes(id))
    )
    const isAnswered = answer !== undefined && answerOf(interview, episode) === undefined
    return [
      { _tag: "InterviewOffered", ...facts, offeredAt: offer.offeredAt },
      ...(isAnswered ? [{ _tag: "InterviewAnswered", ...facts, response: answer.response } as const] : [])
    ]
  })

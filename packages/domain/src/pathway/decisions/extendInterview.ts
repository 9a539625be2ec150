import * as Result from "effect/Result"
import type { EpisodeId, InterviewId } from "../../vocabulary/identifiers.ts"
import type { ExtendInterview } from "../commands.ts"
import type { PathwayEvent } from "../events.ts"
import { NotAssigned } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { joinedInto, sharedOffers, type ToCover, toCover } from "./coverEpisodes.ts"
import { accept, type Decision, refuse } from "./decision.ts"
import { acceptInOrder } from "./timesInOrder.ts"

const extended = (interviewId: InterviewId, ids: ReadonlyArray<EpisodeId>): ReadonlyArray<PathwayEvent> => {
  const [first, ...others] = ids
  return first === undefined ? [] : [{ _tag: "InterviewExtended", interviewId, episodeIds: [first, ...others] }]
}

/** What it takes for an interview to cover these too. */
export const covering = (interview: Interview, added: ToCover): ReadonlyArray<PathwayEvent> => [
  ...extended(interview.id, added.ids),
  ...joinedInto(interview.id, added),
  ...sharedOffers(interview, added)
]

/**
 * Lets the interview cover further episodes; one already held covers only what the child was back from.
 *
 * Source: Devon, freedom of information answer: one return home interview may cover several episodes.
 */
export const extendInterview = (state: ChildState, episode: Episode, command: ExtendInterview): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview === undefined) return refuse(NotAssigned)
  return Result.flatMap(toCover(state, interview.episodeIds, command.alsoCovers), (added) =>
    added.episodes.length === 0 ? accept() : acceptInOrder(state, episode.id, ...covering(interview, added))
  )
}

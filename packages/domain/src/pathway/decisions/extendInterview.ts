import type { ExtendInterview } from "../commands.ts"
import { NotAssigned } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { isRefusal, toCover } from "./coverEpisodes.ts"
import { accept, type Decision, refuse } from "./decision.ts"
import { acceptInOrder } from "./timesInOrder.ts"

/**
 * The interview covers further episodes that are owed one. One that was held already covers only what the child was
 * back from by then.
 *
 * Source: Devon, freedom of information answer: one return home interview may cover several episodes.
 */
export const extendInterview = (state: ChildState, episode: Episode, command: ExtendInterview): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview === undefined) return refuse(new NotAssigned())
  const added = toCover(state, interview.episodeIds, command.alsoCovers)
  if (isRefusal(added)) return refuse(added)
  const [first, ...others] = added.map(({ id }) => id)
  if (first === undefined) return accept()
  return acceptInOrder(state, episode.id, {
    _tag: "InterviewExtended",
    interviewId: interview.id,
    episodeIds: [first, ...others]
  })
}

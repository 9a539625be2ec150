import type { RecordNotDone } from "../commands.ts"
import { DeclineNotRecorded } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, refuse } from "./decision.ts"

/**
 * There is no interview, with the reason and who decided. A later reason stands; assigning or logging it takes it up
 * again.
 */
export const recordNotDone = (state: ChildState, episode: Episode, { reason, decidedBy }: RecordNotDone): Decision => {
  const interview = interviewOf(state, episode.id)
  if (reason === "declined-by-child" && interview?.response !== "declined") return refuse(new DeclineNotRecorded())
  return accept({
    _tag: "InterviewNotDone",
    episodeIds: interview?.episodeIds ?? [episode.id],
    ...(interview === undefined ? {} : { interviewId: interview.id }),
    reason,
    decidedBy
  })
}

import type { UnassignInterview } from "../commands.ts"
import { NotAssigned } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { acceptUnless, type Decision, refuse } from "./decision.ts"

/** The interview is nobody's to carry out. What was offered, attempted or answered stays. */
export const unassignInterview = (state: ChildState, episode: Episode, { reason }: UnassignInterview): Decision => {
  const interview = interviewOf(state, episode.id)
  if (interview === undefined) return refuse(NotAssigned)
  return acceptUnless(interview.interviewer === undefined, {
    _tag: "InterviewUnassigned",
    interviewId: interview.id,
    reason
  })
}

import type { RecordNotDone } from "../commands.ts"
import { answerOf } from "../offer.ts"
import { DeclineNotRecorded } from "../refusals.ts"
import { interviewOf, isOpen, notDoneOf } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision, refuse } from "./decision.ts"

/** Records why there is no interview, for every open episode that it covers. */
export const recordNotDone = (state: ChildState, episode: Episode, { reason, decidedBy }: RecordNotDone): Decision => {
  const interview = interviewOf(state, episode.id)
  const isDeclined = (one: Episode) => answerOf(interview, one) === "declined"
  if (reason === "declined-by-child" && !isDeclined(episode)) return refuse(DeclineNotRecorded)
  const before = notDoneOf(interview, episode)
  if (before?.reason === reason && before.decidedBy === decidedBy) return accept()
  const others = state.episodes.filter(
    (one) =>
      one.id !== episode.id &&
      interview?.episodeIds.includes(one.id) === true &&
      isOpen(one) &&
      (reason !== "declined-by-child" || isDeclined(one))
  )
  return accept({
    _tag: "InterviewNotDone",
    episodeIds: [episode.id, ...others.map(({ id }) => id)],
    ...(interview === undefined ? {} : { interviewId: interview.id }),
    reason,
    decidedBy
  })
}

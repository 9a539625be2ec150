import * as Result from "effect/Result"
import type { EpisodeId, InterviewId } from "../../vocabulary/identifiers.ts"
import { IdUsedBefore } from "../refusals.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode, Interview } from "../state.ts"

const isUsed = ({ interviews }: ChildState, id: InterviewId): boolean =>
  interviews.some((interview) => interview.id === id)

/** Made from the episode's id: the same question always gets the same one, and no other interview has it. */
const madeFrom = (state: ChildState, { id }: Episode): InterviewId => {
  const base = `interview-of-${id}`
  for (let number = 1; ; number += 1) {
    const made = (number === 1 ? base : `${base}-${number}`) as InterviewId
    if (!isUsed(state, made)) return made
  }
}

/** The interview a fact of this episode is recorded on, and the episodes that open it if there is none yet. */
export type InterviewTarget =
  | { readonly interviewId: InterviewId; readonly interview: Interview }
  | { readonly interviewId: InterviewId; readonly episodeIds: readonly [EpisodeId] }

/** The interview of this episode, or a new one under an id that no other has. */
export const interviewTarget = (
  state: ChildState,
  episode: Episode,
  newInterviewId: InterviewId | undefined
): Result.Result<InterviewTarget, IdUsedBefore> => {
  const interview = interviewOf(state, episode.id)
  if (interview !== undefined) return Result.succeed({ interviewId: interview.id, interview })
  if (newInterviewId !== undefined && isUsed(state, newInterviewId)) {
    return Result.fail(IdUsedBefore({ field: "newInterviewId" }))
  }
  return Result.succeed({ interviewId: newInterviewId ?? madeFrom(state, episode), episodeIds: [episode.id] })
}

/** How an event names the interview it is written on, with the episodes that open a new one. */
export const opening = (writtenOn: InterviewTarget) => ({
  interviewId: writtenOn.interviewId,
  ...("episodeIds" in writtenOn ? { episodeIds: writtenOn.episodeIds } : {})
})

/** A synthetic child's history as rows of the episode table: what an analyst would be given. */
import { definedFields } from "@safe-return/domain/definedFields"
import { answerOf, type Episode, fold, type Interview, offeredAtOf } from "@safe-return/domain/pathway"
import type { EpisodeRow } from "@safe-return/exchange"
import type { CaseloadChild } from "./syntheticCaseload.ts"

const endOf = ({ progress }: Episode) => ({
  ...("foundAt" in progress ? { found_at: progress.foundAt } : {}),
  ...(progress._tag === "Returned" ? { returned_at: progress.returnedAt } : {})
})

const interviewOf = (interview: Interview, episode: Episode) => {
  const [offeredAt, response] = [offeredAtOf(interview, episode), answerOf(interview, episode)]
  return {
    rhi_id: interview.id,
    ...definedFields({ rhi_offered_at: offeredAt, rhi_response: response }),
    ...(interview.completed === undefined ? {} : { rhi_completed_at: interview.completed.completedAt })
  }
}

/** One row an episode, in the order of its events. Everybody in DfE's figures is looked after. */
export const episodeRows = ({ child, area, events }: CaseloadChild): ReadonlyArray<EpisodeRow> => {
  const { episodes, interviews } = fold(events.map(({ recorded }) => recorded))
  return episodes.map((episode): EpisodeRow => {
    const interview = interviews.find(({ episodeIds }) => episodeIds.includes(episode.id))
    return {
      episode_id: episode.id,
      child_ref: child,
      absence: episode.absence,
      missing_from: episode.missingFrom,
      case_status: "looked-after",
      area,
      ...(episode.risk === "not-graded" ? {} : { risk: episode.risk }),
      missing_at: episode.missingAt,
      reported_at: episode.reportedAt,
      notified_at: episode.notifiedAt,
      ...endOf(episode),
      ...(interview === undefined ? {} : interviewOf(interview, episode))
    }
  })
}

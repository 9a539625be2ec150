import type { Calendars } from "@safe-return/domain/calendar"
import { notDoneReasonOf } from "@safe-return/domain/deadlines"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type ChildState,
  type Episode,
  importedHistory,
  interviewOf,
  offeredAtOf,
  recordedAnswerOf
} from "@safe-return/domain/pathway"
import type { ChildFacts, ChildHistory } from "@safe-return/domain/risk"
import type { EpisodeRow } from "../episodeTable/columns.ts"

const endOf = ({ progress }: Episode) => ({
  ...("foundAt" in progress ? { found_at: progress.foundAt } : {}),
  ...(progress._tag === "Returned" ? { returned_at: progress.returnedAt } : {})
})

/** The offer and the answer are this episode's; the completion is of every episode the interview covers. */
const interviewFacts = (state: ChildState, episode: Episode, on: Calendars) => {
  const interview = interviewOf(state, episode.id)
  return {
    rhi_id: interview?.id,
    rhi_offered_at: offeredAtOf(interview, episode),
    rhi_response: recordedAnswerOf(interview, episode),
    rhi_completed_at: interview?.completed?.completedAt,
    rhi_not_done: notDoneReasonOf(state, episode, on)
  }
}

const caseStatusOf = ({ id }: Episode, { caseStatus, caseStatusAt }: ChildFacts = {}) =>
  caseStatusAt?.get(id) ?? caseStatus

/**
 * A child's record as rows of the episode table, one an episode in the order they were opened; cancelled and merged ones
 * are left out. The case status is the one known now, where no other is known of an episode; an area is not on record.
 * Before them stands the history that was imported, each row as it came.
 */
export const episodeRowsOf = ({ child, state, facts }: ChildHistory, on: Calendars): ReadonlyArray<EpisodeRow> => [
  ...importedHistory(state).map(({ row }) => ({ ...row, child_ref: child })),
  ...state.episodes
    .filter(({ progress }) => progress._tag !== "Cancelled")
    .map((episode) =>
      definedFields({
        episode_id: episode.id,
        child_ref: child,
        absence: episode.absence,
        missing_from: episode.missingFrom,
        case_status: caseStatusOf(episode, facts),
        risk: episode.risk === "not-graded" ? undefined : episode.risk,
        missing_at: episode.missingAt,
        reported_at: episode.reportedAt,
        notified_at: episode.notifiedAt,
        ...endOf(episode),
        ...interviewFacts(state, episode, on)
      })
    )
]

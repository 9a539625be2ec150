import { leftToWorker } from "./considered.ts"
import { answerOf, offerOf } from "./offer.ts"
import type { RemainingTask } from "./remainingTaskWords.ts"
import type { QuestionedReport } from "./setAside.ts"
import { foundOrReturnedAt, type InterviewStatus, interviewStatus, isOpen } from "./standing.ts"
import type { ChildState, Episode, Interview } from "./state.ts"
import { stayOf } from "./stays.ts"

/** What was held or answered before the child was found this time cannot be about this return: a person decides. */
const isInterviewInQuestion = (episode: Episode, interview: Interview | undefined): boolean => {
  if (interview === undefined) return false
  if (episode.progress._tag === "Missing") return true
  const since = foundOrReturnedAt(episode)
  if (episode.missingAfterAllAt === undefined || since === undefined) return false
  const { completed } = interview
  if (completed !== undefined) return completed.completedAt < since
  return answerOf(interview, episode) === "declined" && offerOf(interview, episode)._tag === "OfferedBefore"
}

/**
 * What was told against what is recorded, and waits for a person to say what stands; also of an episode that is over.
 * Of one that was merged, the other has it.
 *
 * @example
 * ```ts
 * import { reportsInQuestion } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * reportsInQuestion(syntheticCase("returned").episode) // []
 * ```
 */
export const reportsInQuestion = ({ progress, questionedReports = [] }: Episode): ReadonlyArray<QuestionedReport> =>
  progress._tag === "Cancelled" && progress.duplicateOf !== undefined ? [] : questionedReports

/**
 * Everything that is left to do on an open episode, in the order of the pathway; it can be closed when this is empty.
 *
 * Source: Rotherham operating guidance, sections 2 to 4. The allocated worker's questions are owed only where there is
 * an allocated worker.
 *
 * @example
 * ```ts
 * import { remainingTasks } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("returned")
 * remainingTasks(state, episode) // ["case-reference","allocation","hand-over","interview"]
 * ```
 */
export const remainingTasks = (state: ChildState, episode: Episode): ReadonlyArray<RemainingTask> => {
  if (!isOpen(episode)) return []
  const { progress, allocation } = episode
  const standing = interviewStatus(state, episode)
  const interview = "interview" in standing ? standing.interview : undefined
  const settled: ReadonlyArray<InterviewStatus["_tag"]> = ["Completed", "Declined", "NotDone", "NotOwed"]
  const isNotHeld = standing._tag === "Declined" || standing._tag === "NotDone"
  const declined = isNotHeld && answerOf(interview, episode) === "declined"
  const checks: ReadonlyArray<readonly [RemainingTask, boolean]> = [
    ["cancellation", episode.questionedCancellation !== undefined],
    ["report-in-question", episode.questionedReports !== undefined],
    ["interview-in-question", isInterviewInQuestion(episode, interview)],
    ["return", progress._tag !== "Returned" && stayOf(state, episode) === undefined],
    ["case-reference", episode.caseReference === undefined],
    ["allocation", allocation === undefined],
    ["screening", allocation?._tag === "AwaitingScreening"],
    ["hand-over", episode.coordinator === undefined],
    ["interview", !settled.includes(standing._tag)],
    ["carer-offer", declined && interview?.carerOffer === undefined],
    ["interview-reference", standing._tag === "Completed" && interview?.caseReference === undefined],
    ["considerations", allocation?._tag === "Allocated" && leftToWorker(state, episode).length > 0]
  ]
  return checks.flatMap(([owed, isLeft]) => (isLeft ? [owed] : []))
}

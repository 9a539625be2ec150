/** What is left between a settled interview and the closing of the episode, and whose each part is. */
import {
  type ChildReference,
  type ChildState,
  type Episode,
  type InterviewId,
  interviewOf,
  isOpen,
  type PersonId,
  type RemainingTask,
  remainingTasks
} from "@safe-return/domain/pathway"

const interviewersTasks = ["carer-offer", "interview-reference"] as const
const coordinatorsTasks = ["case-reference", "allocation", "screening", "hand-over"] as const

/** `close` once nothing else is left. */
export type ClosingTask = (typeof interviewersTasks)[number] | (typeof coordinatorsTasks)[number] | "close"

const isInterviewers = (task: ClosingTask | RemainingTask): task is (typeof interviewersTasks)[number] =>
  interviewersTasks.some((one) => one === task)
const isCoordinators = (task: RemainingTask): task is (typeof coordinatorsTasks)[number] =>
  coordinatorsTasks.some((one) => one === task)

/** Until these are done, other messages ask for what comes next. */
const comesBefore: ReadonlyArray<RemainingTask> = ["cancellation", "interview-in-question", "return", "interview"]

export interface ClosingWork {
  readonly child: ChildReference
  readonly episode: Episode
  /** Of the person who carried out the interview; of nobody where that is not known. */
  readonly interviewer: PersonId | undefined
  /** The interviewer's part: the write-up. */
  readonly writeUp: ReadonlyArray<ClosingTask>
  /** The Missing Co-ordinator's part. */
  readonly toClose: ReadonlyArray<ClosingTask>
}

/** Whether a decision waits that has to be taken before this episode closes. */
export type HasDecisionLeft = (child: ChildReference, state: ChildState, episode: Episode) => boolean

const workOn = (
  child: ChildReference,
  state: ChildState,
  episode: Episode,
  hasDecisionLeft: HasDecisionLeft
): ReadonlyArray<ClosingWork> => {
  if (!isOpen(episode)) return []
  const left = remainingTasks(state, episode)
  if (left.some((task) => comesBefore.includes(task))) return []
  const writeUp = left.filter(isInterviewers)
  const isReady = left.length === 0 && !hasDecisionLeft(child, state, episode)
  const toClose = isReady ? (["close"] as const) : left.filter(isCoordinators)
  if (writeUp.length === 0 && toClose.length === 0) return []
  const interview = interviewOf(state, episode.id)
  return [
    { child, episode, interviewer: interview?.completed?.interviewer ?? interview?.interviewer, writeUp, toClose }
  ]
}

export const closingWorkOf = (
  child: ChildReference,
  state: ChildState,
  hasDecisionLeft: HasDecisionLeft
): ReadonlyArray<ClosingWork> => {
  if (state.death !== undefined) return []
  const writtenUp = new Set<InterviewId>()
  return state.episodes
    .flatMap((episode) => workOn(child, state, episode, hasDecisionLeft))
    .map((work) => {
      const interview = interviewOf(state, work.episode.id)
      // One interview may be about several episodes, and is written up once.
      if (interview === undefined || !writtenUp.has(interview.id)) {
        if (interview !== undefined && work.writeUp.length > 0) writtenUp.add(interview.id)
        return work
      }
      return { ...work, writeUp: [] }
    })
    .filter(({ writeUp, toClose }) => writeUp.length > 0 || toClose.length > 0)
}

/** Of every child, the episode that began first on top. */
export const everyClosingWork = (
  states: ReadonlyMap<ChildReference, ChildState>,
  hasDecisionLeft: HasDecisionLeft
): ReadonlyArray<ClosingWork> =>
  [...states]
    .flatMap(([child, state]) => closingWorkOf(child, state, hasDecisionLeft))
    .toSorted((one, other) => one.episode.missingAt - other.episode.missingAt)

/** What is to happen in one episode and when, before the domain has decided any of it. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Absence, CompletedInterview, Response, RiskGrade } from "@safe-return/domain/pathway"

/** How the interview of a finished episode ends. */
export type InterviewEnding = "completed-in-time" | "completed-late" | "declined"

/** Which of the training interviewers. */
export type InterviewerNumber = 0 | 1

export interface InterviewLog {
  readonly recordedAt: Instant
  readonly offeredAt?: Instant
  readonly response?: Response
  readonly completed?: Omit<CompletedInterview, "interviewer">
}

export interface InterviewPlan {
  readonly assignedAt: Instant
  readonly interviewer: InterviewerNumber
  /** The child asks for their allocated worker, if they have one, instead of the interviewer. */
  readonly knownAdult: boolean
  readonly logs: ReadonlyArray<InterviewLog>
}

/** Each part is there only once it has happened: one that is open stops part of the way. */
export interface EpisodePlan {
  readonly absence: Absence
  readonly missingAt: Instant
  readonly reportedAt: Instant
  readonly notifiedAt: Instant
  readonly risk: RiskGrade
  readonly found?: { readonly foundAt: Instant; readonly recordedAt: Instant }
  readonly returned?: { readonly returnedAt: Instant; readonly recordedAt: Instant }
  readonly interview?: InterviewPlan
}

/** What only a person can decide, and that it is decided. */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, ChildState, Episode, Interview, PersonId } from "@safe-return/domain/pathway"

/** A cancellation was sent of a child who is back: does it stand? */
export interface CancellationQuestion {
  readonly _tag: "CancellationQuestion"
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly sentAt: Instant
}

/** How a question came to an end, and who ended it. */
export interface Settlement {
  readonly _tag: "CancellationDeclined" | "EpisodeCancelled" | "MissingAfterAll"
  readonly by: PersonId
  readonly at: Instant
}

/** In place of the question, once there is nothing to decide. */
export interface CancellationSettled {
  readonly _tag: "CancellationSettled"
  readonly child: ChildReference
  readonly episode: Episode
  readonly settled: Settlement | undefined
}

/** An interview was recorded before the child was missing after all: what becomes of it? */
export interface InterviewQuestion {
  readonly _tag: "InterviewQuestion"
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly interview: Interview
}

/** In place of the question, once there is nothing to decide. */
export interface InterviewSettled {
  readonly _tag: "InterviewSettled"
  readonly child: ChildReference
}

/** To the person who has the interview or held it: hold none now. */
export interface InterviewOnHold {
  readonly _tag: "InterviewOnHold"
  readonly child: ChildReference
  readonly isHeld: boolean
}

export type DecisionMessage =
  | CancellationQuestion
  | CancellationSettled
  | InterviewQuestion
  | InterviewSettled
  | InterviewOnHold

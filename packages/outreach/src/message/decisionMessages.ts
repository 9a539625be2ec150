/** What only a person can decide, and that it is decided. */
import type { Role } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, ChildState, Episode, EpisodeId, Interview, PersonId } from "@safe-return/domain/pathway"

/** A cancellation was sent of a child who is back: does it stand? */
export interface CancellationQuestion {
  readonly _tag: "CancellationQuestion"
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly sentAt: Instant
  /** The report was cancelled by it, until a find or return was told. */
  readonly wasCancelled?: true
}

/** How a question came to an end, and who ended it. */
export interface Settlement {
  readonly _tag: "CancellationDeclined" | "EpisodeCancelled" | "EpisodeReopened" | "MissingAfterAll"
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

/** What was told contradicts what is recorded: what stands? */
export interface ReportQuestion {
  readonly _tag: "ReportQuestion"
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
}

/** What became of it: what was recorded stands, a person or later news put it right, or a later message asks. */
export type ReportSettlement =
  | { readonly _tag: "AsRecorded" | "PutRight"; readonly by: PersonId; readonly at: Instant }
  | { readonly _tag: "ToldSince"; readonly at: Instant }
  | { readonly _tag: "AskedLater" }

/** In place of the question, once it is not asked here any more. */
export interface ReportSettled {
  readonly _tag: "ReportSettled"
  readonly child: ChildReference
  readonly episode: Episode
  readonly settled: ReportSettlement | undefined
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
  /** Missing by a later report, rather than after all; or that was so, and is over. */
  readonly again?: {
    readonly since: Instant
    readonly isOver: boolean
    /** They are found, and not back yet. */
    readonly foundAt?: Instant
  }
}

/** To a person who may decide on a trigger: the same words whatever it is, or they would give it away. */
export interface DecisionWaiting {
  readonly _tag: "DecisionWaiting"
  readonly child: ChildReference
  readonly episodeId: EpisodeId
  /** What they may decide on here: all that waits, or only what may be posted. */
  readonly opens: "everything" | "posted"
}

/** To a person who may not decide: that a decision waits, and with which role. */
export interface DecisionElsewhere {
  readonly _tag: "DecisionElsewhere"
  readonly child: ChildReference
  /** Each decision that waits, the longest first. */
  readonly waiting: ReadonlyArray<{
    readonly since: Instant
    readonly whose: ReadonlyArray<Role>
    /** Everybody above the worker who is asked for it and can be reached; nobody, where those who may decide are away. */
    readonly reached: ReadonlyArray<PersonId>
  }>
}

/** To the missing channel: a decision waits, and nobody who may decide can be told. */
export interface DecisionUnreached {
  readonly _tag: "DecisionUnreached"
  readonly child: ChildReference
  readonly since: Instant
}

/** In place of each of these: nothing is asked any more, and who took each decision that the message stood for. */
export interface DecisionOver {
  readonly _tag: "DecisionOver"
  readonly child: ChildReference
  readonly decided?: ReadonlyArray<{ readonly by: PersonId; readonly at: Instant }>
  /** A later message to the same reader stands for every decision that waits. */
  readonly isSaidLater?: boolean
  /** It waits still, and is asked of others: it was the reader's to see to while the office was closed. */
  readonly isElsewhere?: boolean
  /** Who corrected or withdrew what the decision rested on; also said by a message of its own. */
  readonly corrected?: { readonly by: PersonId; readonly at: Instant }
}

export type DecisionMessage =
  | DecisionWaiting
  | DecisionElsewhere
  | DecisionUnreached
  | DecisionOver
  | CancellationQuestion
  | CancellationSettled
  | ReportQuestion
  | ReportSettled
  | InterviewQuestion
  | InterviewSettled
  | InterviewOnHold

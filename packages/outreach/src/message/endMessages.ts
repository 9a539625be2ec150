/** What became of something that people were asked for, or told of, so that no message outlives its matter. */
import type { CivilDay, Instant } from "@safe-return/domain/calendar"
import type { AuthorityName, ChildReference, ChildState, Episode, PersonId } from "@safe-return/domain/pathway"

/** How an alert of a missing child came to its end. */
export type AlertOutcome =
  | { readonly _tag: "Found"; readonly at: Instant }
  | { readonly _tag: "Back"; readonly at: Instant }
  | { readonly _tag: "Cancelled" }
  /** The report was recorded on the wrong child. */
  | { readonly _tag: "OfAnotherChild" }
  | { readonly _tag: "Transferred"; readonly to: AuthorityName }
  | { readonly _tag: "Closed" }

/** How anything that was asked of a person came to its end. */
export type Outcome =
  | AlertOutcome
  /** The record was joined to another of the same disappearance. */
  | { readonly _tag: "Joined" }
  | { readonly _tag: "MissingAfterAll" }
  /** A later message asks for the same, as things stand now. */
  | { readonly _tag: "SaidLater" }
  /** Things moved on; whether a later message says so to this reader is not known. */
  | { readonly _tag: "NewsSince" }
  | { readonly _tag: "InterviewSettled" }
  /** It was decided that there is no interview. */
  | { readonly _tag: "NoInterview" }
  /** What followed from it was withdrawn with it, and waits for it. */
  | { readonly _tag: "InterviewOwedAgain" }
  /** Who has the interview now; nobody where it waits to be assigned. */
  | { readonly _tag: "InterviewWith"; readonly interviewer: PersonId | undefined }
  | { readonly _tag: "Offered" }
  | { readonly _tag: "Answered" }
  | { readonly _tag: "Decided" }
  | { readonly _tag: "DeathTakenBack" }
  /** The missing notification that earlier news waited for. */
  | { readonly _tag: "Arrived" }
  /** What the police said under another child's reference was told of by a person since, or is days old. */
  | { readonly _tag: "SaidSince" }
  /** Whether what had not arrived has arrived since, or is needed no more. */
  | { readonly _tag: "Delivered"; readonly hasArrived: boolean }
  /** It is for other people now: named where they are known. */
  | { readonly _tag: "WithOthers"; readonly people?: ReadonlyArray<PersonId> }
  /** The message of a morning, whose day is over. */
  | { readonly _tag: "MorningOver"; readonly day: CivilDay }
  /** A list of what fell due while the office was closed, which has opened. */
  | { readonly _tag: "OfficeOpen" }
  /** Of a child who died, nothing else is said. */
  | { readonly _tag: "Unsaid" }

/** In place of a message that was sent: what it asked for is not asked any more. */
export interface RequestOver {
  readonly _tag: "RequestOver"
  /** Absent where an administrator may read it, who sees no cases. */
  readonly child?: ChildReference
  readonly outcome: Outcome
}

/** A short message of its own to everyone who was alerted, because an edit shows on no phone. */
export interface AlertAllClear {
  readonly _tag: "AlertAllClear"
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly outcome: AlertOutcome
  /** They may never have had the alert: the child was back by the time that they were allocated. */
  readonly isForWorker: boolean
  /** They give the interview to an interviewer. */
  readonly isForCoordinator: boolean
  /** A later message asks its reader to assign the interview. */
  readonly isAskedLater?: true
  readonly now: Instant
}

/** The same by e-mail or text: nothing about the child. */
export interface OutsideAllClear {
  readonly _tag: "OutsideAllClear"
}

/** To an address out of Slack, where nothing can be changed: a person has answered the alert it was sent. */
export interface OutsideAcknowledged {
  readonly _tag: "OutsideAcknowledged"
}

export type EndMessage = RequestOver | AlertAllClear | OutsideAllClear | OutsideAcknowledged

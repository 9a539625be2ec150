/** What one person is asked to do, or need not do any more. */
import type { Calendars, Instant } from "@safe-return/domain/calendar"
import type {
  ChildReference,
  ChildState,
  Consideration,
  Episode,
  PersonId,
  UnassignReason
} from "@safe-return/domain/pathway"
import type { Firing } from "@safe-return/domain/risk"
import type { InterviewerAbsence } from "../recipients/InterviewerAbsence.ts"
import type { Outcome } from "./endMessages.ts"

/** To the interviewer, when an interview is given to them. */
export interface InterviewAssignment {
  readonly _tag: "InterviewAssignment"
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly interviewer: PersonId
  readonly calendars: Calendars
  /** When it was given to them: what was due by then is said here alone. */
  readonly assignedAt?: Instant
  readonly plannedFor?: Instant
  readonly isOffered?: boolean
  /** The time planned with the interviewer before, which did not go with it. */
  readonly droppedPlan?: Instant
  /** In the copy for another person, why they have it. */
  readonly isCopy?: true
  readonly absence?: InterviewerAbsence
}

/** To the Missing Co-ordinator who was handed an episode. */
export interface EpisodeHandedOver {
  readonly _tag: "EpisodeHandedOver"
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly by: PersonId
  readonly at: Instant
  /** A later message asks its reader to assign the interview. */
  readonly isAskedLater?: true
}

/** To the person who had an interview, once it is another person's or nobody's. */
export interface InterviewLost {
  readonly _tag: "InterviewLost"
  readonly lostAt: Instant
  readonly child: ChildReference
  readonly interviewer: PersonId
  /** Who has it now, or why nobody does. */
  readonly outcome: Outcome
  /** The time they had planned, and whether it goes with the interview. */
  readonly plan?: { readonly at: Instant; readonly isCarried: boolean }
}

/** To the Missing Co-ordinator, when an interviewer says that they cannot carry out the interview. */
export interface InterviewGivenUp {
  readonly _tag: "InterviewGivenUp"
  readonly givenUpAt: Instant
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly interviewer: PersonId
  /** Why, as they said it. */
  readonly reason: UnassignReason
  /** The time they had planned, which nobody keeps now. */
  readonly droppedPlan?: Instant
  readonly calendars: Calendars
}

/** To the child's workers: the interviewer who had planned a time does not have the interview any more. */
export interface PlanDropped {
  readonly _tag: "PlanDropped"
  readonly child: ChildReference
  readonly episode: Episode
  readonly plannedFor: Instant
  readonly droppedAt: Instant
  readonly interviewer: PersonId
  /** Who has the interview now, or why nobody does. */
  readonly outcome: Outcome
  /** The time of the person who has it now. */
  readonly plannedAgainFor?: Instant
}

/** Once an interview is settled, what the allocated worker has to consider, to each person who answers it. */
export interface ConsiderationsRequest {
  readonly _tag: "ConsiderationsRequest"
  readonly child: ChildReference
  readonly episode: Episode
  /** What its reader has not answered yet. */
  readonly questions: ReadonlyArray<Consideration>
  /** They answer apart from a worker who was left out, which nothing shows. */
  readonly isApart?: true
}

/** A risk trigger that was met: what it asks, who owns it, the evidence and the rule. */
export interface TriggerAlert {
  readonly _tag: "TriggerAlert"
  readonly child: ChildReference
  readonly firing: Firing
  readonly state: ChildState
}

export type TaskMessage =
  | InterviewAssignment
  | EpisodeHandedOver
  | InterviewLost
  | InterviewGivenUp
  | PlanDropped
  | ConsiderationsRequest
  | TriggerAlert

/** What is due, overdue, or has waited too long. */
import type { Calendars, Instant } from "@safe-return/domain/calendar"
import type { Reminder } from "@safe-return/domain/deadlines"
import type { ChildReference, ChildState, Consideration, Episode, PersonId } from "@safe-return/domain/pathway"
import type { InterviewerAbsence } from "../recipients/InterviewerAbsence.ts"

export interface DeadlineFacts {
  readonly child: ChildReference
  readonly episode: Episode
  readonly reminder: Reminder
  readonly interviewer?: PersonId
  readonly isOffered?: boolean
  /** Since when they are looked for under a later report: the interview waits. */
  readonly missingAgainSince?: Instant
  /** Of the interviewer, while they are away. */
  readonly absence?: InterviewerAbsence
  /** What its reader has not answered yet, where that is what it is about. */
  readonly questions?: ReadonlyArray<Consideration>
  /** They answer apart from a worker who was left out, which nothing shows. */
  readonly isApart?: true
  /** The team managers who answer for an interview that is overdue. */
  readonly managers?: ReadonlyArray<PersonId>
  /** With the council's own days. */
  readonly calendars: Calendars
  readonly now: Instant
}

export interface InterviewDue extends DeadlineFacts {
  readonly _tag: "InterviewDue"
}

export interface InterviewOverdue extends DeadlineFacts {
  readonly _tag: "InterviewOverdue"
}

export type LateStage = Exclude<Reminder["stage"], { readonly _tag: "Before" | "Breach" | "OverdueMorning" }>
export type LateReminder = Reminder & { readonly stage: LateStage }

/** No return, no interviewer, no offer or no answers of the allocated worker, for too long. */
export interface LateStep extends DeadlineFacts {
  readonly _tag: "LateStep"
  readonly reminder: LateReminder
}

/** An interview on a list of one moment. */
export interface OverdueLine {
  readonly child: ChildReference
  /** As it was known at that moment. */
  readonly due: Pick<Reminder, "episodeId" | "dueAt">
  /** As things stand now. */
  readonly state: ChildState
}

/** The interviews that are still overdue on a working morning, to the channel. */
export interface OverdueList {
  readonly _tag: "OverdueList"
  /** The time of the list. */
  readonly at: Instant
  /** The team managers who answer for them; none where it is said on another page. */
  readonly managers: ReadonlyArray<PersonId>
  /** The lines of this page, the longest overdue first. */
  readonly lines: ReadonlyArray<OverdueLine>
  readonly page: number
  readonly pages: number
  /** How many there are on all pages. */
  readonly total: number
  /** Of all of them the one that is overdue longest. */
  readonly oldest: OverdueLine
  readonly absences?: ReadonlyArray<InterviewerAbsence>
}

/** To the out-of-hours duty: the interviews that fall due before the office opens. */
export interface DutyList {
  readonly _tag: "DutyList"
  /** When the office opens. */
  readonly until: Instant
  /** The soonest due first. */
  readonly lines: ReadonlyArray<OverdueLine>
  readonly absences?: ReadonlyArray<InterviewerAbsence>
}

export type DeadlineMessage = InterviewDue | InterviewOverdue | LateStep | OverdueList | DutyList

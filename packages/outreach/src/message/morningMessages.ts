/** The one message of a working morning to one person: everything that their roles have to read that day. */
import type { AwaitedReport, ClosingTask, OpenEpisode, OwedDecision } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import type { InterviewerAbsence } from "../recipients/InterviewerAbsence.ts"
import type { Digest } from "../summary/digest.ts"
import type { OverdueLine } from "./deadlineMessages.ts"
import type { DecisionWaiting } from "./decisionMessages.ts"

/** A decision on a trigger that waits for the reader, and no word of what it is about. */
export interface MorningDecision {
  readonly child: ChildReference
  readonly episodeId: EpisodeId
  readonly opens: DecisionWaiting["opens"]
  /** Taken since the morning. */
  readonly isTaken?: boolean
}

/** An interview that was planned or due on the day of the morning. */
export interface TodayLine extends OverdueLine {
  /** By either clock: otherwise it was only planned. */
  readonly isDue: boolean
  /** The time of that morning, where no time stands any more. */
  readonly droppedPlan?: Instant
}

/** What the reader still does before an episode can be closed, or that it can be. */
export interface ClosingLine {
  readonly child: ChildReference
  readonly episodeId: EpisodeId
  readonly tasks: ReadonlyArray<ClosingTask>
}

export interface Morning {
  readonly _tag: "Morning"
  /** Which lines there are is of this moment; how each stands is of now. */
  readonly at: Instant
  readonly reader: PersonId
  /** The people who are away, in whose place they read it. */
  readonly standsInFor: ReadonlyArray<PersonId>
  /** Of everybody's interviews, for those who give them out and answer for them, or of the reader's own. */
  readonly reach: "everybody" | "own"
  /** The reader may record only the interviews that they were given themselves. */
  readonly recordsOwnOnly?: true
  /** The interviewers of these lines who are away. */
  readonly absences?: ReadonlyArray<InterviewerAbsence>
  /** For those who have the summary: what of it is left. */
  readonly digest?: Digest
  /** The longest overdue first. */
  readonly overdue: ReadonlyArray<OverdueLine>
  /** Planned or due on that day and not overdue that morning, the earliest first. */
  readonly today: ReadonlyArray<TodayLine>
  /** Neither of these, and nobody had them that morning: for those who give them out. */
  readonly unassigned: ReadonlyArray<OverdueLine>
  readonly decisions: ReadonlyArray<MorningDecision>
  /** Where what was sent contradicts what was recorded. */
  readonly records: ReadonlyArray<OwedDecision>
  /** For those who expect what the police have still to send. */
  readonly awaited: ReadonlyArray<AwaitedReport>
  readonly toClose: ReadonlyArray<ClosingLine>
  /** Missing children whose alert came to the reader, and nobody has answered it. */
  readonly unacknowledged?: ReadonlyArray<OpenEpisode>
  /** What could not be taken and nobody has answered, as people on duty read it. */
  readonly unanswered?: ReadonlyArray<string>
}

export type MorningMessage = Morning

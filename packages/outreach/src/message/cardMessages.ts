/** The card of an episode, and what happened in its thread. */
import type { Calendars, Instant } from "@safe-return/domain/calendar"
import type {
  ChildReference,
  ChildState,
  Episode,
  PathwayEvent,
  PersonId,
  RecordedEvent
} from "@safe-return/domain/pathway"
import type { InterviewerAbsence } from "../recipients/InterviewerAbsence.ts"
import type { AlertStanding } from "./alertMessages.ts"

export interface EpisodeCard {
  readonly _tag: "EpisodeCard"
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly allocatedWorker?: PersonId
  /** How far the children have come who are missing together with this one, in words. */
  readonly togetherWith?: ReadonlyMap<ChildReference, string>
  /** The child that the report was moved to, where it was recorded on the wrong one. */
  readonly movedTo?: ChildReference
  /** Of the interviewer, while they are away. */
  readonly absence?: InterviewerAbsence
  /** While the child is missing, where there is a ladder. */
  readonly alert?: AlertStanding
  /** Its one reader answers what is considered apart from a worker who was left out. */
  readonly isReaderApart?: true
  /** With the council's own days. */
  readonly calendars: Calendars
  readonly now: Instant
}

/** What may have a line in the thread; whether it has one depends on the case too. */
export type TimelineEvent = Exclude<
  PathwayEvent,
  {
    readonly _tag:
      | "NotificationTurnedAway"
      | "MisdirectedNewsAnswered"
      | "NotificationRepeated"
      | "FindMePlanRecorded"
      | "HistoryImported"
  }
>

export interface TimelineEntry {
  readonly _tag: "TimelineEntry"
  readonly child: ChildReference
  readonly recorded: RecordedEvent & { readonly event: TimelineEvent }
  /** The child's state with this event in it; later events do no harm. */
  readonly state: ChildState
  /** The time that was planned with who had the interview until this event. */
  readonly droppedPlan?: Instant
  /** With the council's own days. */
  readonly calendars: Calendars
}

/** For the thread of the record that an update joined to another: nobody was there to say so. */
export interface JoinedEntry {
  readonly _tag: "JoinedEntry"
  readonly child: ChildReference
  readonly recorded: RecordedEvent
  readonly sentAt: Instant
}

export type CardMessage = EpisodeCard | TimelineEntry | JoinedEntry

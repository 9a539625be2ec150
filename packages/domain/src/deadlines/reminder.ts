import type { CivilDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ReminderKind } from "../policy/reminders.ts"
import type { EpisodeId } from "../vocabulary/identifiers.ts"

/** What someone is reminded of. */
export type ReminderStage =
  | { readonly _tag: "Before"; readonly hours: number }
  | { readonly _tag: "Breach" }
  /** The London day of a working morning on which the interview is overdue. */
  | { readonly _tag: "OverdueMorning"; readonly day: CivilDay }
  | { readonly _tag: "NoReturnTime" }
  | { readonly _tag: "NoInterviewer" }
  | { readonly _tag: "NotOffered" }
  /** Nothing is recorded of an interview that was planned for then. */
  | { readonly _tag: "PlanPassed"; readonly plannedFor: Instant }
  | { readonly _tag: "ConsiderationsUnanswered" }

const kinds: Readonly<Record<ReminderStage["_tag"], ReminderKind>> = {
  Before: "due-soon",
  Breach: "breach",
  OverdueMorning: "overdue-morning",
  NoReturnTime: "no-return-time",
  NoInterviewer: "no-interviewer",
  NotOffered: "not-offered",
  PlanPassed: "plan-passed",
  ConsiderationsUnanswered: "considerations-unanswered"
}

/**
 * The name by which a policy speaks of a reminder of this stage.
 *
 * @example
 * ```ts
 * import { kindOf } from "@safe-return/domain/deadlines"
 *
 * kindOf({ _tag: "Before", hours: 24 }) // "due-soon"
 * kindOf({ _tag: "NoInterviewer" }) // "no-interviewer"
 * ```
 */
export const kindOf = ({ _tag }: ReminderStage): ReminderKind => kinds[_tag]

/** What is waited for, before it is known whether the reminder may be sent at that hour. */
export interface PendingReminder {
  readonly stage: ReminderStage
  readonly at: Instant
  readonly dueAt: Instant
  /** It is not held back beyond this, though the office may be closed then. */
  readonly latest?: Instant
}

/** One reminder: `at` is when it is due. */
export interface Reminder extends Omit<PendingReminder, "latest"> {
  readonly episodeId: EpisodeId
  /** A statutory one goes at once, at any hour; a routine one waits for the office to open. */
  readonly level: "routine" | "statutory"
  /** The 72-hour deadline, or when the time was over that the policy gives for what is not done. */
  readonly dueAt: Instant
}

import * as Schema from "effect/Schema"
import { PositiveInt, sourced } from "./sourced.ts"
import { TimeOfDay } from "./workingHours.ts"

/** What people can be reminded of. */
export const ReminderKind = Schema.Literals([
  "due-soon",
  "breach",
  "overdue-morning",
  "no-return-time",
  "no-interviewer",
  "not-offered",
  "plan-passed",
  "considerations-unanswered"
])
export type ReminderKind = typeof ReminderKind.Type

/** When people are reminded of what is owed; old policies hold the first two alone. */
export const Reminders = Schema.Struct({
  /** Hours before the 72-hour deadline. */
  hoursBefore: sourced(Schema.NonEmptyArray(PositiveInt)),
  /** In the first moment after it. */
  atBreach: Schema.Boolean,
  /** At this time in London on every working day while the interview is overdue, for as long as it is. */
  overdueMornings: Schema.optionalKey(sourced(TimeOfDay)),
  /** Elapsed hours after the finding without a recorded return. */
  noReturnTimeHours: Schema.optionalKey(sourced(PositiveInt)),
  /** Working hours after the finding or return without an interviewer. */
  noInterviewerWorkingHours: Schema.optionalKey(sourced(PositiveInt)),
  /**
   * The last working hours before the breach: that nobody has the interview is said by then, whatever the office's hours
   * would hold it back to.
   */
  noInterviewerLastWorkingHours: Schema.optionalKey(sourced(PositiveInt)),
  /** Working hours after the return without an offer. */
  notOfferedWorkingHours: Schema.optionalKey(sourced(PositiveInt)),
  /** Elapsed hours after the time that was planned, with no interview, offer or attempt recorded since. */
  planPassedHours: Schema.optionalKey(sourced(PositiveInt)),
  /** Working days after the interview was settled, with a question of the allocated worker's unanswered. */
  considerationsWorkingDays: Schema.optionalKey(sourced(PositiveInt)),
  /** Kinds behind a statutory limit go at once, also out of hours; the others wait. Without this, none waits. */
  statutory: Schema.optionalKey(sourced(Schema.Array(ReminderKind)))
})
export type Reminders = typeof Reminders.Type

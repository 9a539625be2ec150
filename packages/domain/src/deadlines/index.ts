export { type Anchor, type AnchorTimes, anchorOf } from "./anchor.ts"
export { type Clocks, clocksFor, clocksOf, type EpisodeClocks } from "./clocks.ts"
export { type DigestDue, digestDue } from "./digestDue.ts"
export { type DueTimes, dueTimes } from "./dueTimes.ts"
export { type Hours72, hours72, isWithin72Hours } from "./hours72.ts"
export { interviewQueue, type QueueLine } from "./interviewQueue.ts"
export { type NoticeDelay, type NoticeTimes, noticeDelay } from "./noticeDelay.ts"
export { kindOf, type Reminder, type ReminderStage } from "./reminder.ts"
export { remindersOf } from "./reminders.ts"
export { nextWarningLevelAt, type WarningLevel, warningLevel, warningLevels } from "./warningLevel.ts"
export { type DueWorkingDay, type MovedDeadline, type OpenDeadline, whatMoved } from "./whatMoved.ts"
export { type CountedDay, isWithin3WorkingDays, type WorkingDays3, workingDays3 } from "./workingDays3.ts"
export {
  afterWorkingHours,
  afterWorkingMinutes,
  heldToWorkingTime,
  isWorkingTime
} from "./workingTime.ts"

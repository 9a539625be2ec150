export { type Anchor, type AnchorTimes, anchorOf } from "./anchor.ts"
export { type ClockResult, type ClockResults, clockResults, notDoneReasonOf } from "./clockResults.ts"
export {
  type Clocks,
  clocksFor,
  clocksOf,
  type EpisodeClocks,
  type EpisodeElapsedClock,
  elapsedClockOf,
  runningClocksOf,
  runningElapsedClockOf
} from "./clocks.ts"
export { type DigestDue, digestDue } from "./digestDue.ts"
export { type DueTimes, dueTimes } from "./dueTimes.ts"
export { type ElapsedClock, isWithinElapsedClock } from "./elapsedClock.ts"
export { nationOf, policyAsPlaced } from "./hostDays.ts"
export { type InTime, inTimeOf } from "./inTime.ts"
export { interviewQueue, overdueInterviews, type QueueLine } from "./interviewQueue.ts"
export { lastMorning, type Morning, nextMorning } from "./lastMorning.ts"
export { type DueWorkingDay, type MovedDeadline, movedDeadlines, type OpenDeadline } from "./movedDeadlines.ts"
export { type NoticeDelay, type NoticeTimes, noticeDelay } from "./noticeDelay.ts"
export { lastOverdueMorning, nextOverdueMorning } from "./overdueMornings.ts"
export { kindOf, type Reminder, type ReminderStage } from "./reminder.ts"
export { remindersOf } from "./reminders.ts"
export { nextWarningLevelAt, type WarningLevel, warningLevel, warningLevels } from "./warningLevel.ts"
export { type CountedDay, isWithinWorkingDayClock, type WorkingDayClock } from "./workingDayClock.ts"
export {
  afterWorkingHours,
  afterWorkingMinutes,
  heldToWorkingTime,
  isWorkingTime,
  lastClosing,
  nextOfficeChange
} from "./workingTime.ts"

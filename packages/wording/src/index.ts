export { availabilityInWords, awayInWords, awaySpanInWords, notThereInWords, patternInWords } from "./away.ts"
export { inCouncilWords, unchanged } from "./councilWords.ts"
export {
  caveatsOf,
  dueInWords,
  elapsedClockInWords,
  firstDeadlineInWords,
  lineDueInWords,
  noClockInWords,
  noClockOf,
  noClockYet,
  workingDaysInWords
} from "./deadlines.ts"
export { hoursAndMinutes, timeToDeadline } from "./durations.ts"
export {
  censusGapWords,
  censusMoveWords,
  educationCaseStatus,
  pendingDutyWords,
  returnedFactWords,
  schoolReturnInWords
} from "./education.ts"
export { entryInWords } from "./entry.ts"
export { marksOf } from "./episodeMarks.ts"
export { episodeStatus } from "./episodeStatus.ts"
export { evidenceInWords } from "./evidence.ts"
export { importedInWords } from "./imported.ts"
export {
  type DateWords,
  datesInFull,
  datesSeenFrom,
  londonClockTime,
  londonDateTime,
  londonDateTimeInFull,
  londonDay,
  londonDayInFull,
  londonDayOfMoment,
  londonTimeOfDay
} from "./londonDates.ts"
export { missingAgainInWords, whatCameLaterInWords } from "./missingAgain.ts"
export { nationWords, placementInWords, returnedToInWords, stayInWords } from "./places.ts"
export { planInWords } from "./plan.ts"
export { policeNews } from "./policeNews.ts"
export { fieldOf, type SchemaFault, schemaFaultsIn } from "./schemaFaults.ts"
export { daysInWords } from "./sentence.ts"

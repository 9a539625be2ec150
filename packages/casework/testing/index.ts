export { cases } from "./arbitraryCase.ts"
export { decidedTriggers } from "./decidedTriggers.ts"
export { joinedUpRecordsInMemory, oneLinkInMemory, standingLink } from "./joinedUpRecordsInMemory.ts"
export { laterSteps } from "./laterSteps.ts"
export {
  assigned,
  at,
  type Case,
  child,
  completed,
  entriesOf,
  episodeId,
  found,
  interviewer,
  interviewId,
  manager,
  missing,
  notified,
  offered,
  onlyEpisode,
  police,
  returned,
  type Told,
  tell,
  worker
} from "./madeUpCase.ts"
export {
  absentPupil,
  educationCasesInMemory,
  joinedPupil,
  oneOpenEducationCase,
  otherPupil,
  pupil,
  referral
} from "./madeUpPupil.ts"
export {
  deadlinesOf,
  isInOffice,
  mornings,
  overdueMornings,
  summariesDue,
  written,
  writtenNear
} from "./month/naiveTimes.ts"
export { makePlan, type Plan, type PlannedEpisode, type Span } from "./month/plan.ts"
export { seeded } from "./month/seeded.ts"
export { staffOf } from "./month/staff.ts"
export { movableClock } from "./movableClock.ts"
export { closedOn, openOn, withOwnDays } from "./ownDays.ts"

export { withAbsence, withReturnOn } from "./absences.ts"
export { type ActingPerson, actingFor } from "./actingFor.ts"
export {
  type Availability,
  Away,
  AwayFor,
  awayBetween,
  awayOn,
  awaySince,
  awayWords,
  hoursOn,
  type Weekday,
  WorkingPattern,
  weekdays
} from "./availability.ts"
export { type CoverSpan, coverSpans } from "./coverSpans.ts"
export { type DecisionRungReached, decisionRungsOf } from "./decisionRungs.ts"
export { dutyGaps, type GapQuestion } from "./dutyGaps.ts"
export {
  type Duty,
  type DutyCommand,
  DutyEvent,
  type DutyRefusal,
  type DutyRota,
  decideDuty,
  dutiesToCome,
  dutyOverlaps,
  emptyRota,
  foldRota,
  onDuty,
  RecordedDuty
} from "./dutyRota.ts"
export { isFinished, type LastRecord } from "./isFinished.ts"
export {
  type AwaitedStep,
  type BegunAgain,
  type Climb,
  type IsManned,
  ladderOf,
  type MannedSince,
  type RungByPolicy,
  type RungReached,
  type ToldAt
} from "./ladder.ts"
export { type KnownBeside, nextChangeAt } from "./nextChangeAt.ts"
export { nextEscalationAt } from "./nextEscalationAt.ts"
export { type Unavailability, unavailabilityOf } from "./unavailability.ts"

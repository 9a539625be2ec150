export { notYetOver } from "./notYetOver.ts"
export {
  anniversary,
  isReached,
  type Retention,
  type RetentionFacts,
  retentionFacts,
  retentionOf
} from "./retention.ts"
export {
  defaultRetention,
  type RetentionCohort,
  RetentionPolicy,
  RetentionRule,
  retentionCohortWords,
  StaffAbsenceRule,
  usualStaffAbsence
} from "./retentionPolicy.ts"
export { absenceKeptUntil, absencesToLetGo, withoutPastAbsences } from "./staffAbsence.ts"

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
  retentionCohortWords
} from "./retentionPolicy.ts"

export {
  FactQuality,
  FindMePlan,
  factQualityWords,
  PartTwo,
  PlanFact,
  PlanKind,
  planFactWords,
  planKindWords
} from "./findMePlan.ts"
export { type PlanStanding, planStanding, wantingFacts } from "./planStanding.ts"

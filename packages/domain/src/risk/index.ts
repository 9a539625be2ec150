export type { ChildFacts } from "./childFacts.ts"
export type { Firing } from "./firing.ts"
export { mayDecisionBeShown } from "./mayDecisionBeShown.ts"
export { type NotKnown, type TriggerContext, triggersFired, triggersNotKnown } from "./triggers.ts"

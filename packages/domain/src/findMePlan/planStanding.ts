import type { Instant } from "../calendar/instant.ts"
import { type FindMePlan, type PlanFact, planFactWords } from "./findMePlan.ts"

/** Whether a child's plan can be relied on at a moment, worst first. */
export type PlanStanding =
  | { readonly _tag: "NoPlan" }
  | { readonly _tag: "Stale"; readonly since: Instant; readonly wanting: ReadonlyArray<PlanFact> }
  | { readonly _tag: "Incomplete"; readonly wanting: ReadonlyArray<PlanFact> }
  | { readonly _tag: "InOrder" }

/** The facts that are absent or out of date. */
export const wantingFacts = ({ facts }: FindMePlan): ReadonlyArray<PlanFact> =>
  (Object.keys(planFactWords.words) as ReadonlyArray<PlanFact>).filter((fact) => facts[fact] !== "present")

/** Where the plan stands at `now`. The moment of review itself is already stale. */
export const planStanding = (
  { findMePlan }: { readonly findMePlan?: FindMePlan | undefined },
  now: Instant
): PlanStanding => {
  if (findMePlan === undefined) return { _tag: "NoPlan" }
  const wanting = wantingFacts(findMePlan)
  if (now >= findMePlan.reviewDueAt) return { _tag: "Stale", since: findMePlan.reviewDueAt, wanting }
  return wanting.length > 0 ? { _tag: "Incomplete", wanting } : { _tag: "InOrder" }
}

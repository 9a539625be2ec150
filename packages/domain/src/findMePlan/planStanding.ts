import type { Instant } from "../calendar/instant.ts"
import { type FindMePlan, type PlanFact, planFactWords } from "./findMePlan.ts"

/** Whether a child's plan can be relied on at a moment, worst first. */
export type PlanStanding =
  | { readonly _tag: "NoPlan" }
  | { readonly _tag: "Stale"; readonly since: Instant; readonly wanting: ReadonlyArray<PlanFact> }
  | { readonly _tag: "Incomplete"; readonly wanting: ReadonlyArray<PlanFact> }
  | { readonly _tag: "InOrder" }

/**
 * The facts of a plan that are absent or out of date, in the order of the five.
 *
 * Source: Rotherham operating guidance, section 5.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { FindMePlan, wantingFacts } from "@safe-return/domain/findMePlan"
 * import { CaseSystemReference } from "@safe-return/domain/pathway"
 *
 * const facts = { photograph: "present", contacts: "present", "likely-places": "present" } as const
 * const plan: FindMePlan = {
 *   kind: "find-me-plan",
 *   reference: CaseSystemReference.make("LCS-10432-FMP"),
 *   facts: { ...facts, "ways-to-reach": "out-of-date", "place-of-return": "absent" },
 *   reviewDueAt: utc(2027, 3, 1)
 * }
 * wantingFacts(plan) // ["ways-to-reach","place-of-return"]
 * ```
 */
export const wantingFacts = ({ facts }: FindMePlan): ReadonlyArray<PlanFact> =>
  (Object.keys(planFactWords.words) as ReadonlyArray<PlanFact>).filter((fact) => facts[fact] !== "present")

/**
 * Whether a child's plan can be relied on at `now`: there is none, it is stale, it lacks something, or it is in order.
 * The moment of review itself is already stale.
 *
 * @param now epoch milliseconds; so is the plan's `reviewDueAt`
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { planStanding } from "@safe-return/domain/findMePlan"
 * import { CaseSystemReference } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * planStanding(syntheticCase("missing").state, utc(2026, 11, 20, 20)) // {"_tag":"NoPlan"}
 * const facts = { photograph: "present", contacts: "present", "likely-places": "present" } as const
 * const more = { "ways-to-reach": "present", "place-of-return": "present" } as const
 * const reference = CaseSystemReference.make("LCS-10432-FMP")
 * const plan = { kind: "find-me-plan", reference, facts: { ...facts, ...more } } as const
 * planStanding({ findMePlan: { ...plan, reviewDueAt: utc(2027, 3, 1) } }, utc(2026, 11, 20, 20)) // {"_tag":"InOrder"}
 * planStanding({ findMePlan: { ...plan, reviewDueAt: utc(2026, 3, 1) } }, utc(2026, 11, 20, 20))._tag // "Stale"
 * ```
 */
export const planStanding = (
  { findMePlan }: { readonly findMePlan?: FindMePlan | undefined },
  now: Instant
): PlanStanding => {
  if (findMePlan === undefined) return { _tag: "NoPlan" }
  const wanting = wantingFacts(findMePlan)
  if (now >= findMePlan.reviewDueAt) return { _tag: "Stale", since: findMePlan.reviewDueAt, wanting }
  return wanting.length > 0 ? { _tag: "Incomplete", wanting } : { _tag: "InOrder" }
}

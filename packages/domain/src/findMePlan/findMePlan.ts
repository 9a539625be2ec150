/**
 * Where a child's Find Me Plan or Trigger Plan is and whether it can be relied on. What it says stays in the case
 * system: the completing agency owns it, and the police see it only if the child is reported missing.
 *
 * Sources: Rotherham operating guidance, section 5 (the five facts); Greater Manchester Police, Philomena Protocol
 * (part one in advance, part two only when the child is actually missing).
 */
import * as Schema from "effect/Schema"
import { InstantFromIso } from "../calendar/instantFromIso.ts"
import { closedList } from "../vocabulary/closedList.ts"
import { CaseSystemReference } from "../vocabulary/identifiers.ts"

export const planKindWords = closedList({
  "find-me-plan": "Find Me Plan",
  "trigger-plan": "Trigger Plan",
  "case-summary": "Case summary"
})
export const PlanKind = planKindWords.schema
export type PlanKind = typeof PlanKind.Type

/** The five facts that good records hold. */
export const planFactWords = closedList({
  photograph: "An up to date photograph",
  contacts: "Contacts of friends, family and significant others",
  "likely-places": "Where the child is likely to go",
  "ways-to-reach": "The child's mobile number and other ways to reach them",
  "place-of-return": "Where the child should be returned to"
})
export const PlanFact = planFactWords.schema
export type PlanFact = typeof PlanFact.Type

export const factQualityWords = closedList({ present: "Present", absent: "Absent", "out-of-date": "Out of date" })
export const FactQuality = factQualityWords.schema
export type FactQuality = typeof FactQuality.Type

export const FindMePlan = Schema.Struct({
  kind: PlanKind,
  reference: CaseSystemReference,
  facts: Schema.Struct({
    photograph: FactQuality,
    contacts: FactQuality,
    "likely-places": FactQuality,
    "ways-to-reach": FactQuality,
    "place-of-return": FactQuality
  }),
  /** From this moment on, the plan is due for review and counts as stale. */
  reviewDueAt: InstantFromIso
})
export type FindMePlan = typeof FindMePlan.Type

/** What is added when the child is actually missing; where it is written, not what it says. */
export const PartTwo = Schema.Struct({
  reference: CaseSystemReference,
  clothing: FactQuality,
  "last-seen": FactQuality
})
export type PartTwo = typeof PartTwo.Type

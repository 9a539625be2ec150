/** Until when one child's records are kept: a date to look again, never a reason to erase anything by itself. */

import { addDays, type CivilDay, civilDay, yearMonthDay } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { londonDayOf } from "../calendar/londonTime.ts"
import { definedFields } from "../definedFields.ts"
import type { ChildState } from "../pathway/state.ts"
import type { CaseStatus } from "../policy/caseStatus.ts"
import type { RetentionCohort, RetentionPolicy, RetentionRule } from "./retentionPolicy.ts"

/** What the rules go by; absent is not known. */
export interface RetentionFacts {
  readonly bornOn?: CivilDay
  readonly caseStatus?: CaseStatus
  /** An episode was from care, so the child was looked after then, whatever the case status says now. */
  readonly wasInCare: boolean
  /** The London day on which something was last recorded. */
  readonly lastRecordedOn: CivilDay
}

export type Retention =
  /** The last London day on which they are kept. */
  | {
      readonly _tag: "KeptUntil"
      readonly cohort: RetentionCohort
      readonly keptUntil: CivilDay
      readonly rule: RetentionRule
    }
  /** The policy says nothing for this cohort: kept until the council decides. */
  | { readonly _tag: "NoRule"; readonly cohort: RetentionCohort }
  /** The date hangs on what is not known. */
  | { readonly _tag: "NotKnown"; readonly wanting: "case-status" | "birth-date"; readonly cohort?: RetentionCohort }

const isLeap = (year: number): boolean => addDays(civilDay(year, 2, 28), 1) !== civilDay(year, 3, 1)

/**
 * The same day so many years later; of 29 February in a year without one, 1 March, which keeps a day longer.
 *
 * @param day whole days since 1970-01-01, London's
 * @param years a whole number
 *
 * @example
 * ```ts
 * import { civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 * import { anniversary } from "@safe-return/domain/retention"
 *
 * formatCivilDay(anniversary(civilDay(2012, 2, 29), 75)) // "2087-03-01"
 * ```
 */
export const anniversary = (day: CivilDay, years: number): CivilDay => {
  const { year, month, day: date } = yearMonthDay(day)
  const later = year + years
  return month === 2 && date === 29 && !isLeap(later) ? civilDay(later, 3, 1) : civilDay(later, month, date)
}

/** A child counts as looked after if they are or an episode was from care: that rule keeps what may not be lost. */
const cohortOf = ({ caseStatus, wasInCare }: RetentionFacts): RetentionCohort | undefined => {
  if (wasInCare || caseStatus === "looked-after") return "looked-after"
  return caseStatus === undefined ? undefined : "others"
}

/**
 * Until when one child's records are kept, by the rule of their cohort: the last London day (`KeptUntil`), that the
 * policy has no rule for it, or what would have to be known. It is a date to look again, and never erases anything by
 * itself. The number of years is the policy's, beside its source.
 *
 * @example
 * ```ts
 * import { civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 * import { defaultRetention, retentionOf } from "@safe-return/domain/retention"
 *
 * const facts = { wasInCare: true, lastRecordedOn: civilDay(2026, 11, 24) }
 * const kept = retentionOf({ ...facts, bornOn: civilDay(2012, 5, 4) }, defaultRetention)
 * kept._tag === "KeptUntil" && formatCivilDay(kept.keptUntil) // "2087-05-04"
 * retentionOf(facts, defaultRetention) // {"_tag":"NotKnown","wanting":"birth-date","cohort":"looked-after"}
 * retentionOf({ ...facts, wasInCare: false, caseStatus: "early-help" }, defaultRetention)._tag // "NoRule"
 * ```
 */
export const retentionOf = (facts: RetentionFacts, policy: RetentionPolicy): Retention => {
  const cohort = cohortOf(facts)
  if (cohort === undefined) return { _tag: "NotKnown", wanting: "case-status" }
  const rule = policy.rules[cohort]
  if (rule === undefined) return { _tag: "NoRule", cohort }
  const from = rule.from === "birth" ? facts.bornOn : facts.lastRecordedOn
  if (from === undefined) return { _tag: "NotKnown", wanting: "birth-date", cohort }
  return { _tag: "KeptUntil", cohort, keptUntil: anniversary(from, rule.years.value), rule }
}

/**
 * Whether the last day on which records are kept lies before this London day; not where no such day is known.
 *
 * @param asOf whole days since 1970-01-01, London's
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { defaultRetention, isReached, retentionOf } from "@safe-return/domain/retention"
 *
 * const facts = { wasInCare: true, lastRecordedOn: civilDay(2026, 11, 24), bornOn: civilDay(2012, 5, 4) }
 * const kept = retentionOf(facts, defaultRetention)
 * isReached(kept, civilDay(2087, 5, 4)) // false
 * isReached(kept, civilDay(2087, 5, 5)) // true
 * ```
 */
export const isReached = (retention: Retention, asOf: CivilDay): boolean =>
  retention._tag === "KeptUntil" && asOf > retention.keptUntil

/**
 * What is known of a child for {@link retentionOf}: from what was recorded, and from the profile.
 *
 * @param lastRecordedAt epoch milliseconds
 * @param profile `bornOn` as whole days since 1970-01-01; what is not known is absent
 *
 * @example
 * ```ts
 * import { formatCivilDay, utc } from "@safe-return/domain/calendar"
 * import { retentionFacts } from "@safe-return/domain/retention"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state } = syntheticCase("interviewed")
 * const { wasInCare, lastRecordedOn } = retentionFacts(state, utc(2026, 11, 24, 9), {})
 * wasInCare // true
 * formatCivilDay(lastRecordedOn) // "2026-11-24"
 * ```
 */
export const retentionFacts = (
  state: ChildState,
  lastRecordedAt: Instant,
  profile: { readonly bornOn?: CivilDay | undefined; readonly caseStatus?: CaseStatus | undefined }
): RetentionFacts => ({
  ...definedFields({ bornOn: profile.bornOn, caseStatus: profile.caseStatus }),
  wasInCare:
    state.episodes.some(({ missingFrom }) => missingFrom === "care") ||
    state.imported?.some(({ row }) => row.missing_from === "care" || row.case_status === "looked-after") === true,
  lastRecordedOn: londonDayOf(lastRecordedAt)
})

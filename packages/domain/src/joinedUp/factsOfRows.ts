import type { Instant } from "../calendar/instant.ts"
import { londonDayOf } from "../calendar/londonTime.ts"
import type { CmeCaseRow } from "../education/caseTable/caseRow.ts"
import type { ExclusionRow } from "../education/exclusions/exclusionRow.ts"
import { isNotInError } from "../education/figures/openOn.ts"
import type { HistoryRow } from "../pathway/historyRow.ts"
import type { StrandFact, SystemReference } from "./strandFact.ts"

/** A row of the episode table with the child it is of. */
export interface EpisodeOfChild extends Pick<HistoryRow, "absence" | "missing_at" | "found_at" | "returned_at"> {
  readonly episode_id: string
  readonly child_ref: string
}

const inEducation = (reference: string): SystemReference => ({ system: "education", reference })
const inSocialCare = (reference: string): SystemReference => ({ system: "social-care", reference })

const NOT_RECORDED = "not-recorded"

const days = (from: Instant | undefined, to: Instant | undefined): Pick<StrandFact, "from" | "to"> => ({
  ...(from === undefined ? {} : { from: londonDayOf(from) }),
  ...(to === undefined ? {} : { to: londonDayOf(to) })
})

/**
 * The missing episodes of an episode table as facts, from the day of disappearance to that of the return, or of being found
 * where no return is recorded. Days are London's.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { missingFactsOf } from "@safe-return/domain/joinedUp"
 *
 * const rows = [{ episode_id: "E-1", child_ref: "LCS-10432", absence: "missing", missing_at: utc(2026, 3, 1, 18) }] as const
 * missingFactsOf(rows).map(({ strand, what, source }) => [strand, what, source]) // [["missing","missing","E-1"]]
 * ```
 */
export const missingFactsOf = (rows: Iterable<EpisodeOfChild>): ReadonlyArray<StrandFact> =>
  [...rows].map(({ episode_id, child_ref, absence, missing_at, found_at, returned_at }) => ({
    strand: "missing",
    child: inSocialCare(child_ref),
    what: absence ?? NOT_RECORDED,
    ...days(missing_at, returned_at ?? found_at),
    source: episode_id
  }))

const beside = (reference: string | undefined): Pick<StrandFact, "beside"> =>
  reference === undefined ? {} : { beside: inSocialCare(reference) }

/**
 * The cases of a case table as facts, from `since`, or the day of referral where no start is recorded. Cases in error are left
 * out.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { PupilReference } from "@safe-return/domain/education"
 * import { educationFactsOf } from "@safe-return/domain/joinedUp"
 *
 * const row = { case_id: "C1", child_ref: PupilReference.make("EDU-20117"), referred_on: civilDay(2026, 3, 4) }
 * educationFactsOf([row, { ...row, outcome: "in-error" }]).map(({ what, source }) => [what, source]) // [["open","C1"]]
 * ```
 */
export const educationFactsOf = (rows: Iterable<CmeCaseRow>): ReadonlyArray<StrandFact> =>
  [...rows].filter(isNotInError).map(({ case_id, child_ref, social_care_ref, ...row }) => {
    const from = row.since ?? row.referred_on
    return {
      strand: "education",
      child: inEducation(child_ref),
      what: row.closed_on === undefined ? "open" : (row.outcome ?? NOT_RECORDED),
      ...(from === undefined ? {} : { from }),
      ...(row.closed_on === undefined ? {} : { to: row.closed_on }),
      source: case_id,
      ...beside(social_care_ref)
    }
  })

/**
 * The suspensions and exclusions of an exclusion table as facts.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { PupilReference } from "@safe-return/domain/education"
 * import { exclusionFactsOf } from "@safe-return/domain/joinedUp"
 *
 * const row = { child_ref: PupilReference.make("EDU-20117"), kind: "suspension", from: civilDay(2026, 3, 4) } as const
 * exclusionFactsOf([row]).map(({ child, what }) => [child.system, what]) // [["education","suspension"]]
 * ```
 */
export const exclusionFactsOf = (rows: Iterable<ExclusionRow>): ReadonlyArray<StrandFact> =>
  [...rows].map(({ child_ref, social_care_ref, kind, from, to }) => ({
    strand: "exclusion",
    child: inEducation(child_ref),
    what: kind,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    source: "",
    ...beside(social_care_ref)
  }))

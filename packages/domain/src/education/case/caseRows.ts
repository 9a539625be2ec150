import { definedFields } from "../../definedFields.ts"
import type { CmeCaseRow } from "../caseTable/caseRow.ts"
import type { PupilReference } from "../caseTable/pupilReference.ts"
import type { PupilState } from "./caseState.ts"

/**
 * A child's cases as rows of the published case table; duplicates that were joined to another are left out. Days are whole
 * days since 1970-01-01, London's.
 *
 * Source: the published contracts, children missing education.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { CmeCaseId, PupilReference, caseRowsOf, emptyPupilState, evolveCase, usualCmePolicy } from "@safe-return/domain/education"
 *
 * const caseId = CmeCaseId.make("case-1")
 * const referredOn = civilDay(2026, 9, 7)
 * const state = evolveCase(emptyPupilState, { _tag: "CaseReferred", caseId, referredOn, policy: usualCmePolicy })
 * caseRowsOf(PupilReference.make("EDU-20117"), state).map((row) => [row.case_id, row.child_ref]) // [["case-1","EDU-20117"]]
 * ```
 */
export const caseRowsOf = (child: PupilReference, { cases }: PupilState): ReadonlyArray<CmeCaseRow> =>
  cases.flatMap((one) =>
    one.mergedInto === undefined
      ? [
          {
            case_id: one.id,
            child_ref: child,
            ...definedFields({
              social_care_ref: one.socialCareReference,
              referred_on: one.referredOn,
              since: one.since,
              area: one.area,
              source: one.source,
              ethnicity: one.ethnicity,
              sex: one.sex,
              year_group: one.yearGroup,
              reason: one.reason,
              whereabouts: one.whereabouts.at(-1)?.whereabouts,
              closed_on: one.closure?.closedOn,
              outcome: one.closure?.outcome,
              ground: one.ground
            })
          }
        ]
      : []
  )

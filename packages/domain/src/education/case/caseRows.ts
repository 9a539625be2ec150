import { definedFields } from "../../definedFields.ts"
import type { CmeCaseRow } from "../caseTable/caseRow.ts"
import type { PupilReference } from "../caseTable/pupilReference.ts"
import type { PupilState } from "./caseState.ts"

/** A child's cases as rows of the published case table; duplicates that were joined to another are left out. */
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

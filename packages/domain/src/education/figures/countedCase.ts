import type { CivilDay } from "../../calendar/civilDay.ts"
import type { CmeOutcome } from "../caseTable/outcomes.ts"
import type { CmeReason } from "../caseTable/reasons.ts"
import type { Sex } from "../caseTable/sexes.ts"
import type { PupilWhereabouts } from "../caseTable/whereaboutsWords.ts"
import type { YearGroup } from "../caseTable/yearGroups.ts"

/** A row of the case table as far as figures are made of it: what is absent is not recorded. */
export interface CountedCase {
  readonly child_ref: string
  readonly referred_on?: CivilDay | undefined
  readonly since?: CivilDay | undefined
  readonly area?: string | undefined
  readonly source?: string | undefined
  readonly ethnicity?: string | undefined
  readonly sex?: Sex | undefined
  readonly year_group?: YearGroup | undefined
  readonly reason?: CmeReason | undefined
  readonly whereabouts?: PupilWhereabouts | undefined
  readonly closed_on?: CivilDay | undefined
  readonly outcome?: CmeOutcome | undefined
}

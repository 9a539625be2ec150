import * as Schema from "effect/Schema"
import { CivilDayFromIso } from "../../calendar/civilDayFromIso.ts"
import { TypedChildReference } from "../../pathway/referenceSpelling.ts"
import { Ethnicity } from "./ethnicity.ts"
import { GroundLetter } from "./groundLetters.ts"
import { CmeOutcome } from "./outcomes.ts"
import { TypedPupilReference } from "./pupilReference.ts"
import { CmeReason } from "./reasons.ts"
import { Sex } from "./sexes.ts"
import { PupilWhereabouts } from "./whereaboutsWords.ts"
import { YearGroup } from "./yearGroups.ts"

/** Blank is not recorded: the key is then absent. */
const mayBeBlank = Schema.optionalKey

/**
 * One case of a child missing education, in the columns of the published case table. Days are written `YYYY-MM-DD`.
 *
 * Source: the published contracts, children missing education.
 */
export const CmeCaseRow = Schema.Struct({
  case_id: Schema.NonEmptyString,
  /** The education system's reference. */
  child_ref: TypedPupilReference,
  /** The social care system's reference, where one is known. */
  social_care_ref: mayBeBlank(TypedChildReference),
  /** The day the council was told. */
  referred_on: mayBeBlank(CivilDayFromIso),
  /** The day from which the child is missing education. */
  since: mayBeBlank(CivilDayFromIso),
  area: mayBeBlank(Schema.NonEmptyString),
  /** Who told the council. */
  source: mayBeBlank(Schema.NonEmptyString),
  ethnicity: mayBeBlank(Ethnicity),
  sex: mayBeBlank(Sex),
  year_group: mayBeBlank(YearGroup),
  reason: mayBeBlank(CmeReason),
  whereabouts: mayBeBlank(PupilWhereabouts),
  /** The day the case ended; the child is not counted on that day any more. */
  closed_on: mayBeBlank(CivilDayFromIso),
  outcome: mayBeBlank(CmeOutcome),
  /** Where a school took the child off its roll, the ground it named. */
  ground: mayBeBlank(GroundLetter)
})
export type CmeCaseRow = typeof CmeCaseRow.Type

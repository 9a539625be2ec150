import * as Schema from "effect/Schema"
import { CivilDayFromIso } from "../../calendar/civilDayFromIso.ts"
import { ChildReference } from "../../vocabulary/identifiers.ts"
import { Ethnicity } from "../caseTable/ethnicity.ts"
import { GroundLetter } from "../caseTable/groundLetters.ts"
import { Sex } from "../caseTable/sexes.ts"
import { YearGroup } from "../caseTable/yearGroups.ts"

const known = Schema.optionalKey

/** What a referral says of the child besides why they are missing education; each may be left out. */
export const referralFacts = {
  source: known(Schema.NonEmptyString),
  area: known(Schema.NonEmptyString),
  ethnicity: known(Ethnicity),
  sex: known(Sex),
  yearGroup: known(YearGroup),
  ground: known(GroundLetter),
  /** The social care system's reference. */
  socialCareReference: known(ChildReference)
}

/** What a correction may put right. */
export const CorrectedFacts = Schema.Struct({ referredOn: known(CivilDayFromIso), ...referralFacts })
export type CorrectedFacts = typeof CorrectedFacts.Type

/** What a correction may take back, so that it is not recorded any more. */
export const ClearedFact = Schema.Literals([
  "since",
  "reason",
  "source",
  "area",
  "ethnicity",
  "sex",
  "yearGroup",
  "ground",
  "socialCareReference"
])
export type ClearedFact = typeof ClearedFact.Type

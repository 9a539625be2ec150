import type { CivilDay } from "../../calendar/civilDay.ts"
import { IN_ERROR } from "../caseTable/outcomes.ts"
import type { CountedCase } from "./countedCase.ts"

/** A case recorded by mistake is never counted, whenever the mistake was found. */
export const isNotInError = ({ outcome }: CountedCase): boolean => outcome !== IN_ERROR

/**
 * Whether a case is open at the end of a day: referred on it or before, and not closed by then. A case closed on the day
 * itself is not open.
 *
 * Source: the published contracts, children missing education.
 */
export const isOpenOn = (row: CountedCase, day: CivilDay): boolean => {
  const { referred_on, closed_on } = row
  if (!isNotInError(row) || referred_on === undefined || referred_on > day) return false
  return closed_on === undefined || closed_on > day
}

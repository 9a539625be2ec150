import type { CivilDay } from "../../calendar/civilDay.ts"
import { IN_ERROR } from "../caseTable/outcomes.ts"
import type { CountedCase } from "./countedCase.ts"

/**
 * A case recorded by mistake is never counted, whenever the mistake was found.
 *
 * @example
 * ```ts
 * import { isNotInError } from "@safe-return/domain/education"
 *
 * isNotInError({ child_ref: "EDU-20401", outcome: "in-error" }) // false
 * isNotInError({ child_ref: "EDU-20388", outcome: "abroad" }) // true
 * ```
 */
export const isNotInError = ({ outcome }: CountedCase): boolean => outcome !== IN_ERROR

/**
 * Whether a case is open at the end of a London day: referred on it or before, and not closed by then. A case closed
 * on the day itself is not open, and one in error never is.
 *
 * Source: the published contracts, children missing education.
 *
 * @param day whole days since 1970-01-01
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { isOpenOn } from "@safe-return/domain/education"
 *
 * const row = { child_ref: "EDU-20388", referred_on: civilDay(2026, 9, 7), closed_on: civilDay(2026, 9, 14) }
 * isOpenOn(row, civilDay(2026, 9, 7)) // true
 * isOpenOn(row, civilDay(2026, 9, 14)) // false
 * ```
 */
export const isOpenOn = (row: CountedCase, day: CivilDay): boolean => {
  const { referred_on, closed_on } = row
  if (!isNotInError(row) || referred_on === undefined || referred_on > day) return false
  return closed_on === undefined || closed_on > day
}

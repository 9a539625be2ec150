/** A made-up council's cases of two years, from which a quarter is counted. Nobody here exists. */
import { addDays, civilDay } from "@safe-return/domain/calendar"
import {
  type CountedCase,
  cmeReasons,
  educationScorecardOf,
  type SuppressedEducationScorecard,
  suppressEducationScorecard
} from "@safe-return/domain/education"
import { Result } from "effect"

const areas = ["=Maltby", "Wath, Swinton", "Central"] as const
const ethnicities = ["WROM", "WBRI", "undeclared", undefined] as const

/** The same every time: a case every so many days, with counts on both sides of 5. */
const casesOf = (howMany: number): ReadonlyArray<CountedCase> =>
  Array.from({ length: howMany }, (_, made): CountedCase => {
    const referred = addDays(civilDay(2017, 4, 1), Math.floor((made * 730) / howMany))
    return {
      child_ref: `EDU-${(made * made) % Math.max(3, Math.floor(howMany / 2))}`,
      referred_on: referred,
      since: made % 5 === 0 ? undefined : addDays(referred, -((made * 13) % 90)),
      area: made % 9 === 0 ? undefined : areas[made % 3],
      source: made % 4 === 0 ? "school" : "health",
      ethnicity: ethnicities[made % 4],
      reason: made % 3 === 0 ? undefined : cmeReasons[(made * 7) % cmeReasons.length],
      whereabouts: made % 4 === 0 ? "not-known" : "known",
      closed_on: made % 3 === 0 ? undefined : addDays(referred, 20 + ((made * 31) % 200)),
      outcome: made % 3 === 0 ? undefined : made % 2 === 0 ? "school-place" : "abroad"
    }
  })

/** A quarter as it is, and as it is suppressed. */
export const quarterOf = (
  howMany: number
): { readonly whole: SuppressedEducationScorecard; readonly suppressed: SuppressedEducationScorecard } => {
  const counted = educationScorecardOf(casesOf(howMany), { quarter: "2018-19-Q4", asOf: civilDay(2019, 3, 31) })
  const whole = Result.getOrThrow(counted)
  return { whole, suppressed: suppressEducationScorecard(whole) }
}

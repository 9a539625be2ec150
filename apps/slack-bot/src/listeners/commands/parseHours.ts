/** What was typed after `/rhi hours`: `mon-thu 09:00-17:00, fri 9am-1pm`, or `none`. */

import type { WorkingPattern } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import { patternIn } from "../../forms/hours/workingPattern.ts"
import { peopleIn, withoutPeople } from "./mentions.ts"
import { type Misunderstood, misunderstood } from "./typed.ts"

export interface HoursCommand {
  readonly _tag: "Hours"
  /** Absent where they say it of themselves. */
  readonly whose?: PersonId
  /** Absent to forget it. */
  readonly pattern?: WorkingPattern
}

const USAGE = "/rhi hours @person mon-thu 09:00-17:00, fri 09:00-13:00"
const NOT_READ = misunderstood(
  `Give the days with their hours by the 24-hour clock: \`${USAGE}\`. Days that are left out are not worked.`
)

export const parseHours = (text: string): HoursCommand | Misunderstood => {
  const [one, another] = peopleIn(text)
  const besides = withoutPeople(text).trim()
  if (another !== undefined || besides.includes("@")) return NOT_READ
  const whose = one === undefined ? {} : { whose: one }
  if (besides.toLowerCase() === "none") return { _tag: "Hours", ...whose }
  const pattern = patternIn(besides)
  return pattern === undefined ? NOT_READ : { _tag: "Hours", ...whose, pattern }
}

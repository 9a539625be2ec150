import { formatCivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import { type Month, parseMonth } from "@safe-return/domain/scorecard"
import { Option } from "effect"

const MONTH = "YYYY-MM".length

/** The month of a moment, in London. */
export const monthAt = (now: Instant): Month =>
  Option.getOrThrow(parseMonth(formatCivilDay(londonDayOf(now)).slice(0, MONTH)))

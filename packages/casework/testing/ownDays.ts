/** The calendars of a made-up council with days of its own. */
import {
  type CalendarOverride,
  type Calendars,
  type CivilDay,
  calendars,
  civilDay,
  withOverrides
} from "@safe-return/domain/calendar"
import { Result } from "effect"

const decided = { decidedBy: "Made-up committee", decidedOn: civilDay(2026, 10, 1) }

/** On that day its offices are closed. */
export const closedOn = (day: CivilDay): CalendarOverride => ({ day, change: "add", why: "Offices closed", ...decided })

/** On that bank holiday its people work all the same. */
export const openOn = (day: CivilDay): CalendarOverride => ({ day, change: "strike", why: "Offices open", ...decided })

export const withOwnDays = (...days: ReadonlyArray<CalendarOverride>): Calendars => ({
  ...calendars,
  "england-and-wales": Result.getOrThrow(withOverrides(calendars["england-and-wales"], days))
})

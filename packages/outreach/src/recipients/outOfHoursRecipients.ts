import { isWorkingTime, type Reminder } from "@safe-return/domain/deadlines"
import type { PersonId } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import type { CaseSnapshot } from "../owed/OwedMessage.ts"
import { holdersOrFallback } from "./Roster.ts"

/** Out of hours a person is there to act only by duty: a statutory reminder goes to them as well. */
export const outOfHoursRecipients = (
  { there, calendars }: Pick<CaseSnapshot, "there" | "calendars">,
  { workingHours, interview }: Policy,
  { at, level }: Reminder
): ReadonlyArray<PersonId> =>
  level === "statutory" &&
  workingHours !== undefined &&
  !isWorkingTime(at, workingHours.value, calendars[interview.calendar.value])
    ? holdersOrFallback(there, "out-of-hours-duty")
    : []

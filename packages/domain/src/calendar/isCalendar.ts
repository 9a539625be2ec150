import { inputFault } from "../faults/inputFault.ts"
import type { Calendar } from "./calendar.ts"
import { ReadOnlyMap } from "./ReadOnlyMap.ts"
import { WorkingDayTable } from "./workingDayTable.ts"

/** Whether this is a calendar that was made here: nobody makes one another way. */
export const isCalendar = (value: unknown): value is Calendar =>
  typeof value === "object" &&
  value !== null &&
  "workingDays" in value &&
  value.workingDays instanceof WorkingDayTable &&
  "holidays" in value &&
  value.holidays instanceof ReadOnlyMap &&
  "struck" in value &&
  value.struck instanceof ReadOnlyMap

export const notACalendar = inputFault(
  "calendar",
  "This is no calendar. Give one of the library, or yours from withOverrides."
)

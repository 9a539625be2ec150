import type { Reminders } from "./reminders.ts"
import { STATUTORY_GUIDANCE } from "./sources.ts"
import { workingChoice } from "./workingChoice.ts"

/** No source seen gives a time for any of them, so that each says it is a working choice. */
export const rotherhamReminders: Reminders = {
  hoursBefore: workingChoice([24, 4], "no source gives reminder times"),
  atBreach: true,
  overdueMornings: workingChoice("09:00", "as the office opens"),
  noReturnTimeHours: workingChoice(4, "until the return is recorded nobody knows the deadline"),
  noInterviewerWorkingHours: workingChoice(2, "so that someone has time to make the offer"),
  notOfferedWorkingHours: workingChoice(4, "half of the working day after which the offer counts as late"),
  considerationsWorkingDays: workingChoice(2, "no source gives the allocated worker a time"),
  statutory: workingChoice(
    ["due-soon", "breach"],
    `those of the 72 hours that the ${STATUTORY_GUIDANCE} gives the interview`
  )
}

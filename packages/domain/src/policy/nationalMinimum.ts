import { deepFreeze } from "../deepFreeze.ts"
import { definedFields } from "../definedFields.ts"
import { nationalTriggers } from "./nationalTriggers.ts"
import type { Policy } from "./policy.ts"
import { rotherham } from "./rotherham.ts"
import { CHOSEN_ON, STATUTORY_GUIDANCE, sources } from "./sources.ts"

/** What the national guidance of January 2014 asks, and nothing local. Where it is silent, a number says so. */
export const nationalMinimum: Policy = deepFreeze({
  id: `national-minimum-${CHOSEN_ON}`,
  title: "National minimum",
  effectiveFrom: CHOSEN_ON,
  interview: {
    ...rotherham.interview,
    hours: {
      value: 72,
      source: `${STATUTORY_GUIDANCE}: within 72 hours of the child returning to their home or care setting`,
      verified: true
    },
    workingDays: {
      value: 3,
      source:
        "Working choice: the guidance has no measure in working days; Rotherham's is kept, so that both can be shown",
      verified: false
    },
    measure: {
      value: "held",
      source: `Our reading: the ${STATUTORY_GUIDANCE} gives its hours to the interview being carried out; the offer must be made, and no time is given for it`,
      verified: false
    }
  },
  reminders: { hoursBefore: rotherham.reminders.hoursBefore, atBreach: rotherham.reminders.atBreach },
  triggers: nationalTriggers,
  ...definedFields({ digest: rotherham.digest }),
  futureToleranceMinutes: rotherham.futureToleranceMinutes,
  sources: [sources.statutoryGuidance, sources.ourReading, sources.workingChoice],
  ...definedFields({ sourceCheckMonths: rotherham.sourceCheckMonths })
})

import type { Policy } from "./policy.ts"
import { rotherhamDecisionLadder } from "./rotherhamDecisionLadder.ts"
import { rotherhamLadder } from "./rotherhamLadder.ts"
import { rotherhamReminders } from "./rotherhamReminders.ts"
import { rotherhamReports } from "./rotherhamReports.ts"
import { rotherhamTriggers } from "./rotherhamTriggers.ts"
import { CHOSEN_ON, OPERATING_GUIDANCE_3, SCORECARD, STATUTORY_GUIDANCE, sources } from "./sources.ts"
import { workingChoice } from "./workingChoice.ts"

/** Rotherham's defaults; the South Yorkshire protocol's own numbers were not available to us. */
export const rotherham: Policy = {
  id: `rotherham-${CHOSEN_ON}`,
  title: "Rotherham",
  effectiveFrom: CHOSEN_ON,
  interview: {
    hours: {
      value: 72,
      source: `${OPERATING_GUIDANCE_3}: within 72 hours; ${STATUTORY_GUIDANCE}: of the child returning to their home or care setting`,
      verified: true
    },
    workingDays: {
      value: 3,
      source: `${SCORECARD}: RHI complete within 3 working days. That the day of return is day 0 and the last day counts to its end is our reading`,
      verified: true
    },
    anchor: {
      value: "returned",
      source: `Our reading: the hours run from the child returning to their home or care setting, as in the ${STATUTORY_GUIDANCE}; Rotherham's own texts name no start`,
      verified: false
    },
    dayZero: {
      value: "return-day",
      source: "Our reading: no text seen says how the 3 working days are counted; the day of return is not one of them",
      verified: false
    },
    cutoff: {
      value: "end-of-day",
      source: "Our reading: no text seen says when the last of the 3 working days is over",
      verified: false
    },
    calendar: {
      value: "england-and-wales",
      source:
        "Our reading: Rotherham's texts name no calendar; the bank holidays of England and Wales are those kept there",
      verified: false
    },
    measure: {
      value: "held",
      source: `Our reading: the ${SCORECARD} prints interviews complete, and the ${STATUTORY_GUIDANCE} wants them carried out; that they were offered is shown beside it`,
      verified: false
    }
  },
  reminders: rotherhamReminders,
  ladder: rotherhamLadder,
  decisionLadder: rotherhamDecisionLadder,
  triggers: rotherhamTriggers,
  workingHours: {
    value: { opens: "09:00", closes: "17:00" },
    source: "Working choice: no source gives the Missing Team's hours",
    verified: false
  },
  digest: {
    value: { at: "08:30", until: "12:00" },
    source: "Working choice: no source gives the time of a summary",
    verified: false
  },
  revealDays: workingChoice(
    30,
    "no source says for how long an interviewer may see what is held of a child whose interview is never recorded"
  ),
  futureToleranceMinutes: {
    value: 10,
    source: "Working choice: reporting systems' clocks drift by minutes",
    verified: false
  },
  reports: rotherhamReports,
  sources: [
    sources.statutoryGuidance,
    sources.operatingGuidance,
    sources.scorecard,
    sources.derbyshire,
    sources.barnsley,
    sources.ourReading,
    sources.workingChoice
  ],
  sourceCheckMonths: workingChoice(12, "no source says for how long a check of a source holds")
}

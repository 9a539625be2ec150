import { deepFreeze } from "../deepFreeze.ts"
import type { DecisionLadder } from "./decisionLadder.ts"
import type { Ladder } from "./ladder.ts"
import { usualLastSeenAgo } from "./lastSeenAgo.ts"
import type { Policy } from "./policy.ts"
import type { Reminders } from "./reminders.ts"
import { rotherhamTriggers } from "./rotherhamTriggers.ts"
import type { ReportsUsed } from "./senderWords.ts"
import {
  BARNSLEY_SCRUTINY,
  CHOSEN_ON,
  OPERATING_GUIDANCE_3,
  SCORECARD,
  STATUTORY_GUIDANCE,
  sources
} from "./sources.ts"
import { usualTimesApart } from "./timesApart.ts"
import { usualMessageTimes } from "./usualMessageTimes.ts"
import { usualScorecardRules } from "./usualScorecardRules.ts"
import { workingChoice } from "./workingChoice.ts"

/** Missing and away from placement alone: the police here have no "absent", so that a child called so is missing. */
const rotherhamReports: ReportsUsed = {
  absences: {
    value: ["missing", "away"],
    source: `Our reading: ${BARNSLEY_SCRUTINY} says of the same police that they have no "absent"`,
    verified: false
  },
  risks: {
    value: ["no-apparent", "low", "medium", "high"],
    source: "Our reading: the four grades of the police; no text seen leaves one of them out here",
    verified: false
  },
  words: {
    value: [{ field: "absence", word: "absent", readAs: "missing" }],
    source:
      "Our reading: what was once called absent is the lowest grade of missing, so that no missing child is left out",
    verified: false
  },
  timesApartMinutes: usualTimesApart,
  lastSeenAgoDays: usualLastSeenAgo
}

/** No source seen gives a time for any of them, so that each says it is a working choice. */
const rotherhamReminders: Reminders = {
  hoursBefore: workingChoice([24, 4], "no source gives reminder times"),
  atBreach: true,
  overdueMornings: workingChoice("09:00", "as the office opens"),
  noReturnTimeHours: workingChoice(4, "until the return is recorded nobody knows the deadline"),
  noInterviewerWorkingHours: workingChoice(2, "so that someone has time to make the offer"),
  noInterviewerLastWorkingHours: workingChoice(1, "while a person who can assign it is still in the office"),
  notOfferedWorkingHours: workingChoice(4, "half of the working day after which the offer counts as late"),
  planPassedHours: workingChoice(2, "time to hold the interview and to log it"),
  considerationsWorkingDays: workingChoice(2, "no source gives the allocated worker a time"),
  statutory: workingChoice(
    ["due-soon", "breach"],
    `those of the 72 hours that the ${STATUTORY_GUIDANCE} gives the interview`
  )
}

/** The allocated worker is told with the alert, the others while nobody answers, whatever the risk grade. */
const rotherhamLadder: Ladder = workingChoice(
  [
    { who: "worker", afterMinutes: 0, clock: "always" },
    { who: "missing-coordinator", afterMinutes: 15, clock: "always" },
    { who: "out-of-hours-duty", afterMinutes: 15, clock: "always", onlyOutOfHours: true },
    { who: "team-manager", afterMinutes: 30, clock: "always" },
    { who: "head-of-service", afterMinutes: 60, clock: "always" },
    { who: "out-of-hours-duty", by: "sms", afterMinutes: 90, clock: "always", onlyOutOfHours: true },
    { who: "team-manager", by: "email", afterMinutes: 90, clock: "always" }
  ],
  "no source seen says who is told, or how soon, when an alert is not acknowledged"
)

/** Those who decide are told at once; these hear of it while nobody decides. */
const rotherhamDecisionLadder: DecisionLadder = workingChoice(
  [
    { who: "team-manager", afterMinutes: 60, clock: "always" },
    { who: "out-of-hours-duty", afterMinutes: 60, clock: "always", onlyOutOfHours: true },
    { who: "head-of-service", afterMinutes: 240, clock: "working-hours" }
  ],
  "no source seen says who hears, or how soon, that nobody has decided on a trigger"
)

/** Rotherham's defaults; the South Yorkshire protocol's own numbers were not available to us. */
export const rotherham: Policy = deepFreeze({
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
  messageTimes: usualMessageTimes,
  scorecard: usualScorecardRules,
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
})

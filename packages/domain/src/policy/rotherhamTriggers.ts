import { OPERATING_GUIDANCE_3, OPERATING_GUIDANCE_4, OPERATING_GUIDANCE_5, SCORECARD } from "./sources.ts"
import type { TriggerSetting } from "./triggers.ts"
import { workingChoice } from "./workingChoice.ts"

const WORKER_AND_MANAGER = "allocated worker and team manager"

const section4 = { source: OPERATING_GUIDANCE_4, verified: true } as const

const withinWorkingDays = (amount: number) =>
  workingChoice({ amount, unit: "working-days" as const }, "no time limit for it has been seen")

const reviewPlans = {
  value: "Consider whether assessments and plans need updating",
  source: OPERATING_GUIDANCE_4,
  verified: true
} as const

/**
 * Rotherham's triggers. Section 4 of the operating guidance names what to consider and gives no number. Rules left
 * out are off: repeats are counted over rolling days only, so that one story is not told twice.
 */
export const rotherhamTriggers: ReadonlyArray<TriggerSetting> = [
  {
    rule: "episodes-in-window",
    code: "repeat-episodes",
    basis: section4,
    level: "consider",
    action: {
      value: "Consider a strategy meeting, and whether assessments and plans need updating",
      source: `${OPERATING_GUIDANCE_4} (gives no number)`,
      verified: true
    },
    owner: WORKER_AND_MANAGER,
    timeLimit: withinWorkingDays(1),
    count: { value: 3, source: `${SCORECARD}: children with 3+ episodes in period`, verified: true },
    windowDays: workingChoice(
      30,
      "Rotherham's period is not defined in what we have seen. 30 days is that of Derby and Derbyshire's procedure, the only repeat window seen in a public procedure"
    )
  },
  {
    rule: "harm-disclosed",
    code: "harm-disclosed",
    basis: section4,
    level: "consider",
    action: {
      value:
        "Consider whether the child has suffered or is at risk of significant harm; if so, convene a strategy meeting and carry out a section 47 investigation",
      source: OPERATING_GUIDANCE_4,
      verified: true
    },
    owner: WORKER_AND_MANAGER,
    timeLimit: withinWorkingDays(1)
  },
  {
    rule: "exploitation",
    code: "exploitation",
    basis: section4,
    level: "consider",
    action: {
      value: "Consider a link to child sexual exploitation; ask the Evolve Team for advice or help if needed",
      source: OPERATING_GUIDANCE_4,
      verified: true
    },
    owner: "allocated worker",
    timeLimit: withinWorkingDays(1),
    atLeast: "suspected"
  },
  {
    rule: "still-missing",
    code: "still-missing",
    basis: section4,
    level: "consider",
    action: {
      value: "Tell the team manager, and consider what more is needed to find and protect the child",
      source: "Working choice: section 4 asks what action is needed to help to protect the child, without hours",
      verified: false
    },
    owner: "allocated worker",
    hours: workingChoice(
      24,
      "the protocol's own hours were not available. 24 hours is in another council's flow chart, for upgrading an absence"
    )
  },
  {
    rule: "long-episode",
    code: "long-episode",
    basis: section4,
    level: "consider",
    action: reviewPlans,
    owner: "allocated worker",
    timeLimit: withinWorkingDays(3),
    hours: workingChoice(72, "no source seen gives hours for one long episode")
  },
  {
    rule: "offer-late",
    code: "offer-late",
    basis: { source: OPERATING_GUIDANCE_3, verified: true },
    level: "must",
    action: { value: "Offer the return home interview", source: OPERATING_GUIDANCE_3, verified: true },
    owner: "Missing Co-ordinator",
    hours: workingChoice(8, "one working day, so that the interview itself can still be held within 72 hours"),
    measured: "working-hours"
  },
  {
    rule: "interviews-not-achieved",
    code: "interviews-not-achieved",
    basis: section4,
    level: "consider",
    action: {
      value: "Consider another way to hear the child: a known adult, another venue, the parent or carer",
      source: `${OPERATING_GUIDANCE_3}: known adult at the child's wish, venue`,
      verified: true
    },
    owner: "Missing Team",
    timeLimit: withinWorkingDays(3),
    count: workingChoice(2, "no source seen counts interviews that were not achieved")
  },
  {
    rule: "young-first-episode",
    code: "young-first-episode",
    basis: section4,
    level: "consider",
    action: reviewPlans,
    owner: "MASH",
    timeLimit: withinWorkingDays(1),
    years: workingChoice(11, "no source seen gives an age; 11 is the end of primary school")
  },
  {
    rule: "out-of-area",
    code: "out-of-area",
    basis: { source: OPERATING_GUIDANCE_3, verified: true },
    level: "consider",
    action: {
      value: "Consider asking the host authority or an independent provider to carry out the interview",
      source: OPERATING_GUIDANCE_3,
      verified: true
    },
    owner: "Missing Co-ordinator"
  },
  {
    rule: "plan-not-ready",
    code: "plan-not-ready",
    basis: { source: OPERATING_GUIDANCE_5, verified: true },
    level: "consider",
    action: {
      value: "Bring the Trigger Plan or case summary up to date",
      source: OPERATING_GUIDANCE_5,
      verified: true
    },
    owner: "allocated worker",
    timeLimit: withinWorkingDays(1)
  },
  {
    rule: "shortening-intervals",
    code: "shortening-intervals",
    basis: section4,
    level: "consider",
    action: reviewPlans,
    owner: WORKER_AND_MANAGER,
    timeLimit: withinWorkingDays(3),
    intervals: workingChoice(3, "no source seen gives a number of intervals"),
    withinDays: workingChoice(90, "no source seen gives a period")
  }
]

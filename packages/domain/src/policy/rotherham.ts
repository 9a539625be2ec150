import type { Policy } from "./policy.ts"

/**
 * Rotherham's defaults. The South Yorkshire protocol's own numbers were not available to us, so none here is
 * called South Yorkshire's; what is a working choice says so.
 */
export const rotherham: Policy = {
  id: "rotherham-2026-11",
  title: "Rotherham",
  effectiveFrom: "2012-01-01",
  interview: {
    hours: {
      value: 72,
      source:
        "Rotherham operating guidance, section 3: within 72 hours; Statutory guidance on children who go missing (January 2014): of the child returning to their home or care setting",
      verified: true
    },
    workingDays: {
      value: 3,
      source:
        "Rotherham 'Missing from Home, Care and School' scorecard: RHI complete within 3 working days. That the day of return is day 0 and the last day counts to its end is our reading",
      verified: true
    },
    calendar: "england-and-wales"
  },
  reminders: {
    hoursBefore: { value: [24, 4], source: "Working choice: no source gives reminder times", verified: false },
    atBreach: true
  },
  repeatEpisodes: {
    count: {
      value: 3,
      source: "Rotherham 'Missing from Home, Care and School' scorecard: children with 3+ episodes in period",
      verified: true
    },
    windowDays: {
      value: 30,
      source:
        "Working choice: Rotherham's period is not defined in what we have seen. 30 days is Derby and Derbyshire's, the only repeat window seen in a public procedure",
      verified: false
    },
    level: "consider",
    action: {
      value: "Consider a strategy meeting, and whether assessments and plans need updating",
      source: "Rotherham operating guidance, section 4 (gives no number)",
      verified: true
    },
    owner: "allocated worker and team manager"
  },
  futureToleranceMinutes: {
    value: 10,
    source: "Working choice: reporting systems' clocks drift by minutes",
    verified: false
  }
}

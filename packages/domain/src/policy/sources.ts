/** Texts that are cited more than once. Each says which document and where in it. */
import type { PolicySource } from "./policySource.ts"

const OPERATING_GUIDANCE = "Rotherham operating guidance"
export const OPERATING_GUIDANCE_3 = `${OPERATING_GUIDANCE}, section 3`
export const OPERATING_GUIDANCE_4 = `${OPERATING_GUIDANCE}, section 4`
export const OPERATING_GUIDANCE_5 = `${OPERATING_GUIDANCE}, section 5`
export const SCORECARD = "Rotherham 'Missing from Home, Care and School' scorecard"
export const STATUTORY_GUIDANCE = "Statutory guidance on children who run away or go missing (January 2014)"
const DERBYSHIRE_PROCEDURE = "Derby and Derbyshire's procedure"
export const DERBYSHIRE = `${DERBYSHIRE_PROCEDURE}, return interviews`
export const BARNSLEY_SCRUTINY = "Barnsley's scrutiny paper on missing children (2017)"

/** The day on which the choices of the packs were last gone through: nothing of ours is older. */
export const CHOSEN_ON = "2026-11-29"

/** What the texts say of their own date; the operating guidance names a protocol of 2020, and cannot be older. */
export const sources = {
  statutoryGuidance: { name: STATUTORY_GUIDANCE, since: "2014-01-24", lastChecked: "2026-11-29" },
  operatingGuidance: { name: OPERATING_GUIDANCE, since: "2020", lastChecked: "2026-11-22" },
  scorecard: { name: SCORECARD, since: "2019", lastChecked: "2026-11-22" },
  derbyshire: { name: DERBYSHIRE_PROCEDURE, since: "2026-11-22", lastChecked: "2026-11-22" },
  barnsley: { name: BARNSLEY_SCRUTINY, since: "2017", lastChecked: "2026-11-29" },
  ourReading: { name: "Our reading", since: CHOSEN_ON, lastChecked: CHOSEN_ON },
  workingChoice: { name: "Working choice", since: CHOSEN_ON, lastChecked: CHOSEN_ON }
} as const satisfies Readonly<Record<string, PolicySource>>

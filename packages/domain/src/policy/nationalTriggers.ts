import { STATUTORY_GUIDANCE } from "./sources.ts"
import type { TriggerSetting } from "./triggers.ts"

const guidance = (where: string, verified = true) => ({ source: `${STATUTORY_GUIDANCE}, ${where}`, verified })

/** The national guidance leaves numbers to local protocols, so no count of episodes is switched on. */
export const nationalTriggers: ReadonlyArray<TriggerSetting> = [
  {
    rule: "offer-late",
    code: "offer-late",
    basis: guidance("independent return interviews: must be offered"),
    level: "must",
    action: {
      value: "Offer the return home interview",
      ...guidance("independent return interviews: must be offered")
    },
    owner: "responsible authority",
    hours: {
      value: 72,
      source:
        "Our reading: the guidance wants the interview itself within 72 hours of the return, so an offer after that is late",
      verified: false
    },
    measured: "elapsed-hours"
  },
  {
    rule: "harm-disclosed",
    code: "harm-disclosed",
    basis: guidance("aims of the interview and follow-up: deal with harm"),
    level: "must",
    action: {
      value: "Deal with the harm the child told of",
      ...guidance("aims of the interview and follow-up: deal with harm")
    },
    owner: "responsible authority"
  },
  {
    rule: "out-of-area",
    code: "out-of-area",
    basis: guidance("out-of-area placements: the responsible authority keeps the duty, with the host authority's help"),
    level: "consider",
    action: {
      value: "Consider asking the host authority for help with the interview",
      ...guidance("out-of-area placements")
    },
    owner: "responsible authority"
  }
]

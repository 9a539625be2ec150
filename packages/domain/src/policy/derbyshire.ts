import { deepFreeze } from "../deepFreeze.ts"
import { nationalMinimum } from "./nationalMinimum.ts"
import { nationalTriggers } from "./nationalTriggers.ts"
import type { Policy } from "./policy.ts"
import { CHOSEN_ON, DERBYSHIRE, sources } from "./sources.ts"

/** Derby and Derbyshire, for comparison: the only public number for repeats we have seen, with no known start. */
export const derbyshire: Policy = deepFreeze({
  ...nationalMinimum,
  id: `derbyshire-${CHOSEN_ON}`,
  title: "Derby and Derbyshire",
  interview: {
    ...nationalMinimum.interview,
    hours: { value: 72, source: `${DERBYSHIRE}: within 72 hours of return`, verified: true }
  },
  triggers: [
    {
      rule: "episodes-in-window",
      code: "repeat-episodes",
      basis: { source: `${DERBYSHIRE}: 3 or more episodes in 30 days, strategy meeting required`, verified: true },
      level: "must",
      action: { value: "Hold a strategy meeting", source: `${DERBYSHIRE}: strategy meeting required`, verified: true },
      owner: "children's social care",
      count: { value: 3, source: `${DERBYSHIRE}: 3 or more episodes`, verified: true },
      windowDays: { value: 30, source: `${DERBYSHIRE}: in 30 days`, verified: true }
    },
    ...nationalTriggers
  ],
  sources: [sources.derbyshire, ...(nationalMinimum.sources ?? [])]
})

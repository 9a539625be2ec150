import { planStanding } from "../../findMePlan/planStanding.ts"
import type { SettingOf } from "../../policy/triggers.ts"
import { later, type Rule } from "../rule.ts"

const lacking = (facts: number): string =>
  `Of the plan's 5 facts ${facts} ${facts === 1 ? "is" : "are"} absent or out of date.`

/**
 * The child went missing and there is no Find Me or Trigger Plan to go by, or one with facts absent, out of date or
 * past its review. The plan is known as it is now, so only the latest episode is judged by it, once.
 *
 * Source: Rotherham operating guidance, section 5.
 */
export const planNotReady: Rule<SettingOf<"plan-not-ready">> = {
  title: "Find Me Plan missing or out of date",
  mayGoToChat: () => true,
  numbers: () => [],
  notKnown: (_, { findMePlan, facts }) =>
    findMePlan === undefined && facts.hasNoPlan === undefined ? "whether there is a Find Me Plan" : undefined,
  restsOn: ["latest", "plan"],
  isOfOneEpisode: true,
  judge: (_, record, index) => {
    const latest = record.isLatest(index) ? record.episodes[index] : undefined
    if (latest === undefined) return undefined
    const { notifiedAt } = latest
    const standing = planStanding(record, record.now)
    switch (standing._tag) {
      case "NoPlan":
        // Nobody having recorded a plan is not the same as there being none: someone has to have looked.
        return record.facts.hasNoPlan === true
          ? { episodes: [latest], because: "There is no Find Me Plan or Trigger Plan.", metAt: notifiedAt }
          : undefined
      case "Incomplete":
        return { episodes: [latest], because: lacking(standing.wanting.length), metAt: notifiedAt }
      case "Stale": {
        const since = standing.wanting.length > 0 ? notifiedAt : later(standing.since, notifiedAt)
        return { episodes: [latest], because: "The plan is past its review.", metAt: since }
      }
      case "InOrder":
        return undefined
    }
  }
}

import type { RuleName, TriggerSetting } from "../../policy/triggers.ts"
import type { Rule } from "../rule.ts"
import { episodesInMonth } from "./episodesInMonth.ts"
import { episodesInWindow } from "./episodesInWindow.ts"
import { exploitation } from "./exploitation.ts"
import { harmDisclosed } from "./harmDisclosed.ts"
import { interviewsNotAchieved } from "./interviewsNotAchieved.ts"
import { longEpisode } from "./longEpisode.ts"
import { offerLate } from "./offerLate.ts"
import { outOfArea } from "./outOfArea.ts"
import { planNotReady } from "./planNotReady.ts"
import { shorteningIntervals } from "./shorteningIntervals.ts"
import { stillMissing } from "./stillMissing.ts"
import { youngFirstEpisode } from "./youngFirstEpisode.ts"

/** Every rule, one file each. */
export const rules: { readonly [Name in RuleName]: Rule<Name> } = {
  "episodes-in-window": episodesInWindow,
  "episodes-in-month": episodesInMonth,
  "still-missing": stillMissing,
  "long-episode": longEpisode,
  "harm-disclosed": harmDisclosed,
  exploitation,
  "interviews-not-achieved": interviewsNotAchieved,
  "offer-late": offerLate,
  "young-first-episode": youngFirstEpisode,
  "out-of-area": outOfArea,
  "plan-not-ready": planNotReady,
  "shortening-intervals": shorteningIntervals
}

/** The rule of a setting. Their names are the same by construction, which the compiler cannot follow through a union. */
export const ruleOf = (setting: TriggerSetting): Rule<RuleName> => rules[setting.rule] as unknown as Rule<RuleName>

import type { AnyTriggerSetting, RuleName, TriggerSetting } from "../../policy/triggers.ts"
import { type AnyRule, type Rules, shippedRule } from "../anyRule.ts"
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

type SettingNamed<Name extends RuleName> = Extract<TriggerSetting, { readonly rule: Name }>

const shipped = <Name extends RuleName>(name: Name, rule: Rule<SettingNamed<Name>>): AnyRule =>
  shippedRule((setting: AnyTriggerSetting): setting is SettingNamed<Name> => setting.rule === name, rule)

/** Every rule of ours, one file each. */
export const shippedRules = {
  "episodes-in-window": shipped("episodes-in-window", episodesInWindow),
  "episodes-in-month": shipped("episodes-in-month", episodesInMonth),
  "still-missing": shipped("still-missing", stillMissing),
  "long-episode": shipped("long-episode", longEpisode),
  "harm-disclosed": shipped("harm-disclosed", harmDisclosed),
  exploitation: shipped("exploitation", exploitation),
  "interviews-not-achieved": shipped("interviews-not-achieved", interviewsNotAchieved),
  "offer-late": shipped("offer-late", offerLate),
  "young-first-episode": shipped("young-first-episode", youngFirstEpisode),
  "out-of-area": shipped("out-of-area", outOfArea),
  "plan-not-ready": shipped("plan-not-ready", planNotReady),
  "shortening-intervals": shipped("shortening-intervals", shorteningIntervals)
} satisfies { readonly [Name in RuleName]: AnyRule } & Rules

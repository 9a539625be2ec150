import type { Instant } from "../calendar/instant.ts"
import type { EpisodeId } from "../pathway/identifiers.ts"
import type { Policy } from "../policy/policy.ts"
import { triggerSettings } from "../policy/triggerSettings.ts"
import type { RuleName, SettingOf, TriggerSetting } from "../policy/triggers.ts"
import type { Firing } from "./firing.ts"
import type { Evidence, Rule } from "./rule.ts"
import { ruleOf } from "./rules/index.ts"

type Said = Omit<Firing, "because" | "episodeIds" | "dates" | "metAt" | "key">

const saidBy = (setting: TriggerSetting, rule: Rule<RuleName>): Said => {
  const { level, action, owner, timeLimit, basis } = setting
  const numbers = rule.numbers(setting)
  return {
    rule: setting.code,
    predicate: setting.rule,
    title: rule.title,
    level,
    action: action.value,
    owner,
    timeLimit: timeLimit && { ...timeLimit.value, source: timeLimit.source, verified: timeLimit.verified },
    mayGoToChat: rule.mayGoToChat(setting),
    source: [...new Set([basis, ...numbers].map(({ source }) => source))].join(". "),
    verified: basis.verified && action.verified && numbers.every(({ verified }) => verified)
  }
}

/** A rule with the numbers and words a policy gives it. */
export class Trigger {
  readonly setting: TriggerSetting & SettingOf<RuleName>
  readonly rule: Rule<RuleName>
  #said: Said | undefined

  constructor(setting: TriggerSetting) {
    this.setting = setting
    this.rule = ruleOf(setting)
  }

  /** The rule's evidence, with what the policy asks for on it. */
  firing({ episodes, because, metAt, extent }: Evidence): Firing {
    const episodeIds: Array<EpisodeId> = []
    const dates: Array<Instant> = []
    let key = `${this.setting.code}:`
    for (const { id, missingAt } of episodes) {
      key = episodeIds.length === 0 ? key + id : `${key}+${id}`
      episodeIds.push(id)
      dates.push(missingAt)
    }
    if (extent !== undefined) key = `${key}:${extent}`
    this.#said ??= saidBy(this.setting, this.rule)
    const said = this.#said
    // Written out, because over a million episodes a spread costs as much as everything else here.
    return {
      rule: said.rule,
      predicate: said.predicate,
      title: said.title,
      level: said.level,
      action: said.action,
      owner: said.owner,
      timeLimit: said.timeLimit,
      because,
      episodeIds,
      dates,
      metAt,
      key,
      mayGoToChat: said.mayGoToChat,
      source: said.source,
      verified: said.verified
    }
  }
}

/** Made once for each policy, which is frozen onto many episodes. */
const made = new WeakMap<Policy, ReadonlyArray<Trigger>>()

/** The triggers a policy has switched on, ready to be judged. */
export const triggersOf = (policy: Policy): ReadonlyArray<Trigger> => {
  const before = made.get(policy)
  if (before !== undefined) return before
  const triggers = triggerSettings(policy).map((setting) => new Trigger(setting))
  made.set(policy, triggers)
  return triggers
}

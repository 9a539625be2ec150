import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Policy } from "../policy/policy.ts"
import { triggerSettings } from "../policy/triggerSettings.ts"
import { type AnyTriggerSetting, ruleNameOf } from "../policy/triggers.ts"
import type { EpisodeId } from "../vocabulary/identifiers.ts"
import type { Rules, RuleWithSetting } from "./anyRule.ts"
import type { ChildFacts } from "./childFacts.ts"
import type { EpisodesOnRecord } from "./episodesOnRecord.ts"
import { type Firing, open } from "./firing.ts"
import type { Evidence } from "./rule.ts"

/** When the question is asked, and what is known of the child beyond what happened. */
export interface TriggerContext {
  readonly now: Instant
  /** The calendar of each nation, a council's own in its place: `calendars` where it has none. */
  readonly calendars: Calendars
  readonly facts?: ChildFacts
}

type FiringContent = Omit<Firing, "because" | "episodeIds" | "dates" | "metAt" | "key" | "standing">

const saidBy = (setting: AnyTriggerSetting, rule: RuleWithSetting): FiringContent => {
  const { level, action, owner, timeLimit, basis } = setting
  const { numbers } = rule
  return {
    rule: setting.code,
    predicate: ruleNameOf(setting),
    title: rule.title,
    level,
    action: action.value,
    owner,
    timeLimit: timeLimit && { ...timeLimit.value, source: timeLimit.source, verified: timeLimit.verified },
    mayGoToChat: rule.mayGoToChat,
    isOfSearch: rule.isOfSearch,
    source: [...new Set([basis, ...numbers].map(({ source }) => source))].join(". "),
    verified: basis.verified && action.verified && numbers.every(({ verified }) => verified)
  }
}

/** The key of a firing: the trigger's code, its evidence, and how far evidence inside an episode has come. */
export const keyOf = (code: string, episodeIds: ReadonlyArray<EpisodeId>, extent: string | undefined): string =>
  `${code}:${episodeIds.join("+")}${extent === undefined ? "" : `:${extent}`}`

/** A rule with the numbers and words a policy gives it. */
export class Trigger {
  readonly setting: AnyTriggerSetting
  readonly rule: RuleWithSetting
  #said: FiringContent | undefined

  constructor(setting: AnyTriggerSetting, rule: RuleWithSetting) {
    this.setting = setting
    this.rule = rule
  }

  judge(record: EpisodesOnRecord, index: number): Evidence | undefined {
    return this.rule.judge(record, index)
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
      standing: open,
      mayGoToChat: said.mayGoToChat,
      isOfSearch: said.isOfSearch,
      source: said.source,
      verified: said.verified
    }
  }
}

/** The triggers a policy has switched on, ready to be judged, and those of a rule that is not among the given. */
export interface TriggersOfPolicy {
  readonly triggers: ReadonlyArray<Trigger>
  readonly unknown: ReadonlyArray<AnyTriggerSetting>
}

/** Made once for each policy, which is frozen onto many episodes. */
const made = new WeakMap<Rules, WeakMap<Policy, TriggersOfPolicy>>()

export const triggersOf = (policy: Policy, rules: Rules): TriggersOfPolicy => {
  const under = made.get(rules) ?? new WeakMap<Policy, TriggersOfPolicy>()
  made.set(rules, under)
  const before = under.get(policy)
  if (before !== undefined) return before
  const triggers: Array<Trigger> = []
  const unknown: Array<AnyTriggerSetting> = []
  for (const setting of triggerSettings(policy)) {
    const rule = rules[ruleNameOf(setting)]?.withSetting(setting)
    if (rule === undefined) unknown.push(setting)
    else triggers.push(new Trigger(setting, rule))
  }
  const all = { triggers, unknown }
  under.set(policy, all)
  return all
}

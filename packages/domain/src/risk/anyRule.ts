import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { PolicyFault } from "../policy/policyFault.ts"
import type { AnyTriggerSetting, OwnRuleName, OwnTriggerSetting } from "../policy/triggers.ts"
import type { EpisodesOnRecord } from "./episodesOnRecord.ts"
import { EVERY_GROUND, maskOf } from "./grounds.ts"
import type { Evidence, Rule, SourcedNumber } from "./rule.ts"

/** A rule with the setting a policy gives it: what it says of itself, and how it judges. */
export interface RuleWithSetting {
  readonly title: string
  readonly mayGoToChat: boolean
  readonly numbers: ReadonlyArray<SourcedNumber>
  /** As a mask of grounds. */
  readonly restsOn: number
  readonly isOfOneEpisode: boolean
  readonly isOfSearch: boolean
  readonly notKnown: (record: EpisodesOnRecord) => string | undefined
  readonly judge: (record: EpisodesOnRecord, index: number) => Evidence | undefined
}

/** A rule whatever its setting is: it takes those that are its own. */
export interface AnyRule {
  /** Undefined where the setting is not one of this rule. */
  readonly withSetting: (setting: AnyTriggerSetting) => RuleWithSetting | undefined
  /** What is wrong with the numbers a policy gives it. */
  readonly faultsOf: (setting: AnyTriggerSetting, field: string) => ReadonlyArray<PolicyFault>
}

/** Every rule that can be judged, by its name in a policy. */
export type Rules = Readonly<Record<string, AnyRule>>

const given = <Setting>(rule: Rule<Setting>, setting: Setting): RuleWithSetting => ({
  title: rule.title,
  mayGoToChat: rule.mayGoToChat(setting),
  numbers: rule.numbers(setting),
  restsOn: rule.restsOn === undefined ? EVERY_GROUND : maskOf(rule.restsOn),
  isOfOneEpisode: rule.isOfOneEpisode === true,
  isOfSearch: rule.isOfSearch === true,
  notKnown: (record) => rule.notKnown?.(setting, record),
  judge: (record, index) => rule.judge(setting, record, index)
})

/** A rule of ours: its settings are checked where a policy is read. */
export const shippedRule = <Setting extends AnyTriggerSetting>(
  isSetting: (setting: AnyTriggerSetting) => setting is Setting,
  rule: Rule<Setting>
): AnyRule => ({
  withSetting: (setting) => (isSetting(setting) ? given(rule, setting) : undefined),
  faultsOf: () => []
})

/** The setting of an own rule, with the numbers it takes. */
export type OwnSetting<Numbers> = Omit<OwnTriggerSetting, "numbers"> & { readonly numbers: Numbers }

/**
 * A team's own rule, given to {@link triggersFired} and `checkPolicy` beside the shipped rules. `judge` is asked of
 * each episode, and gives its evidence with when it was met (epoch milliseconds), or undefined.
 *
 * A policy that names it with numbers that its schema does not read is faulted by `checkPolicy`, and fires nothing.
 *
 * @param name with the team's own prefix, such as `barnsley/at-night`
 * @param numbers the schema of what a policy gives the rule
 * @param rule its title, how it judges, and what it may say in a chat
 *
 * @example
 * ```ts
 * import { londonClock } from "@safe-return/domain/calendar"
 * import { ownRule } from "@safe-return/domain/risk"
 * import { Schema } from "effect"
 *
 * const madeUp = { source: "Made up for this example", verified: false }
 * const atNight = ownRule("barnsley/at-night", Schema.Struct({ fromHour: Schema.Finite }), {
 *   title: "Missing at night",
 *   mayGoToChat: () => true,
 *   numbers: () => [madeUp],
 *   judge: ({ numbers }, { episodes }, index) => {
 *     const episode = episodes[index]
 *     if (episode === undefined || londonClock(episode.missingAt).hour < numbers.fromHour) return undefined
 *     return { episodes: [episode], because: "Last seen at night.", metAt: episode.missingAt }
 *   }
 * })
 * Object.keys(atNight) // ["barnsley/at-night"]
 * ```
 */
export const ownRule = <Numbers>(
  name: OwnRuleName,
  numbers: Schema.Codec<Numbers, unknown>,
  rule: Rule<OwnSetting<Numbers>>
): Rules => {
  const decode = Schema.decodeUnknownResult(numbers)
  return {
    [name]: {
      withSetting: (setting) => {
        if (setting.rule !== "own" || setting.name !== name) return undefined
        const own = decode(setting.numbers)
        return Result.isSuccess(own) ? given(rule, { ...setting, numbers: own.success }) : undefined
      },
      faultsOf: (setting, field) => {
        const own = setting.rule === "own" ? decode(setting.numbers) : undefined
        return own !== undefined && Result.isFailure(own)
          ? [{ field: `${field}.numbers`, message: own.failure.message }]
          : []
      }
    }
  }
}

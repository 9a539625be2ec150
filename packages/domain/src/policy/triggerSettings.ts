import type { Policy } from "./policy.ts"
import type { AnyTriggerSetting, TriggerSetting } from "./triggers.ts"

type RepeatEpisodes = NonNullable<Policy["repeatEpisodes"]>

/** The one rule of a policy from before there were `triggers`, under the code its firings were announced by. */
const repeatRule = ({ count, windowDays, level, action, owner }: RepeatEpisodes): TriggerSetting => ({
  rule: "episodes-in-window",
  code: "repeat-episodes",
  basis: { source: action.source, verified: action.verified },
  level,
  action,
  owner,
  count,
  windowDays
})

/**
 * The triggers a policy has switched on, with their numbers and sources; none where it has none. A policy from before
 * there were `triggers` has the one rule of its `repeatEpisodes`.
 *
 * @example
 * ```ts
 * import { rotherham, triggerSettings } from "@safe-return/domain/policy"
 *
 * triggerSettings(rotherham).map(({ code }) => code).slice(0, 3) // ["repeat-episodes","harm-disclosed","exploitation"]
 * triggerSettings({ ...rotherham, triggers: [] }) // []
 * ```
 */
export const triggerSettings = ({ triggers, repeatEpisodes }: Policy): ReadonlyArray<AnyTriggerSetting> =>
  triggers ?? (repeatEpisodes === undefined ? [] : [repeatRule(repeatEpisodes)])

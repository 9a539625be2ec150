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

/** The triggers a policy has switched on. */
export const triggerSettings = ({ triggers, repeatEpisodes }: Policy): ReadonlyArray<AnyTriggerSetting> =>
  triggers ?? (repeatEpisodes === undefined ? [] : [repeatRule(repeatEpisodes)])

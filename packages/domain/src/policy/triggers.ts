/** RiskGrade triggers as data: which rules are on, with which numbers, asking what of which people. */
import * as Schema from "effect/Schema"
import { Absence, MissingFrom, RiskGrade } from "../vocabulary/caseWords.ts"
import { CaseStatus } from "./caseStatus.ts"
import { Citation, PositiveInt, sourced } from "./sourced.ts"

/** How soon the action must be taken, from when the trigger was met. */
export const TimeLimit = Schema.Struct({ amount: PositiveInt, unit: Schema.Literals(["hours", "working-days"]) })
export type TimeLimit = typeof TimeLimit.Type

/** Which episodes a rule looks at; without one of these, every kind counts. */
export const EpisodesCounted = Schema.Struct({
  absences: Schema.optionalKey(Schema.NonEmptyArray(Absence)),
  missingFrom: Schema.optionalKey(MissingFrom),
  risks: Schema.optionalKey(Schema.NonEmptyArray(RiskGrade)),
  caseStatuses: Schema.optionalKey(Schema.NonEmptyArray(CaseStatus))
})
export type EpisodesCounted = typeof EpisodesCounted.Type

/** What every trigger says, whatever its rule. */
const said = {
  /** The trigger's own name in its policy: what a firing is known by. */
  code: Schema.String.check(
    Schema.isPattern(/^[a-z][a-z0-9-]*$/, { expected: "a code such as repeat-episodes: small letters, digits and -" })
  ),
  /** The clause that asks for it, apart from any number. */
  basis: Citation,
  level: Schema.Literals(["must", "consider"]),
  action: sourced(Schema.NonEmptyString),
  owner: Schema.NonEmptyString,
  timeLimit: Schema.optionalKey(sourced(TimeLimit))
}

/** For the rules that look at single episodes or count them. The others do not take it, so that none ignores it. */
const counting = { counted: Schema.optionalKey(EpisodesCounted) }

const setting = <const Rule extends string, Numbers extends Schema.Struct.Fields>(rule: Rule, numbers: Numbers) =>
  Schema.Struct({ rule: Schema.Literal(rule), ...said, ...numbers })

/** Each rule with the numbers it takes. */
export const settings = {
  /** `count` or more episodes that began in any `windowDays` rolling days; a day is 24 elapsed hours. */
  "episodes-in-window": setting("episodes-in-window", {
    ...counting,
    count: sourced(PositiveInt),
    windowDays: sourced(PositiveInt)
  }),
  /** `count` or more episodes that began in one London calendar month. */
  "episodes-in-month": setting("episodes-in-month", { ...counting, count: sourced(PositiveInt) }),
  /** Not found more than `hours` elapsed hours after last seen. */
  "still-missing": setting("still-missing", { ...counting, hours: sourced(PositiveInt) }),
  /** One episode that lasted more than `hours` elapsed hours. */
  "long-episode": setting("long-episode", { ...counting, hours: sourced(PositiveInt) }),
  /** The child told of harm in the interview. */
  "harm-disclosed": setting("harm-disclosed", {}),
  /** The interview brought out exploitation, at least as sure as `atLeast`. */
  exploitation: setting("exploitation", { atLeast: Schema.Literals(["suspected", "confirmed"]) }),
  /** `count` or more interviews running that were declined or not achieved. */
  "interviews-not-achieved": setting("interviews-not-achieved", { count: sourced(PositiveInt) }),
  /** No offer within `hours` of the return: elapsed, or within the policy's working hours. */
  "offer-late": setting("offer-late", {
    ...counting,
    hours: sourced(PositiveInt),
    measured: Schema.Literals(["working-hours", "elapsed-hours"])
  }),
  /** The first episode on record, of a child younger than `years`. */
  "young-first-episode": setting("young-first-episode", { years: sourced(PositiveInt) }),
  /** A looked-after child who is placed outside the responsible authority's area. */
  "out-of-area": setting("out-of-area", {}),
  /** No Find Me or Trigger Plan, or one with facts absent, out of date or past review. */
  "plan-not-ready": setting("plan-not-ready", {}),
  /** `intervals` or more times between disappearances, each shorter than the one before, in `withinDays` days. */
  "shortening-intervals": setting("shortening-intervals", {
    intervals: sourced(PositiveInt),
    withinDays: sourced(PositiveInt)
  })
} as const

export type RuleName = keyof typeof settings
export type SettingOf<Name extends RuleName> = (typeof settings)[Name]["Type"]

export const TriggerSetting = Schema.Union(Object.values(settings))
export type TriggerSetting = typeof TriggerSetting.Type

/** A team's own rule: the area and the rule's name in it, so that no rule of ours ever has the same. */
export const OwnRuleName = Schema.TemplateLiteral([Schema.String, "/", Schema.String]).check(
  Schema.isPattern(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/, { expected: "a team's own rule such as barnsley/high-risk" })
)
export type OwnRuleName = typeof OwnRuleName.Type

/** The setting of a team's own rule. What `numbers` holds is the rule's to say. */
export const OwnTriggerSetting = Schema.Struct({
  rule: Schema.Literal("own"),
  name: OwnRuleName,
  ...said,
  numbers: Schema.Record(Schema.String, Schema.Unknown)
})
export type OwnTriggerSetting = typeof OwnTriggerSetting.Type

/** A trigger in a policy, of a rule of ours or of a team's own. */
export const AnyTriggerSetting = Schema.Union([TriggerSetting, OwnTriggerSetting])
export type AnyTriggerSetting = typeof AnyTriggerSetting.Type

/** What the rule of a setting is known by. */
export const ruleNameOf = (setting: AnyTriggerSetting): RuleName | OwnRuleName =>
  setting.rule === "own" ? setting.name : setting.rule

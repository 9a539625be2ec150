import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import { type CivilDay, parseCivilDay } from "../calendar/civilDay.ts"
import { deepFreeze } from "../deepFreeze.ts"
import { fieldOf } from "../faults/fieldOf.ts"
import { interviewFault } from "./interviewFault.ts"
import { ladderFaults } from "./ladderFaults.ts"
import { Policy } from "./policy.ts"
import type { PolicyFault } from "./policyFault.ts"
import { targetFaults } from "./scorecardTargets.ts"
import {
  citationsOf,
  type LaterSource,
  laterSourcesOf,
  type StaleSource,
  sourceFaults,
  staleSourcesOf,
  type UnverifiedSource,
  unlistedIn,
  unverifiedIn
} from "./sourceFindings.ts"
import { type UnknownOwner, unknownOwnersIn } from "./triggerOwners.ts"
import { triggerSettings } from "./triggerSettings.ts"
import { type AnyTriggerSetting, settings } from "./triggers.ts"
import { minutesOfDay } from "./workingHours.ts"

/** A report must always be able to say that a child is missing, and a word be read as something that is used. */
const reportFaults = ({ reports }: Policy): ReadonlyArray<PolicyFault> => {
  if (reports === undefined) return []
  const used: ReadonlyArray<string> = [...reports.absences.value, ...reports.risks.value]
  const words = reports.words?.value ?? []
  const isSaidBefore = (index: number): boolean =>
    words.findIndex(({ field, word }) => field === words[index]?.field && word === words[index]?.word) < index
  return [
    ...(reports.absences.value.includes("missing")
      ? []
      : [{ field: "reports.absences.value", message: "Every council uses missing: add it" }]),
    ...words.flatMap(
      (listed, index): ReadonlyArray<PolicyFault> => [
        ...(isSaidBefore(index)
          ? [{ field: `reports.words.value[${index}].word`, message: `The word ${listed.word} is listed before` }]
          : []),
        ...("readAs" in listed && !used.includes(listed.readAs)
          ? [{ field: `reports.words.value[${index}].readAs`, message: `${listed.readAs} is not used here` }]
          : [])
      ]
    )
  ]
}

/** A policy that is in order, with what in it is not confirmed. */
export interface CheckedPolicy {
  readonly policy: Policy
  /** Working choices, for a person to confirm before go-live. */
  readonly unverified: ReadonlyArray<UnverifiedSource>
  /** Sources that the policy rests on and begins before: it cannot have held then as it is written. */
  readonly laterSources: ReadonlyArray<LaterSource>
  /** What rests on none of the sources listed, so that when it was last checked is not known. */
  readonly unlisted: ReadonlyArray<UnverifiedSource>
  /** Sources whose last check is too old, where a day was given. */
  readonly staleSources: ReadonlyArray<StaleSource>
  /** Owners of triggers by which no role is known: who is asked then is not the policy's choice. */
  readonly unknownOwners: ReadonlyArray<UnknownOwner>
}

/** With the fields that there are, because which of a council's words can be its own is seen nowhere else. */
const noSuchField = ({ ast }: SchemaIssue.UnexpectedKey): string =>
  ast._tag === "Objects"
    ? `There is no such field here. The fields are ${ast.propertySignatures.map(({ name }) => String(name)).join(", ")}`
    : "There is no such field here: check its spelling"

const listIssues = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: (issue) => {
    if (issue._tag === "MissingKey") return "This must be given"
    if (issue._tag === "UnexpectedKey") return noSuchField(issue)
    return SchemaIssue.defaultLeafHook(issue)
  }
})

/** A trigger that fits no rule at all: its rule is not one of ours, and the shapes of all twelve would not help. */
const asFault = (field: string, message: string): PolicyFault =>
  /^triggers\[\d+\]$/.test(field) && message.startsWith("Expected {")
    ? { field: `${field}.rule`, message: `This must be one of ${Object.keys(settings).join(", ")}` }
    : { field, message }

/** Strict, so that a misspelt rule is refused and not ignored in silence. */
const decode = Schema.decodeUnknownResult(Policy, { errors: "all", onExcessProperty: "error" })

const exists = (date: string): boolean => Option.isSome(parseCivilDay(date))

const dateFaults = ({ effectiveFrom, effectiveTo }: Policy): ReadonlyArray<PolicyFault> => {
  if (!exists(effectiveFrom)) return [{ field: "effectiveFrom", message: "This day does not exist" }]
  if (effectiveTo === undefined) return []
  if (!exists(effectiveTo)) return [{ field: "effectiveTo", message: "This day does not exist" }]
  return effectiveTo < effectiveFrom ? [{ field: "effectiveTo", message: "This is before the policy begins" }] : []
}

/** What is counted in working hours, or held outside them, and so needs to know when the office is open. */
const needsHours = ({ triggers, reminders, ladder, decisionLadder }: Policy): ReadonlyArray<string> => [
  ...(triggers ?? []).flatMap((setting, index) =>
    setting.rule === "offer-late" && setting.measured === "working-hours" ? [`triggers[${index}].measured`] : []
  ),
  ...(
    ["noInterviewerWorkingHours", "noInterviewerLastWorkingHours", "notOfferedWorkingHours", "statutory"] as const
  ).flatMap((key) => (reminders[key] === undefined ? [] : [`reminders.${key}`])),
  ...Object.entries({ ladder, decisionLadder }).flatMap(([name, rungs]) =>
    (rungs?.value ?? []).flatMap(({ clock, onlyOutOfHours }, index) => [
      ...(clock === "working-hours" ? [`${name}.value[${index}].clock`] : []),
      ...(onlyOutOfHours === true ? [`${name}.value[${index}].onlyOutOfHours`] : [])
    ])
  )
]

const hoursFaults = (policy: Policy): ReadonlyArray<PolicyFault> => {
  if (policy.workingHours !== undefined) {
    const { opens, closes } = policy.workingHours.value
    return minutesOfDay(closes) > minutesOfDay(opens)
      ? []
      : [{ field: "workingHours.value.closes", message: "The office must close later than it opens" }]
  }
  return needsHours(policy).map((field) => ({
    field,
    message: "Working hours are measured, but workingHours is not given"
  }))
}

const digestFaults = ({ digest }: Policy): ReadonlyArray<PolicyFault> =>
  digest === undefined || minutesOfDay(digest.value.until) > minutesOfDay(digest.value.at)
    ? []
    : [{ field: "digest.value.until", message: "The summary must be sent until later than from" }]

/** What would be due before the clock begins is sent at the return, and says what nobody meant. */
const reminderFaults = ({ interview, reminders }: Policy): ReadonlyArray<PolicyFault> =>
  reminders.hoursBefore.value.flatMap((hours, index) =>
    hours < interview.hours.value
      ? []
      : [
          {
            field: `reminders.hoursBefore.value[${index}]`,
            message: `Give fewer than the ${interview.hours.value} hours of the interview: it would be due before the return`
          }
        ]
  )

/** Two triggers of one code would share the keys by which their firings are announced once. */
const codeFaults = (policy: Policy): ReadonlyArray<PolicyFault> => {
  const codes = triggerSettings(policy).map(({ code }) => code)
  return codes.flatMap((code, index) =>
    codes.indexOf(code) < index
      ? [{ field: `triggers[${index}].code`, message: `Another trigger has the code ${code}` }]
      : []
  )
}

/** A number that no clock can be counted by is refused here, and not where the first return is counted. */
const clockFaults = (policy: Policy): ReadonlyArray<PolicyFault> => {
  const fault = interviewFault(policy)
  return fault === undefined ? [] : [{ field: fault.field.replace("policy.", ""), message: fault.message }]
}

const checked = (policy: Policy, today: CivilDay | undefined): CheckedPolicy => {
  const cited = citationsOf(policy)
  return {
    policy: deepFreeze(policy),
    unverified: unverifiedIn(cited),
    laterSources: laterSourcesOf(policy, cited),
    unlisted: unlistedIn(policy, cited),
    staleSources: today === undefined ? [] : staleSourcesOf(policy, today),
    unknownOwners: unknownOwnersIn(policy)
  }
}

/** A team's own rules by name, as far as a policy can be checked by them. */
export type RulesToCheck = Readonly<
  Record<string, { readonly faultsOf: (setting: AnyTriggerSetting, field: string) => ReadonlyArray<PolicyFault> }>
>

/** A trigger of an own rule that nobody has given would never fire, and nobody would know. */
const ownRuleFaults = (policy: Policy, rules: RulesToCheck): ReadonlyArray<PolicyFault> =>
  triggerSettings(policy).flatMap((setting, index) => {
    if (setting.rule !== "own") return []
    const rule = rules[setting.name]
    return rule === undefined
      ? [
          {
            field: `triggers[${index}].name`,
            message: `There is no rule ${setting.name} here: give it, or one of ours`
          }
        ]
      : rule.faultsOf(setting, `triggers[${index}]`)
  })

/**
 * A policy from outside: everything that is wrong with it, field by field, or the policy and what a person has to look
 * at. Sources that are later, unlisted or long unchecked refuse nothing: the policy can still be worked by, and one
 * written to read history back begins before its sources on purpose.
 *
 * Nothing throws, whatever is given: what is wrong is a list of faults, each with the path of its field. The policy in
 * the answer is frozen.
 *
 * @param options the team's own `rules`, which its triggers may name
 * @param today the London day on which the checks of the sources are judged; without it none is too old
 *
 * @example
 * ```ts
 * import { checkPolicy, rotherham } from "@safe-return/domain/policy"
 * import { Result } from "effect"
 *
 * Result.map(checkPolicy(rotherham), ({ policy }) => policy.interview.hours.value) // success(72)
 * const mistyped = { ...rotherham, effectiveFrom: "2026-02-30" }
 * Result.mapError(checkPolicy(mistyped), (faults) => faults.map(({ field }) => field)) // failure(["effectiveFrom"])
 * Result.isFailure(checkPolicy("rotherham")) // true
 * ```
 */
export const checkPolicy = (
  input: unknown,
  today?: CivilDay,
  options?: { readonly rules?: RulesToCheck }
): Result.Result<CheckedPolicy, ReadonlyArray<PolicyFault>> =>
  Result.flatMap(
    Result.mapError(decode(input), ({ issue }) =>
      listIssues(issue).issues.map(({ message, path }) => asFault(fieldOf(path ?? []), message))
    ),
    (policy) => {
      const faults = [
        ...clockFaults(policy),
        ...dateFaults(policy),
        ...hoursFaults(policy),
        ...digestFaults(policy),
        ...codeFaults(policy),
        ...ownRuleFaults(policy, options?.rules ?? {}),
        ...ladderFaults(policy),
        ...reminderFaults(policy),
        ...reportFaults(policy),
        ...targetFaults(policy.scorecard?.targets ?? []),
        ...sourceFaults(policy, exists)
      ]
      return faults.length > 0 ? Result.fail(faults) : Result.succeed(checked(policy, today))
    }
  )

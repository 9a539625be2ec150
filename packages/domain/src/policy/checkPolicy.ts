import { Option, Result, Schema, SchemaIssue } from "effect"
import { parseCivilDay } from "../calendar/civilDay.ts"
import { ladderFaults } from "./ladderFaults.ts"
import { Policy } from "./policy.ts"
import type { PolicyFault } from "./policyFault.ts"
import { triggerSettings } from "./triggerSettings.ts"
import { settings } from "./triggers.ts"
import { minutesOfDay } from "./workingHours.ts"

/** A number or rule that nobody has confirmed. */
export interface Unverified {
  readonly field: string
  readonly source: string
}

/** A policy that is in order, with what in it nobody has confirmed. */
export interface CheckedPolicy {
  readonly policy: Policy
  /** Working choices, for a person to confirm before go-live. */
  readonly unverified: ReadonlyArray<Unverified>
}

const listIssues = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: (issue) => {
    if (issue._tag === "MissingKey") return "This must be given"
    if (issue._tag === "UnexpectedKey") return "There is no such field here: check its spelling"
    return SchemaIssue.defaultLeafHook(issue)
  }
})

const fieldOf = (path: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }>): string =>
  path
    .map((part) => (typeof part === "object" ? part.key : part))
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "")

/** A trigger that fits no rule at all: its rule is not one of ours, and the shapes of all twelve would not help. */
const asFault = (field: string, message: string): PolicyFault =>
  /^triggers\[\d+\]$/.test(field) && message.startsWith("Expected {")
    ? { field: `${field}.rule`, message: `This must be one of ${Object.keys(settings).join(", ")}` }
    : { field, message }

/** Strict, so that a misspelt rule is refused and not ignored in silence. */
const decode = Schema.decodeUnknownResult(Policy, { errors: "all", onExcessProperty: "error" })

const dateFaults = ({ effectiveFrom, effectiveTo }: Policy): ReadonlyArray<PolicyFault> => {
  const exists = (date: string) => Option.isSome(parseCivilDay(date))
  if (!exists(effectiveFrom)) return [{ field: "effectiveFrom", message: "This day does not exist" }]
  if (effectiveTo === undefined) return []
  if (!exists(effectiveTo)) return [{ field: "effectiveTo", message: "This day does not exist" }]
  return effectiveTo < effectiveFrom ? [{ field: "effectiveTo", message: "This is before the policy begins" }] : []
}

/** What is counted in working hours, or held outside them, and so needs to know when the office is open. */
const needsHours = ({ triggers, reminders, ladder }: Policy): ReadonlyArray<string> => [
  ...(triggers ?? []).flatMap((setting, index) =>
    setting.rule === "offer-late" && setting.measured === "working-hours" ? [`triggers[${index}].measured`] : []
  ),
  ...(["noInterviewerWorkingHours", "notOfferedWorkingHours", "statutory"] as const).flatMap((key) =>
    reminders[key] === undefined ? [] : [`reminders.${key}`]
  ),
  ...(ladder?.value ?? []).flatMap(({ clock, onlyOutOfHours }, index) => [
    ...(clock === "working-hours" ? [`ladder.value[${index}].clock`] : []),
    ...(onlyOutOfHours === true ? [`ladder.value[${index}].onlyOutOfHours`] : [])
  ])
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

/** Two triggers of one code would share the keys by which their firings are announced once. */
const codeFaults = (policy: Policy): ReadonlyArray<PolicyFault> => {
  const codes = triggerSettings(policy).map(({ code }) => code)
  return codes.flatMap((code, index) =>
    codes.indexOf(code) < index
      ? [{ field: `triggers[${index}].code`, message: `Another trigger has the code ${code}` }]
      : []
  )
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const unverifiedIn = (value: unknown, path: ReadonlyArray<PropertyKey>): ReadonlyArray<Unverified> => {
  if (!isObject(value)) return []
  if (typeof value["source"] === "string" && value["verified"] === false) {
    return [{ field: fieldOf(path), source: value["source"] }]
  }
  return Object.entries(value).flatMap(([key, part]) =>
    unverifiedIn(part, [...path, Array.isArray(value) ? Number(key) : key])
  )
}

/** A policy from outside: everything that is wrong with it, field by field, or the policy and what is unconfirmed. */
export const checkPolicy = (input: unknown): Result.Result<CheckedPolicy, ReadonlyArray<PolicyFault>> =>
  Result.flatMap(
    Result.mapError(decode(input), ({ issue }) =>
      listIssues(issue).issues.map(({ message, path }) => asFault(fieldOf(path ?? []), message))
    ),
    (policy) => {
      const faults = [
        ...dateFaults(policy),
        ...hoursFaults(policy),
        ...digestFaults(policy),
        ...codeFaults(policy),
        ...ladderFaults(policy)
      ]
      return faults.length > 0 ? Result.fail(faults) : Result.succeed({ policy, unverified: unverifiedIn(policy, []) })
    }
  )
